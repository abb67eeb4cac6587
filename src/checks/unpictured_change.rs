//! `rules/complete/unpictured-change.md`

use crate::change::{Change, Sort};
use crate::document::Document;
use crate::finding::Findings;
use crate::slot::shape::picture;
use crate::words::english::reason;

pub fn check(doc: &Document, change: &Change, found: &mut Findings) {
    let sorted = change.sorted();
    let shown = sorted.iter().filter(|(_, sort)| *sort == Sort::Ui).map(|(file, _)| *file);
    let largest = shown.max_by_key(|file| file.lines()).filter(|file| file.lines() > change.bounds.small);
    let is_plain = doc.title().is_some_and(|title| reason::is_self_evident(&title.title));
    if let Some(file) = largest.filter(|_| !is_plain && picture::shown(doc).is_empty()) {
        let label = format!("{} lines change in {}, and no picture shows it", file.lines(), file.path);
        // Half of such changes look no different.
        found.flag(doc.head(), label).unsure();
    }
}
