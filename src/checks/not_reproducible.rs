//! `rules/complete/not-reproducible.md`

use super::nothing_to_search_for;
use crate::document::Document;
use crate::finding::Findings;
use crate::slot::shape;
use crate::words::english::{failure, offer};

/// With one of these a reader can try it, or search for it, or knows enough without trying.
const BEGINNINGS: &[&str] = &[
    "announced-steps",
    "cause",
    "code-block",
    "command-line",
    "hint-of-steps",
    "image",
    "issue-reference",
    "listed-steps",
    "narrated-steps",
    "picture",
    "program-output",
    "remedy",
    "runnable-link",
    "searchable-name",
    "source",
];

pub fn check(doc: &Document, found: &mut Findings) {
    let is_enclosed = shape::sentences(doc).any(|(_, text)| offer::is_enclosed(text));
    let has_beginning = || doc.has_evidence() || shape::shows(doc, BEGINNINGS);
    if is_enclosed || has_beginning() || nothing_to_search_for::complaint(doc).is_some() {
        return;
    }
    let told = shape::sentences(doc).filter(|(_, text)| failure::find(text).is_some());
    let Some((sentence, text)) = told.last() else { return };
    let flag = found.flag(doc.prose().span(sentence.range.clone()), "doing what, with what, and saying what?");
    if failure::is_general(text) || shape::shows(doc, &["expectation", "sign-of-steps"]) {
        flag.unsure();
    }
}
