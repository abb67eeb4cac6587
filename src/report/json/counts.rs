//! A run in figures.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::run::{NewAllow, Notice, Since};
use crate::report::closing::Tally;
use crate::settle;

/// The run in figures, and what it could not read.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Summary")]
pub(super) struct Counts<'r> {
    documents: usize,
    /// Documents by kind, those that were sure enough for its rules.
    kinds: BTreeMap<String, usize>,
    /// Documents that show no sign of any kind.
    unknown: usize,
    /// Documents whose signs of a kind are not sure enough for its rules.
    unsure: usize,
    /// Documents in another language than English, of whatever kind.
    foreign: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// Findings of lower confidence, which `--pedantic` shows.
    hidden: usize,
    /// Findings that comments or the configuration allow.
    allowed: usize,
    /// Questions of distant readers that the texts answer.
    answered: usize,
    /// Those that would have to be sent.
    open: usize,
    /// Findings that the baseline knows; they are not among the diagnostics.
    baseline: usize,
    /// Findings that `--fix` mended; they are not among the diagnostics.
    fixed: usize,
    /// What the texts were compared with; null where everything is reported.
    since: Option<Since<'r>>,
    /// Exceptions that a change brings, in what it says and in the texts that it changes.
    allows: Vec<NewAllow<'r>>,
    /// Inputs that were not checked.
    notices: Vec<Notice<'r>>,
}

impl<'r> Counts<'r> {
    pub fn of(report: &'r settle::Report) -> Self {
        let it = Tally::of(report);
        Self {
            documents: it.documents,
            kinds: it.kinds,
            unknown: it.unknown,
            unsure: it.unsure,
            foreign: it.foreign,
            errors: it.errors,
            warnings: it.warnings,
            notes: it.notes,
            hidden: it.hidden,
            allowed: it.allowed,
            answered: it.answered,
            open: it.open,
            baseline: report.known.as_ref().map_or(0, |it| it.count),
            fixed: report.fixes.map_or(0, |it| it.fixed),
            since: report.since.as_ref().map(Since::of),
            allows: report.allows.iter().map(NewAllow::of).collect(),
            notices: report.notices.iter().map(Notice::of).collect(),
        }
    }
}
