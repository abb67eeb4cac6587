//! What is wrong with a page or a configuration, as data.

use super::page::Malformed;
use super::{Page, key};
use crate::finding::Label;
use crate::text::{Lines, Span};

/// A mistake in a page or in the configuration: a place in that file, and its cure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub path: String,
    pub text: String,
    pub at: Label,
    pub message: String,
    pub help: String,
}

impl Mistake {
    pub fn new(path: &str, text: &str, at: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        let at = Label { span: at, text: "here".to_owned() };
        Self { path: path.to_owned(), text: text.to_owned(), at, message: message.into(), help: help.into() }
    }

    /// A mistake at a place of a page.
    pub fn at(page: &Page, at: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(&page.path, &page.text, at, message, help)
    }

    /// A mistake at the first place of the definition that says `word`, and is no comment.
    pub fn about(page: &Page, word: &str, message: &str, help: &str) -> Self {
        Self::behind(page, 0, word, message, help)
    }

    /// The same at the first place behind an offset of the definition.
    pub fn behind(page: &Page, from: usize, word: &str, message: &str, help: &str) -> Self {
        let head = page.head();
        let is_said = |at: &usize| !head[..*at].rsplit('\n').next().is_some_and(|it| it.trim_start().starts_with('#'));
        let found = head[from..].match_indices(word).map(|(at, _)| from + at).find(is_said);
        let found = found.map(|at| Span::new(at, at + word.len()).after(page.head.start));
        Self::at(page, found.unwrap_or(page.head), message, help)
    }

    /// A mistake at the key of a need.
    pub fn of_need(page: &Page, name: &str, message: &str, help: &str) -> Self {
        let at = key::of_need(page.head(), name).map(|it| it.after(page.head.start));
        Self::at(page, at.unwrap_or(page.head), message, help)
    }

    /// A mistake at the first place of a need's definition that says `word`.
    pub fn in_need(page: &Page, name: &str, word: &str, message: &str, help: &str) -> Self {
        let from = key::of_need(page.head(), name).map_or(0, |it| it.end);
        Self::behind(page, from, word, message, help)
    }

    /// The mistake and its cure in a line, for those who show no place.
    pub fn line(&self) -> String {
        let line = Lines::of(&self.text).index(self.at.span.start) + 1;
        format!("{}:{line}: {}; {}", self.path, self.message, self.help)
    }

    /// A page that is not in its form.
    pub fn malformed(path: &str, text: &str, error: Malformed) -> Self {
        Self::new(path, text, error.at, error.message, error.help)
    }
}
