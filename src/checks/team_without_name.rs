//! `rules/who/team-without-name.md`

use crate::document::{Document, Owner, Place};
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
            flag.asks("Who of them does this, and by when?");
        }
        // "Design: …" may be what it is about, and a handle further on who is asked.
        let is_subject = action.text.find(name.as_str()).is_none_or(|at| at < 30 && name.contains(['@', ' ']));
        if !action.is_marked || !is_subject && action.place != Place::Cell {
            flag.unsure();
        }
    }
}
