//! `rules/who/team-without-name.md`

use crate::document::{Document, Owner};
use crate::finding::Findings;

pub fn check(doc: &Document, found: &mut Findings) {
    let team = &doc.readers().team;
    for action in doc.actions().iter().filter(|it| it.is_task() && it.is_open()) {
        let Owner::Group(name) = &action.owner else { continue };
        if team.stands_behind(name) {
            continue;
        }
        let label = if action.has_due() || action.is_tracked() { "who" } else { "who, and by when," };
        let flag = found.flag(action.span, format!("{label} of \u{201c}{name}\u{201d}?"));
        if !(action.has_due() || action.is_tracked()) {
            flag.asks("Which of them does this, and by when?");
        }
        // A committee that meets does what it says; which group only passes it on, its name does not tell.
        flag.unsure();
    }
}
