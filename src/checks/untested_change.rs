//! `rules/complete/untested-change.md`

use crate::change::{Change, ChangedFile, Sort};
use crate::document::Document;
use crate::finding::Findings;
use crate::slot::shape::{self, testing};

pub fn check(doc: &Document, change: &Change, found: &mut Findings) {
    // A test may be among the files that are not listed.
    if change.is_cut {
        return;
    }
    let sorted = change.sorted();
    let source: Vec<_> = sorted.iter().filter(|(_, sort)| *sort == Sort::Source).map(|(file, _)| *file).collect();
    let lines: u32 = source.iter().map(|file| file.lines()).fold(0, u32::saturating_add);
    let added: u32 = source.iter().filter_map(|file| file.added).fold(0, u32::saturating_add);
    // What only goes away has nothing left to be tried.
    let is_enough = lines > 2 * change.bounds.small && added > change.bounds.small;
    let is_reformatting = doc.title().is_some_and(|it| change.is_reformatting(&it.title));
    if !is_enough || change.has_tests() || is_reformatting || shape::change::is_plain(doc) || testing::is_spoken_of(doc)
    {
        return;
    }
    let Some(largest) = source.iter().max_by_key(|file| file.lines()) else { return };
    let others = match source.len() - 1 {
        0 => String::new(),
        1 => " and another file".to_owned(),
        many => format!(" and {many} other files"),
    };
    let label = format!("{lines} lines change in {}{others}, and no test file does", largest.path);
    let flag = found.flag(doc.head(), label);
    // Beside a page as long as that, lines of code are mostly the comments that lead to it.
    let docs = sorted.iter().filter(|(_, sort)| *sort == Sort::Docs).filter_map(|(file, _)| file.added);
    let is_of_docs = docs.fold(0, u32::saturating_add) > added.saturating_mul(5);
    if is_of_docs || is_replaced(&source) || source.iter().any(|file| file.holds_its_tests()) {
        flag.unsure();
    }
}

/// Whether a line or two were written otherwise in each of many files: a name that is another now.
fn is_replaced(source: &[&ChangedFile]) -> bool {
    const MANY: usize = 8;
    const FEW: u32 = 2;
    source.len() >= MANY
        && source.iter().all(|file| file.added == file.deleted && file.added.is_some_and(|it| it <= FEW))
}
