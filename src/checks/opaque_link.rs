//! `rules/refer/opaque-link.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::shape::reference;

pub fn check(doc: &Document, found: &mut Findings) {
    if let Some((first, further)) = reference::bare(doc).split_first() {
        let flag = found.flag(first.span, "this is all that is said");
        for place in further {
            flag.and(place.span, "and this");
        }
    }
}
