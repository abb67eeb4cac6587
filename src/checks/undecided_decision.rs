//! `rules/decide/undecided-decision.md`

use crate::document::{Document, Place};
use crate::finding::Findings;
use crate::slot::standing;
use crate::words::english::hedge;

/// Where the decision itself stands.
const DECISION: &[&str] = &["decision", "decision outcome", "outcome", "chosen option", "our decision", "resolution"];

pub fn check(doc: &Document, found: &mut Findings) {
    let parts = doc.under(DECISION);
    if parts.is_empty() || !standing::is_settled(doc) {
        return;
    }
    let prose = doc.prose();
    for sentence in prose.sentences().iter().filter(|it| !matches!(it.place, Place::Heading(_))) {
        let Some(hit) = hedge::find(&prose.text()[sentence.range.clone()]) else { continue };
        let span = prose.span(sentence.range.start + hit.start..sentence.range.start + hit.end);
        let before = parts.partition_point(|part| part.start <= span.start);
        if parts[..before].last().is_some_and(|part| part.contains(span)) {
            found.flag(span, "this is still open");
        }
    }
}
