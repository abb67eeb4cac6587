//! `rules/complete/empty-body.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::shape::reference;

pub fn check(doc: &Document, found: &mut Findings) {
    if reference::own_words(doc).is_empty() && reference::bare(doc).is_empty() {
        found.flag(doc.head(), "only this says what it is about");
    }
}
