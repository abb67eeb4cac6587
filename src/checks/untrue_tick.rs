//! `rules/complete/untrue-tick.md`

use crate::change::{Change, Sort};
use crate::document::Document;
use crate::finding::Findings;
use crate::words::english::vow;

pub fn check(doc: &Document, change: &Change, found: &mut Findings) {
    let sorted = change.sorted();
    // Some languages have their tests in the file that they test, and some tests are data.
    let may_hold_tests = |(file, sort): &(&crate::change::ChangedFile, Sort)| {
        sort.is_test()
            || *sort == Sort::Other
            || file.holds_its_tests()
            || file.path.to_ascii_lowercase().contains("test")
    };
    let has_source = sorted.iter().any(|(_, sort)| *sort == Sort::Source);
    // What a change of tests alone touches may be called anything.
    let is_about_tests = doc.title().is_some_and(|title| title.title.to_lowercase().contains("test"));
    if change.is_cut || !has_source || is_about_tests || sorted.iter().any(may_hold_tests) {
        return;
    }
    let ticked = doc.items().iter().filter(|item| item.task == Some(true) && !item.quoted);
    for passage in ticked.filter_map(|item| item.passage) {
        if vow::adds_tests(doc.prose().passage(passage)) {
            let label = format!("ticked, and no test is among the files ({})", sorted.len());
            found.flag(doc.passages()[passage].span, label);
        }
    }
}
