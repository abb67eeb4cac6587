//! What a change allows itself, as a part of the summary: whoever merges it agrees with that.

use super::{code, words};
use crate::report::counted;
use crate::settle::Report;
use crate::settle::since::NewAllow;

/// Exceptions that are listed before the rest is only counted.
const MOST: usize = 50;
/// The longest reason, in characters.
const LONGEST_REASON: usize = 240;

pub fn print(report: &Report) -> String {
    let allows = &report.allows;
    if allows.is_empty() {
        return String::new();
    }
    let rows: String = allows.iter().take(MOST).map(row).collect();
    let more = allows.len().saturating_sub(MOST);
    let more = if more > 0 { format!("\n{more} more not shown.\n") } else { String::new() };
    let count = counted(allows.len(), "new exception");
    format!("\n### {count}\n\n| place | rules | covers | reason |\n|---|---|---|---|\n{rows}{more}")
}

fn row(it: &NewAllow) -> String {
    let place = code(&format!("{}:{}", it.document, it.exception.line));
    let reach = if it.exception.is_wide { "the whole text" } else { "this place" };
    let reason: String = it.exception.reason.chars().take(LONGEST_REASON).collect();
    format!("| {place} | {} | {reach} | {} |\n", code(&it.exception.rules.join(", ")), words(&reason))
}
