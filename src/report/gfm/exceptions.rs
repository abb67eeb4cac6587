//! What a change allows itself: whoever merges it agrees with that.

use super::{code, words};
use crate::report::summary::counted;
use crate::settle::Report;
use crate::settle::since::NewAllow;

/// Exceptions that are listed before the rest is only counted.
const MOST_EXCEPTIONS: usize = 50;
/// The longest reason that is quoted, in characters.
const LONGEST_REASON: usize = 240;

pub fn exceptions(report: &Report) -> String {
    let allows = report.since.as_ref().map_or(&[][..], |it| &it.allows);
    if allows.is_empty() {
        return String::new();
    }
    let row = |it: &NewAllow| {
        let place = code(&format!("{}:{}", it.document, it.exception.line));
        let reach = if it.exception.is_wide { "the whole file" } else { "this place" };
        let reason: String = it.exception.reason.chars().take(LONGEST_REASON).collect();
        format!("| {place} | {} | {reach} | {} |\n", code(&it.exception.rules.join(", ")), words(&reason))
    };
    let rows: String = allows.iter().take(MOST_EXCEPTIONS).map(row).collect();
    let more = allows.len().saturating_sub(MOST_EXCEPTIONS);
    let more = if more > 0 { format!("\n{more} more not shown.\n") } else { String::new() };
    let count = counted(allows.len(), "new exception");
    format!("\n### {count}\n\n| place | rules | covers | reason |\n|---|---|---|---|\n{rows}{more}")
}
