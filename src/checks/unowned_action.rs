//! `rules/who/unowned-action.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::words::english::action;

pub fn check(doc: &Document, found: &mut Findings) {
    for action in doc.actions().iter().filter(|it| it.is_task() && it.is_open() && !it.has_owner()) {
        let flag = found.flag(action.span, if action.has_due() { "by whom?" } else { "by whom, and by when?" });
        if action.has_due() {
            flag.asks("Who does this?");
        }
        if !action.is_marked || action::is_of_everybody(&action.text) {
            flag.unsure();
        }
    }
}
