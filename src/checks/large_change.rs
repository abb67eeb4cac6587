//! `rules/complete/large-change.md`

use crate::change::Change;
use crate::document::{Document, Stand};
use crate::finding::Findings;
use crate::slot::shape;
use crate::words::english::{reading_order, reason};

/// Files that a text names: so many, and it leads through them.
const NAMED: usize = 3;

pub fn check(doc: &Document, change: &Change, found: &mut Findings) {
    let Some(lines) = change.lines_to_read().filter(|lines| *lines > change.bounds.large) else { return };
    // Without the files it is not known how many lines of them anybody reads.
    let files = change.sorted().into_iter().filter(|(file, sort)| sort.is_read() && file.lines() > 0).count();
    let is_plain = doc.title().is_some_and(|title| reason::is_self_evident(&title.title));
    if files <= 1 || is_plain || is_guided(doc) {
        return;
    }
    let label = format!("{lines} lines in {files} files, and nothing says where to begin");
    found.flag(doc.head(), label);
}

/// Whether the text says in which order, or names what it is about file by file.
fn is_guided(doc: &Document) -> bool {
    let says = shape::sentences(doc).any(|(_, words)| reading_order::find(words).is_some());
    let prose = doc.prose();
    let code = prose.masks(0..prose.text().len()).filter(|(stand, _)| *stand == Stand::Code);
    let files = code.filter(|(_, span)| doc.at(*span).contains(['.', '/', ':', '('])).count();
    says || files >= NAMED
}
