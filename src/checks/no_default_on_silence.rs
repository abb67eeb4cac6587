//! `rules/ask/no-default-on-silence.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::words::english::{feedback, needed_by};

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let mut due = None;
    for sentence in prose.statements() {
        let text = prose.said(sentence);
        if feedback::is_default(text) {
            return;
        }
        if due.is_none() && feedback::is_about_reply(text) {
            due = needed_by::find(text).map(|it| sentence.range.start + it.start..sentence.range.start + it.end);
        }
    }
    if let Some(due) = due {
        // Some answers may not be taken for granted.
        found.flag(prose.span(due), "and if nobody answers?").unsure();
    }
}
