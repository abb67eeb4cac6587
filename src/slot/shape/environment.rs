//! Where it ran: a system, a browser or a runtime named anywhere in the text, or paths that give it away.

use std::ops::Range;

use super::{By, Evidence, line, said};
use crate::document::Document;
use crate::text::Span;
use crate::words::platform;

pub fn named(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, platform::find);
    places.extend(in_code(doc));
    places
}

/// `uname` and the like print it; a path with a drive letter shows it.
fn in_code(doc: &Document) -> Vec<Evidence> {
    let told = line::of_code(doc).filter_map(|(span, line)| {
        let range = platform::find_report(line).or_else(|| drive(line))?;
        Some(Evidence { span: Span::new(span.start + range.start, span.start + range.end), by: By::Code })
    });
    told.collect()
}

/// `C:\`.
fn drive(line: &str) -> Option<Range<usize>> {
    let colon = line.find(":\\").filter(|at| line[..*at].ends_with(|it: char| it.is_ascii_uppercase()))?;
    Some(colon - 1..colon + 2)
}
