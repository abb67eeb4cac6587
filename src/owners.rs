//! Who answers for which paths of a repository, as its CODEOWNERS says: read as GitHub reads it, or as GitLab does.
//! Knows no disk, and no person: whether somebody is still there, it cannot say.

mod line;
mod pattern;

use std::collections::BTreeSet;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

pub use line::Entry;
use line::Line;

/// Where the forges look, in their order: the first that is there counts.
pub const PLACES: &[&str] = &[".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];

/// Whose rules a file is read by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forge {
    GitHub,
    GitLab,
}

impl Forge {
    /// The forge that a file is written for: by its place, or by what only GitLab reads.
    pub fn of(path: &str, text: &str) -> Self {
        let is_gitlab = || text.lines().any(|it| it.starts_with("^[") || it.starts_with('[') || it.starts_with('!'));
        match path.split('/').next() {
            Some(".github") => Self::GitHub,
            Some(".gitlab") => Self::GitLab,
            _ if is_gitlab() => Self::GitLab,
            _ => Self::GitHub,
        }
    }
}

/// What an owner is, as far as its name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// `@ada`. On GitLab a group of the highest level looks the same.
    Handle,
    /// `@shop/checkout`
    Team,
    /// `@@maintainer`
    Role,
    /// `ada@example.com`
    Address,
}

/// Somebody who answers for paths.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Owner {
    /// As it is written, with its `@`.
    pub name: String,
    pub sort: Sort,
}

impl Owner {
    /// An owner as the forges write one; none where it is nothing of that form.
    pub fn parse(word: &str) -> Option<Self> {
        let is_name = |name: &str| {
            let is_letter = |it: char| it.is_ascii_alphanumeric() || "-_./".contains(it);
            name.starts_with(|it: char| it.is_ascii_alphanumeric() || it == '_') && name.chars().all(is_letter)
        };
        let is_path = |name: &str| is_name(name) && name.split('/').all(|part| !part.is_empty());
        let sort = match word.strip_prefix('@') {
            Some(rest) if rest.strip_prefix('@').is_some_and(is_name) => Sort::Role,
            Some(name) if is_path(name) => {
                if name.contains('/') {
                    Sort::Team
                } else {
                    Sort::Handle
                }
            }
            Some(_) => return None,
            None => {
                let (name, host) = word.split_once('@')?;
                let is_address = !name.is_empty() && host.contains('.') && !host.contains('@');
                is_address.then_some(Sort::Address)?
            }
        };
        Some(Self { name: word.to_owned(), sort })
    }
}

/// A line that its forge does not read as it is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// From 1.
    pub line: usize,
    pub message: String,
}

/// A file of code owners, ready to be asked for paths.
#[derive(Debug, Clone)]
pub struct Codeowners {
    /// Where it lies, from the root.
    pub path: String,
    pub forge: Forge,
    pub malformed: Vec<Malformed>,
    sections: Vec<Section>,
}

/// What is decided on its own: each section of GitLab, and on GitHub the whole file.
#[derive(Debug, Clone, Default)]
struct Section {
    name: String,
    defaults: Vec<Owner>,
    entries: Vec<Entry>,
    has_exclusions: bool,
    /// From the first to the last.
    automata: Vec<Automaton>,
}

/// The patterns of some entries that follow each other, as one.
#[derive(Debug, Clone)]
struct Automaton {
    globs: GlobSet,
    /// The entry of each glob.
    entries: Vec<usize>,
}

/// So many patterns become one automaton: more would cost more to build than is saved.
const MOST_GLOBS: usize = 256;

/// The file that counts, of those that are there: its place, and what `look` finds at it.
pub fn first<T>(mut look: impl FnMut(&str) -> Option<T>) -> Option<(&'static str, T)> {
    PLACES.iter().find_map(|place| Some((*place, look(place)?)))
}

