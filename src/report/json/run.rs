//! What a run tells programs beside its findings: what was not read, what it was compared with.

use schemars::JsonSchema;
use serde::Serialize;

use crate::settle::{self, since};

/// The base of a comparison: only what it does not have is among the diagnostics.
#[derive(Serialize, JsonSchema)]
pub struct Since<'r> {
    /// As it was named.
    base: &'r str,
    /// The commit whose texts were read: where the histories part.
    commit: &'r str,
    /// Findings of the changed texts that were there before.
    before: usize,
}

/// A comment that allows findings and was not there before.
#[derive(Serialize, JsonSchema)]
pub struct NewAllow<'r> {
    path: &'r str,
    /// From 1.
    #[schemars(range(min = 1))]
    line: usize,
    rules: &'r [String],
    reason: &'r str,
    /// It covers the whole text.
    whole_file: bool,
}

impl<'r> Since<'r> {
    pub fn of(it: &'r since::Since) -> Self {
        Self { base: &it.base, commit: &it.commit, before: it.old }
    }
}

impl<'r> NewAllow<'r> {
    pub fn of(it: &'r since::NewAllow) -> Self {
        let exception = &it.exception;
        Self {
            path: &it.document,
            line: exception.line,
            rules: &exception.rules,
            reason: &exception.reason,
            whole_file: exception.is_wide,
        }
    }
}

/// An input that was not checked, and why.
#[derive(Serialize, JsonSchema)]
pub struct Notice<'r> {
    path: &'r str,
    message: &'r str,
    help: &'r str,
    /// It fails the run.
    fatal: bool,
}

impl<'r> Notice<'r> {
    pub fn of(it: &'r settle::Notice) -> Self {
        Self { path: &it.path, message: &it.message, help: &it.help, fatal: it.fatal }
    }
}
