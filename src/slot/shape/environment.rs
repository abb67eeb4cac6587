//! Where it ran: a system, a browser or a runtime named anywhere in the text, or paths that give it away.

use super::{By, Evidence, said};
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
    let mut out = Vec::new();
    for code in doc.code() {
        let mut at = code.body.start;
        for line in doc.at(code.body).split_inclusive('\n') {
            let drive = line.find(":\\").filter(|at| line[..*at].ends_with(|it: char| it.is_ascii_uppercase()));
            let named = platform::find_report(line);
            if let Some(range) = named.or(drive.map(|colon| colon - 1..colon + 2)) {
                out.push(Evidence { span: Span::new(at + range.start, at + range.end), by: By::Code });
            }
            at += line.len();
        }
    }
    out
}
