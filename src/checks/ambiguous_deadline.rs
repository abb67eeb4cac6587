//! `rules/when/ambiguous-deadline.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::words::deadline;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    for sentence in prose.sentences() {
        for deadline in deadline::find(&prose.text()[sentence.range.clone()]) {
            let range = sentence.range.start + deadline.range.start..sentence.range.start + deadline.range.end;
            found.flag(prose.span(range), deadline.unknown());
        }
    }
}
