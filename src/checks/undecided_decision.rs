//! `rules/decide/undecided-decision.md`

use crate::document::Document;
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
    for sentence in prose.statements() {
        let Some(hit) = hedge::find(prose.said(sentence)) else { continue };
        let span = prose.span_in(sentence, &hit);
        let before = parts.partition_point(|part| part.start <= span.start);
        if parts[..before].last().is_some_and(|part| part.contains(span)) {
            found.flag(span, "this is still open");
        }
    }
}
