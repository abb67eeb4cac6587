//! What a pull request changes: its files, how many lines of each, and what is known of who opened it. Plain data that
//! a check may hold the text against. Knows no forge and no repository: `payload` and `input` make it.

mod asked;
pub mod inside;
pub mod people;
pub mod sort;

pub use inside::Inside;
pub use people::{Association, Author};
pub use sort::{Sort, Sorts};

use std::collections::HashSet;

use crate::document::Document;

/// The kind of the text that describes a change.
pub const KIND: &str = "pull-request";

/// Whether a text describes a change: the message of a commit, or the text of a pull request.
pub fn is_described_in(doc: &Document) -> bool {
    doc.is_of_commit() || doc.source().kind.as_deref() == Some(KIND)
}

/// A change that somebody is asked to review.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// The files, where they are known: an event alone does not list them.
    pub files: Option<Vec<ChangedFile>>,
    /// These are not all of its files: nothing follows from what is not among them.
    pub is_cut: bool,
    /// What is known of the size without the files: lines added and deleted, and how many files.
    pub totals: Option<Totals>,
    /// Its author is not done yet.
    pub is_draft: bool,
    pub author: Option<Author>,
    /// The people and the teams that were asked to review it, where that is known.
    pub reviewers: Option<Reviewers>,
    /// The change is larger than one sitting from so many lines that a person has to read.
    pub bounds: Bounds,
    /// Globs of the house, before our own.
    pub sorts: Sorts,
}

/// One file of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedFile {
    /// From the root of the repository, with `/`, as it is after the change; before it where the file was deleted.
    pub path: String,
    /// Where the file was before, if it was moved.
    pub moved_from: Option<String>,
    /// Lines; none where the file is binary.
    pub added: Option<u32>,
    pub deleted: Option<u32>,
    /// What the changed lines hold, as far as they were read.
    pub inside: Inside,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    pub added: u32,
    pub deleted: u32,
    pub files: u32,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reviewers {
    pub people: Vec<String>,
    pub teams: Vec<String>,
}

/// Lines that a person has to read: up to `small` a change is asked little, from more than `large` an order to read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    pub small: u32,
    pub large: u32,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { small: 10, large: 400 }
    }
}

/// The files of which a program makes one of this path: `parser.y` of `parser.c`, where both are kept.
fn made_of(path: &str) -> impl Iterator<Item = String> + '_ {
    const MADE: &[&str] = &["c", "h", "cc", "cpp", "hpp", "hh"];
    const GRAMMARS: &[&str] = &["y", "yy", "ypp", "l", "ll", "lex", "re", "rl", "gperf", "peg"];
    // What is drawn with a program is kept beside its picture, and a page beside the document that it shows.
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    let origins: &[&str] = match ending {
        "xml" | "drawio" => &["png", "svg"],
        "html" => &["xml", "adoc", "bs"],
        _ if MADE.contains(&ending) => GRAMMARS,
        _ => &[],
    };
    let stem = stem.strip_suffix(".tab").unwrap_or(stem);
    origins.iter().map(move |it| format!("{stem}.{it}"))
}

impl ChangedFile {
    /// Lines added and deleted.
    pub fn lines(&self) -> u32 {
        self.added.unwrap_or(0).saturating_add(self.deleted.unwrap_or(0))
    }

    /// Its language has tests beside the code that they test, in the same file.
    pub fn holds_its_tests(&self) -> bool {
        const ENDINGS: &[&str] = &["rs", "zig", "d", "nim", "roc", "jl", "el", "rkt"];
        self.path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending))
    }

    /// The sort of a file by what changed in it: who writes comments anew documents the code.
    fn sort_by_lines(&self, sort: Sort) -> Sort {
        if sort == Sort::Source && self.inside.is_of_comments { Sort::Docs } else { sort }
    }

    /// It only lies elsewhere now.
    pub fn is_moved(&self) -> bool {
        self.moved_from.is_some() && self.lines() == 0
    }
}

impl Change {
    /// Reads one file a line, as in `git diff --numstat`: lines added, lines deleted, path, with any white space between
    /// them; `-` where a file is binary. `asked: @mira @shop/core` names those who were asked to review, a team by its
    /// slash. `comments: PATH` is a file in which only comments differ, `tests: PATH` one with tests beside its code. A line
    /// in another form is left out.
    pub fn of_numstat(text: &str) -> Self {
        let told = |key: &str, path: &str| {
            text.lines().filter_map(|line| line.strip_prefix(key)).any(|it| it.split_whitespace().any(|it| it == path))
        };
        let file = |line: &str| {
            let mut words = line.split_whitespace();
            let count = |word: &str| if word == "-" { Some(None) } else { word.parse().ok().map(Some) };
            let (added, deleted) = (count(words.next()?)?, count(words.next()?)?);
            let path = words.collect::<Vec<_>>().join(" ");
            let inside = Inside { is_of_comments: told("comments:", &path), has_tests: told("tests:", &path) };
            (!path.is_empty()).then_some(ChangedFile { path, moved_from: None, added, deleted, inside })
        };
        let asked = text.lines().find_map(|line| line.strip_prefix("asked:"));
        let reviewers = asked.map(|names| {
            let (teams, people) = names.split_whitespace().map(str::to_owned).partition(|name| name.contains('/'));
            Reviewers { people, teams }
        });
        Self { files: Some(text.lines().filter_map(file).collect()), reviewers, ..Self::default() }
    }

    /// The files with their sorts; none where they are not known.
    pub fn sorted(&self) -> Vec<(&ChangedFile, Sort)> {
        let paths = || self.files.iter().flatten().map(|file| file.path.as_str());
        let all: HashSet<&str> = paths().collect();
        let sorted = self.files.iter().flatten().zip(self.sorts.all(paths()));
        let sorted = sorted.map(|(file, sort)| {
            let is_made = !sort.is_test() && sort.is_read() && made_of(&file.path).any(|it| all.contains(it.as_str()));
            (file, if is_made { Sort::Generated } else { file.sort_by_lines(sort) })
        });
        sorted.collect()
    }

    /// Whether the style of the code was settled in a file of its formatter, and the title says so: then a program wrote the rest.
    pub fn is_reformatting(&self, title: &str) -> bool {
        let lower = title.to_ascii_lowercase();
        let mut files = self.files.iter().flatten();
        let is_told = ["format", "indent", "style", "prettier", "black", "yapf", "rubocop", "lint"];
        is_told.iter().any(|it| lower.contains(it)) && files.any(|file| sort::configures_formatter(&file.path))
    }

    /// The lines that a person has to read, where the size is known: without what is generated, vendored, locked, or
    /// recorded for a test. Without files these are all lines.
    pub fn lines_to_read(&self) -> Option<u32> {
        if self.files.is_some() {
            let read = self.sorted().into_iter().filter(|(_, sort)| sort.is_read());
            return Some(read.map(|(file, _)| file.lines()).fold(0, u32::saturating_add));
        }
        self.totals.map(|it| it.added.saturating_add(it.deleted))
    }

    /// Whether it is too little to be asked much: a few lines, or nothing but documents.
    pub fn is_small(&self) -> bool {
        if self.is_cut {
            return false;
        }
        if self.lines_to_read().is_some_and(|lines| lines <= self.bounds.small) {
            return true;
        }
        self.is_of_words()
    }
}
