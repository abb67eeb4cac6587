//! What should have happened: a norm in words, the comment of a code line, or the other side of a contrast.

use super::{By, Evidence, line, said};
use crate::document::Document;
use crate::text::Span;
use crate::words::english::expectation;

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
    let comment = |line: &str| ["//", "#", "--", "/*", "=>"].iter().filter_map(|mark| line.find(mark)).min();
    let told = line::of_code(doc).filter_map(|(span, line)| {
        let start = comment(line).filter(|start| expectation::find(&line[*start..]).is_some());
        let start = start.or_else(|| expectation::is_correction(line).then_some(0))?;
        Some(Evidence { span: Span::new(span.start + start, span.end), by: By::Code })
    });
    told.collect()
}