impl Codeowners {
    /// Reads a file that lies at `path` from the root. What is malformed is left out, and told.
    pub fn read(path: &str, text: &str) -> Self {
        let forge = Forge::of(path, text);
        let mut sections = vec![Section::default()];
        let mut malformed = Vec::new();
        let mut at = 0;
        let mut start = 0;
        for (index, whole) in text.split_inclusive('\n').enumerate() {
            let line = whole.trim_end_matches(['\n', '\r']).trim_start_matches('\u{feff}');
            let read = line::read(line, index + 1, start + whole.find(line).unwrap_or(0), forge);
            start += whole.len();
            match read {
                Ok(Line::Nothing) => {}
                Ok(Line::Section { name, defaults }) => {
                    let same = sections.iter().position(|it| it.name.eq_ignore_ascii_case(&name));
                    at = same.unwrap_or_else(|| {
                        sections.push(Section { name, ..Section::default() });
                        sections.len() - 1
                    });
                    if !defaults.is_empty() {
                        sections[at].defaults = defaults;
                    }
                }
                Ok(Line::Entry(entry)) => sections[at].entries.push(entry),
                Err(message) => malformed.push(Malformed { line: index + 1, message }),
            }
        }
        sections.iter_mut().for_each(Section::compile);
        Self { path: path.to_owned(), forge, malformed, sections }
    }

    /// Everybody who answers for a file, in the order of the sections; nobody where nobody does.
    pub fn owners_of(&self, path: &str) -> Vec<&Owner> {
        let mut owners: Vec<&Owner> = Vec::new();
        for owner in self.sections.iter().flat_map(|it| it.owners_of(path)) {
            if !owners.contains(&owner) {
                owners.push(owner);
            }
        }
        owners
    }

    /// The line that decides who answers for a file: the last one that matches, in the first section that has one.
    pub fn line_of(&self, path: &str) -> Option<&Entry> {
        self.sections.iter().find_map(|it| it.entry(path))
    }

    /// Everybody whom the file names, once, sorted.
    pub fn all(&self) -> BTreeSet<&Owner> {
        let of = |it: &'_ Section| it.defaults.len() + it.entries.len();
        let sections = self.sections.iter().filter(|it| of(it) > 0);
        sections.flat_map(|it| it.defaults.iter().chain(it.entries.iter().flat_map(|it| &it.owners))).collect()
    }

    /// The patterns with those who answer for them, in order.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &[Owner])> {
        let with_owners = |section: &'_ Section, entry: &Entry| entry.owners.is_empty() && !section.defaults.is_empty();
        self.sections.iter().flat_map(move |section| {
            let entries = section.entries.iter().filter(|it| !it.is_excluded);
            entries.map(move |entry| {
                let owners = if with_owners(section, entry) { &section.defaults } else { &entry.owners };
                (entry.pattern.as_str(), owners.as_slice())
            })
        })
    }
}

impl Section {
    fn compile(&mut self) {
        self.has_exclusions = self.entries.iter().any(|it| it.is_excluded);
        let mut open: Vec<(usize, globset::Glob)> = Vec::new();
        for (index, entry) in self.entries.iter().enumerate() {
            let glob = |it: &String| GlobBuilder::new(it).literal_separator(true).backslash_escape(true).build().ok();
            open.extend(entry.globs.iter().filter_map(glob).map(|it| (index, it)));
            if open.len() >= MOST_GLOBS {
                self.automata.extend(Automaton::of(&mut open));
            }
        }
        self.automata.extend(Automaton::of(&mut open));
    }

    /// The entry that decides: an exclusion, or the last that matches.
    fn entry(&self, path: &str) -> Option<&Entry> {
        let is_whole = |it: &&Automaton| it.globs.is_match(path);
        let matched = self.automata.iter().rev().filter(is_whole).flat_map(|it| {
            let mut entries: Vec<usize> = it.globs.matches(path).into_iter().map(|glob| it.entries[glob]).collect();
            entries.sort_unstable_by(|one, other| other.cmp(one));
            entries
        });
        let mut matched = matched.map(|index| &self.entries[index]).peekable();
        let last = matched.peek().copied();
        // What is excluded cannot be taken in again.
        let excluded = self.has_exclusions.then(|| matched.find(|it| it.is_excluded)).flatten();
        excluded.or(last)
    }

    fn owners_of(&self, path: &str) -> &[Owner] {
        match self.entry(path) {
            Some(entry) if entry.is_excluded => &[],
            Some(entry) if entry.owners.is_empty() => &self.defaults,
            Some(entry) => &entry.owners,
            None => &[],
        }
    }
}

impl Automaton {
    fn of(open: &mut Vec<(usize, globset::Glob)>) -> Option<Self> {
        let mut builder = GlobSetBuilder::new();
        let entries = open.iter().map(|(index, _)| *index).collect();
        for (_, glob) in open.drain(..) {
            builder.add(glob);
        }
        builder.build().ok().map(|globs| Self { globs, entries })
    }
}
