//! `rules/complete/nothing-to-search-for.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::shape;
use crate::words::english::failure;

/// Fewer words with a meaning of their own than these, in the whole text, lead nowhere.
const ENOUGH_WORDS: usize = 9;

/// One of these is something to look up, to try or to look at.
const LEADS: &[&str] = &[
    "announced-steps",
    "code-block",
    "command-line",
    "expectation",
    "image",
    "issue-reference",
    "listed-steps",
    "look-up",
    "narrated-steps",
    "occasion",
    "picture",
    "program-output",
    "remedy",
    "searchable-name",
    "source",
];

pub fn check(doc: &Document, found: &mut Findings) {
    if let Some(span) = complaint(doc) {
        found.flag(span, "what fails, when, and what does it say?");
    }
}

/// The complaint of a text that holds nothing else.
pub fn complaint(doc: &Document) -> Option<crate::text::Span> {
    let own: Vec<_> = shape::sentences(doc).collect();
    let words: usize = own.iter().map(|(_, text)| failure::words_beside_complaint(text)).sum();
    let complaints = own.iter().filter(|(_, text)| failure::is_complaint(text));
    let (complaint, _) = complaints.max_by_key(|(sentence, _)| !sentence.place.is_heading())?;
    let is_told = own.iter().any(|(_, text)| failure::find_told(text).is_some());
    let leads_nowhere = words < ENOUGH_WORDS && !is_told && !shape::shows(doc, LEADS);
    leads_nowhere.then(|| doc.prose().span(complaint.range.clone()))
}
