//! `rules/complete/large-change.md`

use crate::change::{Change, ChangedFile, Sort};
use crate::document::{Document, Stand};
use crate::finding::Findings;
use crate::slot::shape;
use crate::words::english::reading_order;

/// Files that a text names: so many, and it leads through them.
const NAMED: usize = 3;

/// Fewer lines a file are one small change made everywhere: whoever read one of them has read all.
const MECHANICAL: u32 = 20;

pub fn check(doc: &Document, change: &Change, found: &mut Findings) {
    // Tests are read beside what they test. Without the files it is not known how many lines anybody reads.
    let read: Vec<_> = change.sorted().into_iter().filter(|(file, sort)| is_read(file, *sort)).collect();
    let lines = read.iter().map(|(file, _)| file.lines()).fold(0, u32::saturating_add);
    let files = u32::try_from(read.len()).unwrap_or(u32::MAX);
    // What only goes away is read at a glance.
    let added = read.iter().filter_map(|(file, _)| file.added).fold(0, u32::saturating_add);
    let is_removal = added < lines / 4;
    if lines <= change.bounds.large
        || files <= 1
        || lines / files < MECHANICAL
        || is_removal
        || is_mostly_one(&read)
        || shape::change::is_plain(doc)
        || doc.title().is_some_and(|it| change.is_reformatting(&it.title))
        || is_guided(doc)
    {
        return;
    }
    let more = if change.is_cut { "more than " } else { "" };
    let label =
        format!("{more}{lines} lines in {more}{files} files without their tests, and nothing says where to begin");
    found.flag(doc.head(), label);
}

/// Whether one file holds nearly all of it: it is begun with. What only goes away beside it has moved there, or is read at a glance.
fn is_mostly_one(read: &[(&ChangedFile, Sort)]) -> bool {
    let stays = || read.iter().map(|(file, _)| file).filter(|it| it.added != Some(0)).map(|it| it.lines());
    stays().max().unwrap_or(0) >= stays().fold(0, u32::saturating_add) / 5 * 4
}

fn is_read(file: &ChangedFile, sort: Sort) -> bool {
    sort.is_read() && !sort.is_test() && sort != Sort::Docs && file.lines() > 0
}

/// Whether the text says in which order, or names what it is about file by file.
fn is_guided(doc: &Document) -> bool {
    let says = shape::sentences(doc).any(|(_, words)| reading_order::find(words).is_some());
    let prose = doc.prose();
    let code = prose.masks(0..prose.text().len()).filter(|(stand, _)| *stand == Stand::Code);
    let files = code.filter(|(_, span)| doc.at(*span).contains(['.', '/', ':', '('])).count();
    says || files >= NAMED
}
