//! `rules/refer/opaque-link.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::shape::reference;

pub fn check(doc: &Document, found: &mut Findings) {
    if let Some((first, further)) = reference::bare(doc).split_first() {
        let flag = found.flag(first.span, "no sentence beside it says why");
        for place in further {
            flag.and(place.span, "nor beside this one");
        }
    }
}
