//! `rules/complete/large-change.md`

use std::collections::{HashMap, HashSet};

use crate::change::{Change, ChangedFile, Sort};
use crate::document::{Document, Stand};
use crate::finding::Findings;
use crate::slot::shape;
use crate::words::english::reading_order;
use crate::words::near;

/// Files that a text names: so many, and it leads through them.
const NAMED: usize = 3;

/// Fewer lines a file are one small change made everywhere: whoever read one of them has read all.
const MECHANICAL: u32 = 20;

pub fn check(doc: &Document, change: &Change, found: &mut Findings) {
    // Tests are read beside what they test, and what only goes away at a glance. Without the files it is not known how many
    // lines anybody reads.
    let read: Vec<_> = change.sorted().into_iter().filter(|(file, sort)| is_read(file, *sort)).collect();
    let lines = read.iter().map(|(file, _)| file.lines()).fold(0, u32::saturating_add);
    let files = u32::try_from(read.len()).unwrap_or(u32::MAX);
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
        || leads_to(doc, &read, lines)
    {
        return;
    }
    let more = if change.is_cut { "more than " } else { "" };
    let label =
        format!("{more}{lines} lines in {more}{files} files without their tests, and nothing says where to begin");
    found.flag(doc.head(), label);
}

/// Whether one file holds nearly all of it: it is begun with.
fn is_mostly_one(read: &[(&ChangedFile, Sort)]) -> bool {
    let lines = || read.iter().map(|(file, _)| file.lines());
    lines().max().unwrap_or(0) >= lines().fold(0, u32::saturating_add) / 5 * 4
}

fn is_read(file: &ChangedFile, sort: Sort) -> bool {
    let only_goes = file.added == Some(0);
    sort.is_read() && !sort.is_test() && sort != Sort::Docs && !only_goes && file.lines() > 0
}

/// Whether the text says in which order, or names what it is about file by file.
fn is_guided(doc: &Document) -> bool {
    let says = shape::sentences(doc).any(|(_, words)| reading_order::find(words).is_some());
    let prose = doc.prose();
    let code = prose.masks(0..prose.text().len()).filter(|(stand, _)| *stand == Stand::Code);
    let files = code.filter(|(_, span)| doc.at(*span).contains(['.', '/', ':', '('])).count();
    says || files >= NAMED
}

/// Whether the words below the title lead to the files: they name several of them, the one that holds half of it, or what
/// was done in which folder.
fn leads_to(doc: &Document, read: &[(&ChangedFile, Sort)], lines: u32) -> bool {
    let files: HashMap<String, &ChangedFile> = read.iter().map(|(file, _)| (plain(stem(&file.path)), *file)).collect();
    let body = &doc.text()[doc.title().map_or(0, |it| it.heading.end.min(doc.text().len()))..];
    let mut named: HashSet<&str> = HashSet::new();
    for word in body.split(|it: char| !it.is_alphanumeric() && !matches!(it, '_' | '-' | '.' | '/')) {
        let word = word.trim_matches(['.', '-', '_', '/']);
        let is_file = word.contains(['.', '/']);
        let is_name = is_file || word.contains('_') || word.chars().skip(1).any(char::is_uppercase);
        // An address ends in a name, too.
        let is_there = |file: &&&ChangedFile| is_name && (!word.contains('/') || file.path.ends_with(word));
        let Some(file) = files.get(&plain(stem(word))).filter(is_there) else { continue };
        if is_file && file.lines() >= lines / 2 {
            return true;
        }
        named.insert(&file.path);
    }
    named.len() >= NAMED || tells_by_folder(doc, read)
}

/// "- api: takes the name", "- store: keeps it": a list that says of each folder what was done in it.
fn tells_by_folder(doc: &Document, read: &[(&ChangedFile, Sort)]) -> bool {
    let folders = || read.iter().filter_map(|(file, _)| file.path.rsplit_once('/')).flat_map(|(it, _)| it.split('/'));
    let folders: HashSet<&str> = folders().collect();
    let heads = doc.items().iter().filter_map(|it| near::ahead(doc.at(it.span)).split_once(':'));
    let heads = heads.map(|(head, _)| head.trim_matches(['-', '*', ' ', '`']));
    heads.filter(|it| folders.contains(it)).collect::<HashSet<_>>().len() >= NAMED
}

/// The name of a file without its ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split_once('.').map_or(name, |(stem, _)| stem)
}

/// Letters and digits alone: `VolumePanel` lies in `volume-panel.js`.
fn plain(name: &str) -> String {
    name.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
