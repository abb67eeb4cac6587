//! `rules/complete/large-change.md`

use std::collections::{HashMap, HashSet};

use crate::change::{Change, ChangedFile, Sort};
use crate::document::{Document, Sentence, Stand};
use crate::finding::Findings;
use crate::slot::shape;
use crate::words::english::reading_order;
use crate::words::near;

/// Files that a text names: so many, and it leads through them.
const NAMED: usize = 3;

/// A text that has a word for so many lines leads through them, in whatever order.
const LINES_PER_WORD: u32 = 6;

/// Fewer lines a file are one small change made everywhere: whoever read one of them has read all.
const MECHANICAL: u32 = 20;

pub fn check(doc: &Document, change: &Change, found: &mut Findings) {
    // Tests are read beside what they test, and what only goes away at a glance. Without the files it is not known how many
    // lines anybody reads.
    let sorted = change.sorted();
    let read: Vec<_> = sorted.iter().copied().filter(|(file, sort)| is_read(file, *sort)).collect();
    let lines = read.iter().map(|(file, _)| file.lines()).fold(0, u32::saturating_add);
    let files = u32::try_from(read.len()).unwrap_or(u32::MAX);
    let added = read.iter().filter_map(|(file, _)| file.added).fold(0, u32::saturating_add);
    let is_removal = added < lines / 4 || is_mostly_gone(&sorted);
    if lines <= change.bounds.large
        || files <= 1
        || lines / files < MECHANICAL
        || is_removal
        || is_mostly_one(&read)
        || is_spread(&read)
        || shape::change::is_plain(doc)
        || doc.title().is_some_and(|it| change.is_reformatting(&it.title))
        || is_guided(doc)
        || leads_to(doc, &read, lines)
        || words(doc).saturating_mul(LINES_PER_WORD) >= lines
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

/// Whether each of many files has its small part of it: the same was done in all of them, and none is the heart of it.
fn is_spread(read: &[(&ChangedFile, Sort)]) -> bool {
    const MANY: usize = 20;
    const SHARE: u32 = 10;
    let mut lines: Vec<u32> = read.iter().map(|(file, _)| file.lines()).collect();
    lines.sort_unstable();
    let all = lines.iter().copied().fold(0, u32::saturating_add);
    let (most, middle) = (lines.last().copied().unwrap_or(0), lines.get(lines.len() / 2).copied().unwrap_or(0));
    let files = u32::try_from(lines.len().max(1)).unwrap_or(u32::MAX);
    let is_even = middle.saturating_mul(3) >= all.saturating_mul(2) / files;
    lines.len() >= MANY && most.saturating_mul(SHARE) <= all && is_even
}

/// Whether hardly anything comes for all that goes, tests and whole files with it.
fn is_mostly_gone(sorted: &[(&ChangedFile, Sort)]) -> bool {
    const AS_MUCH: u32 = 8;
    let sum = |of: fn(&ChangedFile) -> Option<u32>| {
        sorted.iter().filter(|(_, sort)| sort.is_read()).filter_map(|(file, _)| of(file)).fold(0, u32::saturating_add)
    };
    sum(|it| it.added).saturating_mul(AS_MUCH) < sum(|it| it.deleted)
}

/// How many words its author says below the title.
fn words(doc: &Document) -> u32 {
    let below = doc.own_sentences().filter(|(sentence, _)| !sentence.place.is_heading());
    let count = below.map(|(_, words)| words.split_whitespace().count()).sum::<usize>();
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn is_read(file: &ChangedFile, sort: Sort) -> bool {
    let only_goes = file.added == Some(0);
    sort.is_read() && !sort.is_test() && sort != Sort::Docs && !only_goes && file.lines() > 0
}

/// Whether the text says in which order or which program wrote it, or names what it is about file by file.
fn is_guided(doc: &Document) -> bool {
    let is_made = |sentence: &Sentence| reading_order::names_tool(doc.at(doc.prose().span(sentence.range.clone())));
    let says = shape::sentences(doc).any(|(it, words)| reading_order::find(words).is_some() || is_made(it));
    let prose = doc.prose();
    let code = prose.masks(0..prose.text().len()).filter(|(stand, _)| *stand == Stand::Code);
    let files = code.filter(|(_, span)| doc.at(*span).contains(['.', '/', ':', '('])).count();
    says || files >= NAMED
}

/// Whether the words below the title lead to the files: they name several of them, the one that holds half of it, or what
/// was done in which folder.
fn leads_to(doc: &Document, read: &[(&ChangedFile, Sort)], lines: u32) -> bool {
    let files: HashMap<String, &ChangedFile> = read.iter().map(|(file, _)| (plain(stem(&file.path)), *file)).collect();
    let title = doc.title().map_or("", |it| it.title.as_str());
    let body = &doc.text()[doc.title().map_or(0, |it| it.heading.end.min(doc.text().len()))..];
    let mut named: HashSet<&str> = HashSet::new();
    // "sync: add CancellationToken", which lies in `cancellation_token.rs`.
    let is_half = |word: &str| files.get(&plain(stem(word))).is_some_and(|it| it.lines() >= lines / 2);
    if names(title).any(|word| is_name(word) && is_half(word)) {
        return true;
    }
    for word in names(body) {
        let is_file = word.contains(['.', '/']);
        // An address ends in a name, too.
        let is_there = |file: &&&ChangedFile| is_name(word) && (!word.contains('/') || file.path.ends_with(word));
        let Some(file) = files.get(&plain(stem(word))).filter(is_there) else { continue };
        if is_file && file.lines() >= lines / 2 {
            return true;
        }
        named.insert(&file.path);
    }
    named.len() >= NAMED || names_folders(body, read) || tells_by_part(doc, read)
}

/// What may be names in a text, of files, of folders and of what is in them.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|it: char| !it.is_alphanumeric() && !matches!(it, '_' | '-' | '.' | '/'));
    words.map(|it| it.trim_matches(['.', '-', '_', '/'])).filter(|it| !it.is_empty())
}

/// Whether a word is written as only names are.
fn is_name(word: &str) -> bool {
    word.contains(['.', '/', '_']) || word.chars().skip(1).any(char::is_uppercase)
}

/// "Runtime (runtime/stage, runtime/audio), and the pool (sdk/pool)": the folders that it is about.
fn names_folders(body: &str, read: &[(&ChangedFile, Sort)]) -> bool {
    let folders = read.iter().filter_map(|(file, _)| file.path.rsplit_once('/')).map(|(folder, _)| folder);
    let folders: HashSet<&str> = folders.collect();
    // Folders further down have names of their own.
    const DEEPEST: usize = 12;
    // A path may begin below the root, and `a/b` as its end is all that is looked for.
    let ends = folders
        .iter()
        .flat_map(|it| it.match_indices('/').take(DEEPEST).map(move |(at, _)| &it[at + 1..]).chain([*it]));
    let ends: HashSet<&str> = ends.filter(|it| it.contains('/')).collect();
    names(body).filter(|it| ends.contains(it)).collect::<HashSet<_>>().len() >= NAMED
}

/// "- api: takes the name", "- pool_store — keeps it": a list that says of each folder or file what was done in it.
fn tells_by_part(doc: &Document, read: &[(&ChangedFile, Sort)]) -> bool {
    let paths = || read.iter().map(|(file, _)| file.path.as_str());
    let folders = paths().filter_map(|it| it.rsplit_once('/')).flat_map(|(it, _)| it.split('/'));
    let parts: HashSet<&str> = folders.chain(paths().map(stem)).collect();
    let head =
        |text: &str| text.find([':', '\u{2014}', '\u{2013}']).or_else(|| text.find(" - ")).map(|at| text[..at].len());
    let items = doc.items().iter().map(|it| near::ahead(doc.at(it.span)).trim_start_matches(['-', '*', ' ']));
    let heads = items.filter_map(|it| Some(it[..head(it)?].trim_matches(['*', ' ', '`'])));
    heads.filter(|it| parts.contains(it)).collect::<HashSet<_>>().len() >= NAMED
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
