//! `rules/decide/one-sided-consequences.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::effects;
use crate::slot::standing::{self, Status};
use crate::words::english::status::Standing;

pub fn check(doc: &Document, found: &mut Findings) {
    if standing::statuses(doc).first().and_then(Status::standing).is_some_and(Standing::is_over) {
        return;
    }
    let sides = effects::read(doc);
    let Some(place) = sides.place else { return };
    match (sides.has_gain, sides.has_cost) {
        (true, false) => {
            let flag = found.flag(place, "only what gets better");
            if sides.may_cost || !sides.surely_gains {
                flag.unsure();
            }
        }
        (false, true) => {
            found.flag(place, "only what it costs").asks("What does this decision make better?").unsure();
        }
        _ => {}
    }
}
