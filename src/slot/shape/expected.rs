//! What should have happened: a norm in words, the comment of a code line, or the other side of a contrast.

use super::{By, Evidence, said};
use crate::document::Document;
use crate::text::Span;
use crate::words::expectation;

pub fn norm(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, expectation::find);
    places.extend(in_comments(doc));
    places
}

/// It works elsewhere, or did once.
pub fn contrast(doc: &Document) -> Vec<Evidence> {
    said::places(doc, expectation::find_contrast)
}

/// `// expected: 3` beside the code that gives something else.
fn in_comments(doc: &Document) -> Vec<Evidence> {
    let mut out = Vec::new();
    for code in doc.code() {
        let mut at = code.body.start;
        for line in doc.at(code.body).split_inclusive('\n') {
            let comment = ["//", "#", "--", "/*", "=>"].iter().filter_map(|mark| line.find(mark)).min();
            if let Some(start) = comment.filter(|start| expectation::find(&line[*start..]).is_some()) {
                out.push(Evidence { span: Span::new(at + start, at + line.trim_end().len().max(start)), by: By::Code });
            }
            at += line.len();
        }
    }
    out
}
