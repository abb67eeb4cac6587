//! `rules/complete/mixed-change.md`

use std::collections::BTreeSet;

use crate::change::{Change, Sort};
use crate::document::Document;
use crate::finding::Findings;
use crate::words::english::concern;

pub fn check(doc: &Document, change: &Change, found: &mut Findings) {
    let Some(title) = doc.title() else { return };
    let sorted = change.sorted();
    let areas: BTreeSet<&str> = sorted
        .iter()
        .filter(|(_, sort)| matches!(sort, Sort::Source | Sort::Ui | Sort::Migration | Sort::Infrastructure))
        .filter_map(|(file, _)| file.path.rsplit_once('/').map(|(folder, _)| folder))
        .collect();
    if areas.len() > 1 && concern::are_several(&title.title) {
        found.flag(title.heading, format!("two things, in {} folders", areas.len())).unsure();
    }
}
