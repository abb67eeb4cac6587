//! `rules/refer/chat-only-decision.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::shape::chat;

pub fn check(doc: &Document, found: &mut Findings) {
    for place in chat::only_records(doc) {
        found.flag(place, "this is all that is said of it");
    }
}
