//! `rules/complete/nothing-to-search-for.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::shape;
use crate::words::english::{complaint, failure};

/// Fewer words with a meaning of their own than these, in the whole text, lead nowhere.
const ENOUGH_WORDS: usize = 9;

/// One of these, too, is something to look up.
const LEADS: &[&str] = &["expectation", "look-up", "occasion"];

pub fn check(doc: &Document, found: &mut Findings) {
    if let Some(span) = complaint(doc) {
        found.flag(span, "what fails, when, and what does it say?");
    }
}

/// Whether the code of an error stands in it, `E4031` or `ERR_TIMED_OUT`: in a title few mark it as one.
fn names_code(text: &str) -> bool {
    let is_code = |word: &str| {
        let bare = word.trim_start_matches(|it: char| it.is_ascii_uppercase());
        let number = bare.trim_start_matches(['-', '_']);
        let is_numbered = bare.len() < word.len() && number.len() > 2 && number.bytes().all(|it| it.is_ascii_digit());
        let is_shouted = || word.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit() || it == b'_');
        is_numbered || word.contains('_') && word.len() > 4 && is_shouted()
    };
    text.split(|it: char| !it.is_alphanumeric() && !matches!(it, '-' | '_')).any(is_code)
}

/// The complaint of a text that holds nothing else.
pub fn complaint(doc: &Document) -> Option<crate::text::Span> {
    let own: Vec<_> = shape::sentences(doc).collect();
    let words: usize = own.iter().map(|(_, text)| failure::words_beside_complaint(text)).sum();
    let is_empty = |text: &str| complaint::is_empty(text) && complaint::names_fault(text);
    let complains = |text: &str| failure::is_complaint(text) || complaint::is_all(text) || is_empty(text);
    let complaints = own.iter().filter(|(_, text)| complains(text));
    let (complaint, _) = complaints.max_by_key(|(sentence, _)| !sentence.place.is_heading())?;
    let is_told = own.iter().any(|(_, text)| failure::find_told(text).is_some());
    let leads = || shape::shows(doc, shape::TANGIBLE) || shape::shows(doc, LEADS);
    let leads_nowhere = words < ENOUGH_WORDS && !is_told && !leads() && !names_code(doc.text());
    leads_nowhere.then(|| doc.prose().span(complaint.range.clone()))
}
