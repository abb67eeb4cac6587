//! `rules/complete/missing-verification.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::shape;

pub fn check(doc: &Document, found: &mut Findings) {
    let changes = doc.alterations();
    // What was only there for the work is gone when it is cleared away.
    let Some(last) = changes.iter().rfind(|it| !it.cleans_up) else { return };
    if !shape::speaks_of_checking(doc) {
        found.flag(last.span, "nothing in this text looks at what comes of it");
    }
}
