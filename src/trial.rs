//! A repository's history, replayed: what would have been said of each change, and what people later did about it.
//! Pure: it is handed the versions of texts with their findings, and counts. Knows no rule by name, no file system, no
//! git and no output format.

pub mod advice;
pub mod compared;
mod engine;
pub mod figures;
pub mod rate;

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::document::Document;
use crate::finding::{Finding, Level};
use crate::settle::fingerprint::alike;
use crate::text::Lines;
use compared::Compared;
pub use engine::{Control, End, Life, Replay, Said};

/// A finding, as far as it is followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub rule: Arc<str>,
    pub level: Level,
    /// Where only what is new is judged, it fails the run.
    pub fails: bool,
    /// Equal for findings of one rule whose text is equal.
    pub text: Arc<str>,
    /// From 0.
    pub line: u32,
}

impl Mark {
    pub fn of(lines: &Lines, text: &str, finding: &Finding, fails: bool) -> Self {
        Self {
            rule: finding.rule.as_str().into(),
            level: finding.level,
            fails,
            text: alike(&finding.rule, finding.at.span.of(text)).into(),
            line: lines.index(finding.at.span.start) as u32,
        }
    }
}

/// What is remembered of one version of a text.
#[derive(Debug, Clone, Default)]
pub struct Version {
    /// By place.
    pub marks: Vec<Mark>,
    /// The lines, from 0, in which a person wrote sentences; by line.
    pub prose: Vec<RangeInclusive<u32>>,
}

impl Version {
    fn is_prose(&self, line: u32) -> bool {
        let after = self.prose.partition_point(|it| *it.start() <= line);
        after.checked_sub(1).is_some_and(|at| self.prose[at].contains(&line))
    }
}

/// The lines of the sentences of a text.
pub fn prose(doc: &Document) -> Vec<RangeInclusive<u32>> {
    let mut ranges: Vec<RangeInclusive<u32>> = Vec::new();
    for sentence in doc.prose().sentences() {
        let span = doc.prose().span(sentence.range.clone());
        let line = |offset: usize| (doc.line(offset) - 1) as u32;
        let (start, end) = (line(span.start), line(span.end.saturating_sub(1).max(span.start)));
        match ranges.last_mut() {
            Some(last) if start <= last.end() + 1 => *last = *last.start()..=end.max(*last.end()),
            _ => ranges.push(start..=end),
        }
    }
    ranges
}

/// One text in one change.
#[derive(Debug)]
pub struct Step {
    /// Where it is after the change; where it was, if it was deleted.
    pub path: Arc<str>,
    /// Where it was before: nowhere, if it is new.
    pub from: Option<Arc<str>>,
    pub before: Arc<Version>,
    /// Nothing where it was deleted.
    pub after: Option<Arc<Version>>,
    pub compared: Compared,
    /// What a comparison with the base says: those of the findings after it that are new.
    pub said: Vec<Mark>,
}

/// One change, as a pull request is one.
#[derive(Debug, Clone)]
pub struct Change {
    pub commit: String,
    /// Seconds since 1970.
    pub time: i64,
}
