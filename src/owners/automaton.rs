//! The globs of some entries that follow each other, as one. It is made once a path has the name of one of their files or
//! folders: of a large file of owners a run asks little.

use std::collections::HashSet;
use std::sync::OnceLock;

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};

#[derive(Debug, Clone, Default)]
pub struct Automaton {
    /// Each with its entry.
    globs: Vec<(usize, Glob)>,
    /// One name of each: a path without any of them matches none.
    names: HashSet<Box<str>>,
    /// One of them has no name, and any path may match it.
    is_open: bool,
    made: OnceLock<GlobSet>,
}

/// So many globs become one automaton: more would cost more to build than is saved.
const MOST_GLOBS: usize = 32;

/// The longest part of a glob that stands for itself.
pub fn name(glob: &str) -> Option<&str> {
    let is_plain = |part: &&str| !part.is_empty() && !part.contains(['*', '?', '[', ']', '{', '}', '\\']);
    glob.split('/').filter(is_plain).max_by_key(|it| it.len())
}

impl Automaton {
    /// Those over globs with their entries, in order. What cannot be read matches nothing.
    pub fn all<'g>(globs: impl Iterator<Item = (usize, &'g String)>) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for (entry, text) in globs {
            let built = GlobBuilder::new(text).literal_separator(true).backslash_escape(true).build();
            let Ok(glob) = built else { continue };
            if all.last().is_none_or(|it| it.globs.len() >= MOST_GLOBS) {
                all.push(Self::default());
            }
            let last = all.last_mut().expect("there is one");
            last.globs.push((entry, glob));
            match name(text) {
                Some(name) => drop(last.names.insert(name.into())),
                None => last.is_open = true,
            }
        }
        all
    }

    /// The entries whose globs match a path of these parts, the last one first.
    pub fn entries_of(&self, path: &str, parts: &[&str]) -> Vec<usize> {
        if !self.is_open && !parts.iter().any(|it| self.names.contains(*it)) {
            return Vec::new();
        }
        let matched = self.made().matches(path).into_iter();
        let mut entries: Vec<usize> = matched.map(|glob| self.globs[glob].0).collect();
        entries.sort_unstable_by(|one, other| other.cmp(one));
        entries
    }

    fn made(&self) -> &GlobSet {
        self.made.get_or_init(|| {
            let mut builder = GlobSetBuilder::new();
            for (_, glob) in &self.globs {
                builder.add(glob.clone());
            }
            builder.build().unwrap_or_default()
        })
    }
}
