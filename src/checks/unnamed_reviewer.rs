//! `rules/who/unnamed-reviewer.md`

use crate::change::Change;
use crate::document::Document;
use crate::finding::Findings;

/// Of so many people each waits for the others.
const MANY: usize = 6;

pub fn check(doc: &Document, change: &Change, found: &mut Findings) {
    let Some(asked) = &change.reviewers else { return };
    let label = match (asked.people.as_slice(), asked.teams.as_slice()) {
        ([], [team, ..]) => format!("all of {team} were asked, and nobody by name"),
        (people, _) if people.len() >= MANY => format!("{} people were asked at once", people.len()),
        _ => return,
    };
    // A file that names the owners of code asks teams, whatever the author meant.
    found.flag(doc.head(), label).unsure();
}
