//! `rules/decide/one-sided-consequences.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::effects;
use crate::slot::standing;
use crate::words::english::status::Standing;

const BETTER: &str = "name one thing that becomes easier, faster or safer, or say what the cost is for";

pub fn check(doc: &Document, found: &mut Findings) {
    if standing::of(doc).is_some_and(Standing::is_over) {
        return;
    }
    if doc.title().is_some_and(|it| is_about_records(&it.name)) {
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
            let flag = found.flag(place, "only what it costs");
            flag.asks("What does this decision make better?").unsure().help = Some(BETTER);
        }
        _ => {}
    }
}

/// "Record architecture decisions", "Use Markdown decision records": with that nearly every collection begins, and what it
/// costs to write decisions down asks nobody.
fn is_about_records(title: &str) -> bool {
    let begins = ["record", "use", "adopt", "write", "keep"].iter().any(|verb| title.starts_with(verb));
    begins && ["decision record", "adr"].iter().any(|end| title.ends_with(end))
        || title.ends_with("record architecture decision")
}
