//! Who answers for which paths of a repository, as its CODEOWNERS says: read as GitHub reads it, or as GitLab does.
//! Knows no disk, and no person: whether somebody is still there, it cannot say.

mod automaton;
mod line;
mod pattern;

use std::collections::{BTreeSet, HashMap, HashSet};

use automaton::Automaton;
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    defaults: Vec<Owner>,
    entries: Vec<Entry>,
    has_exclusions: bool,
    /// From the first to the last.
    automata: Vec<Automaton>,
}

/// Each section decides about each file.
const MOST_SECTIONS: usize = 1000;

/// Patterns without the name of a file or of a folder: each is held against every path.
const MOST_WILD: usize = 2048;

/// The file that counts, of those that are there: its place, and what `look` finds at it.
pub fn first<T>(mut look: impl FnMut(&str) -> Option<T>) -> Option<(&'static str, T)> {
    PLACES.iter().find_map(|place| Some((*place, look(place)?)))
}

impl Codeowners {
    /// Reads a file that lies at `path` from the root. What is malformed is left out, and told.
    pub fn read(path: &str, text: &str) -> Self {
        let forge = Forge::of(path, text);
        let mut reader = Reader::default();
        let mut malformed = Vec::new();
        let mut start = 0;
        for (index, whole) in text.split_inclusive('\n').enumerate() {
            let line = whole.trim_end_matches(['\n', '\r']).trim_start_matches('\u{feff}');
            let read = line::read(line, index + 1, start + whole.find(line).unwrap_or(0), forge);
            start += whole.len();
            if let Err(message) = read.and_then(|it| reader.take(it)) {
                malformed.push(Malformed { line: index + 1, message });
            }
        }
        let mut sections = reader.sections;
        sections.iter_mut().for_each(Section::compile);
        Self { path: path.to_owned(), forge, malformed, sections }
    }

    /// Everybody who answers for a file, in the order of the sections; nobody where nobody does.
    pub fn owners_of(&self, path: &str) -> Vec<&Owner> {
        let mut met = HashSet::new();
        self.sections.iter().flat_map(|it| it.owners_of(path)).filter(|it| met.insert(*it)).collect()
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

/// What was read so far.
struct Reader {
    sections: Vec<Section>,
    /// Where a section is, by its name in small letters.
    known: HashMap<String, usize>,
    /// The section of the next line; none where that is one too many.
    at: Option<usize>,
    wild: usize,
}

impl Default for Reader {
    fn default() -> Self {
        Self { sections: vec![Section::default()], known: HashMap::new(), at: Some(0), wild: 0 }
    }
}

impl Reader {
    /// Takes in what a line says; not what is one too many.
    fn take(&mut self, line: Line) -> Result<(), String> {
        match line {
            Line::Nothing => {}
            Line::Section { name, defaults } => {
                let known = self.known.get(&name.to_ascii_lowercase()).copied();
                self.at = known.or_else(|| (self.sections.len() <= MOST_SECTIONS).then(|| self.open(&name)));
                let Some(at) = self.at else {
                    return Err(format!("there are more than {MOST_SECTIONS} sections: this one is not read"));
                };
                if !defaults.is_empty() {
                    self.sections[at].defaults = defaults;
                }
            }
            Line::Entry(entry) => {
                let Some(at) = self.at else { return Ok(()) };
                self.wild += usize::from(entry.globs.iter().any(|it| automaton::name(it).is_none()));
                if self.wild > MOST_WILD {
                    return Err(format!(
                        "there are more than {MOST_WILD} patterns that name no folder: this one is not read"
                    ));
                }
                self.sections[at].entries.push(entry);
            }
        }
        Ok(())
    }

    fn open(&mut self, name: &str) -> usize {
        self.known.insert(name.to_ascii_lowercase(), self.sections.len());
        self.sections.push(Section::default());
        self.sections.len() - 1
    }
}

impl Section {
    fn compile(&mut self) {
        self.has_exclusions = self.entries.iter().any(|it| it.is_excluded);
        let globs =
            self.entries.iter().enumerate().flat_map(|(index, it)| it.globs.iter().map(move |glob| (index, glob)));
        self.automata = Automaton::all(globs);
    }

    /// The entry that decides: an exclusion, or the last that matches.
    fn entry(&self, path: &str) -> Option<&Entry> {
        let parts: Vec<&str> = path.split('/').collect();
        let matched = self.automata.iter().rev().flat_map(|it| it.entries_of(path, &parts));
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
