//! `rules/complete/missing-rollback.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::shape;

pub fn check(doc: &Document, found: &mut Findings) {
    let Some(change) = doc.alterations().into_iter().find(|change| change.is_destructive) else { return };
    if !shape::speaks_of_way_back(doc) {
        found.flag(change.span, "nothing in this text leads back from here").unsure();
    }
}
