//! Names that something has to be behind: of rules and of kinds in code, and of what a module offers to others.

use std::collections::{BTreeMap, BTreeSet};

use super::File;

/// What stands before the tests, without the comments that have a line of their own.
fn code(file: &File) -> String {
    let lines = file.text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    lines.map(|line| if line.trim_start().starts_with("//") { "" } else { line }).collect::<Vec<_>>().join("\n")
}

/// The texts of a list that holds nothing else.
fn texts(list: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = list.split('"').collect();
    let is_list = parts.len() > 2 && parts.iter().step_by(2).all(|it| it.trim_matches([',', ' ', '\n']).is_empty());
    is_list.then(|| parts.into_iter().skip(1).step_by(2).collect())
}

/// What is asked for by its name: `is_kind("adr")`.
const ASKS: &[&str] = &["is_kind(\"", "kind == Some(\"", "catalog.rule(\"", "rule.id == \"", ".rule == \""];

/// Names of rules and kinds, in code, of which there is no page. A list of which two thirds have one is a list of such names.
pub fn strange(file: &File, pages: &BTreeSet<&str>) -> Vec<String> {
    let code = code(file);
    let line = |at: usize| code[..at].matches('\n').count() + 1;
    let lists = code.match_indices('[').filter_map(|(at, _)| {
        let all = texts(code[at + 1..].split(']').next()?)?;
        let known = all.iter().filter(|it| pages.contains(*it)).count();
        (known > 1 && known * 3 >= all.len() * 2).then_some((at, all))
    });
    let asked = ASKS.iter().flat_map(|ask| code.match_indices(ask)).filter_map(|(at, ask)| {
        let name = code[at + ask.len()..].split('"').next()?;
        Some((at, vec![name]))
    });
    let named = lists.chain(asked).flat_map(|(at, all)| all.into_iter().map(move |name| (at, name)));
    let strange = named.filter(|(_, name)| !pages.contains(name));
    strange.map(|(at, name)| file.complaint(line(at), &format!("no page is called `{name}`"))).collect()
}

/// The name that a line declares for others.
fn declared(line: &str) -> Option<&str> {
    let words = line.trim_start().strip_prefix("pub ")?.split([' ', '(', '<', ':', '{', ';', '=']);
    let mut words = words.skip_while(|it| ["const", "unsafe"].contains(it));
    let sort = words.next()?;
    let is_known = ["fn", "struct", "enum", "static", "type", "trait"].contains(&sort);
    // "const" was skipped where it opens a function, and is the sort where it opens nothing.
    if is_known { words.next() } else { line.contains("pub const ").then_some(sort) }
}

/// What is declared for others, and named nowhere else in the program and its tests.
pub fn idle(sources: &[File], all: &[File]) -> Vec<String> {
    let is_word = |it: char| it.is_alphanumeric() || it == '_';
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let lines = all.iter().flat_map(|file| file.text.lines()).filter(|line| !line.trim_start().starts_with("//"));
    for word in lines.flat_map(|line| line.split(|it| !is_word(it))) {
        *counts.entry(word).or_default() += 1;
    }
    let mut found: BTreeMap<&str, Vec<(&File, usize)>> = BTreeMap::new();
    for file in sources {
        for (number, line) in file.lines() {
            if let Some(name) = declared(line) {
                found.entry(name).or_default().push((file, number));
            }
        }
    }
    let idle = found.into_iter().filter(|(name, places)| counts.get(name).is_none_or(|it| *it <= places.len()));
    let told = idle.flat_map(|(name, places)| places.into_iter().map(move |place| (name, place)));
    told.map(|(name, (file, line))| file.complaint(line, &format!("nobody uses `{name}`; delete it"))).collect()
}
