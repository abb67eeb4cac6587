//! What a pattern matched: a stretch of text, and the stretches that its groups stand for.

use std::ops::{Index, Range};

use super::program::{Ends, Names};

/// A stretch of text that a pattern, or a group of it, matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl<'t> Match<'t> {
    pub(super) fn of(text: &'t str, range: Range<usize>) -> Self {
        Self { text, start: range.start, end: range.end }
    }

    pub fn as_str(&self) -> &'t str {
        &self.text[self.range()]
    }

    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    pub fn start(&self) -> usize {
        self.start
    }

    pub fn end(&self) -> usize {
        self.end
    }

    pub fn len(&self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A match with its groups, by number or by name; group 0 is the whole.
#[derive(Debug)]
pub struct Captures<'t> {
    text: &'t str,
    ends: Ends,
    names: Names,
}

impl<'t> Captures<'t> {
    pub(super) fn of(text: &'t str, ends: Ends, names: Names) -> Self {
        Self { text, ends, names }
    }

    pub fn get(&self, group: usize) -> Option<Match<'t>> {
        let (start, end) = (self.ends.get(2 * group)?, self.ends.get(2 * group + 1)?);
        Some(Match::of(self.text, (*start)?..(*end)?))
    }

    pub fn name(&self, group: &str) -> Option<Match<'t>> {
        let named = self.names.iter().find(|(_, name)| name == group)?;
        self.get(named.0)
    }
}

/// A group that every match has; another ends the program.
impl Index<usize> for Captures<'_> {
    type Output = str;

    fn index(&self, group: usize) -> &str {
        self.get(group).expect("a group of every match").as_str()
    }
}

/// A group that every match has; another ends the program.
impl Index<&str> for Captures<'_> {
    type Output = str;

    fn index(&self, group: &str) -> &str {
        self.name(group).expect("a group of every match").as_str()
    }
}
