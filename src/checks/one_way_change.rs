//! `rules/complete/one-way-change.md`

use crate::change::{Change, ChangedFile, Sort};
use crate::document::Document;
use crate::finding::Findings;
use crate::slot::shape;
use crate::words::address::local;

/// Words of a migration's name by which data goes away.
const DESTRUCTIVE: &[&str] = &["drop", "delete", "remove", "truncate", "purge", "destroy", "rename", "merge", "squash"];

pub fn check(doc: &Document, change: &Change, found: &mut Findings) {
    let sorted = change.sorted();
    let of = |sort: Sort| sorted.iter().filter(move |(_, it)| *it == sort).map(|(file, _)| *file);
    let has_way_back = of(Sort::Migration).any(|file| file.path.ends_with(".down.sql"));
    if has_way_back || shape::speaks_of_way_back(doc) {
        return;
    }
    if let Some(file) = of(Sort::Migration).find(|file| is_new(file) && destroys(&file.path)) {
        found.flag(doc.head(), format!("{} takes data away, and nothing here leads back", file.path));
    } else if let Some(file) = of(Sort::Migration).chain(of(Sort::Infrastructure)).chain(of(Sort::Flag)).next() {
        // Most of them can be undone by undoing the change.
        found.flag(doc.head(), format!("{} changes, and nothing here leads back", file.path)).unsure();
    }
}

/// A migration that only lost lines was one before.
fn is_new(file: &ChangedFile) -> bool {
    file.added.is_some_and(|added| added > 0) && file.deleted.is_none_or(|deleted| deleted == 0)
}

fn destroys(path: &str) -> bool {
    let name = local::name(path).to_ascii_lowercase();
    let mut words = name.split(|it: char| !it.is_ascii_alphanumeric());
    words.any(|word| DESTRUCTIVE.contains(&word))
}
