//! `rules/complete/incident-gap.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::words::english::stage::Stage;

/// A course of fewer events has not told anything yet.
const EVENTS: usize = 3;
/// So many of the six stages may be left out: a short incident has no need of all.
const MISSING: usize = 3;

pub fn check(doc: &Document, found: &mut Findings) {
    let Some(course) = doc.main_course().filter(|course| course.events.len() >= EVENTS) else { return };
    let missing = doc.untold_stages();
    let Some(first) = course.events.first().filter(|_| missing.len() >= MISSING) else { return };
    let words: Vec<&str> = missing.into_iter().map(Stage::word).collect();
    found.flag(first.at, format!("the timeline does not tell {}", words.join(", "))).unsure();
}
