//! `rules/who/undated-action.md`

use crate::document::{Action, Document};
use crate::finding::Findings;

pub fn check(doc: &Document, found: &mut Findings) {
    // An action with neither owner nor date is one question, asked for its owner.
    let asked = |it: &&Action| it.is_task() && it.is_open() && it.has_owner();
    for action in doc.actions().iter().filter(asked).filter(|it| !it.has_due() && !it.is_tracked()) {
        let flag = found.flag(action.span, "by when?");
        if !action.is_marked {
            flag.unsure();
        }
    }
}
