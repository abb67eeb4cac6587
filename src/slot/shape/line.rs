//! The lines of a part of a text, each with its place.

use crate::document::Document;
use crate::text::Span;

/// The lines of `part`, trimmed.
pub fn within<'d>(doc: &'d Document, part: Span) -> impl Iterator<Item = (Span, &'d str)> {
    of(doc.at(part)).map(move |line| line.after(part.start)).map(|line| (line, doc.at(line)))
}

/// The lines of a text, trimmed.
pub fn of(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let span = Span::new(at, at + line.len()).trimmed(text);
        at += line.len();
        span
    })
}

/// The lines of all code blocks, trimmed.
pub fn of_code<'d>(doc: &'d Document) -> impl Iterator<Item = (Span, &'d str)> {
    doc.code().iter().flat_map(|code| within(doc, code.body))
}
