//! `rules/who/undated-action.md`

use crate::document::Document;
use crate::finding::Findings;

pub fn check(doc: &Document, found: &mut Findings) {
    // An action with neither owner nor date is one question, asked for its owner.
    let undated = |it: &&crate::document::Action| it.is_open() && it.has_owner() && !it.has_due() && !it.is_tracked();
    for action in doc.actions().iter().filter(undated) {
        let flag = found.flag(action.span, "by when?");
        if !action.is_marked {
            flag.unsure();
        }
    }
}
