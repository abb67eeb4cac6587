//! What looks like an answer and is none: nothing, "N/A", "TBD", the template's own hint.

use super::template;

/// Whole answers that say nothing, beside those that say that they are still to be written. "None" is an answer where
/// it is asked for, and is not among them.
const EMPTY: &[&str] = &[
    "n/a",
    "na",
    "tba",
    "tbc",
    "???",
    "??",
    "?",
    "...",
    "…",
    "-",
    "--",
    "–",
    "—",
    "_",
    ".",
    "no response",
    "_no response_",
    "test",
    "testing",
    "to be done",
    "to be defined",
    "to be determined",
    "to be decided",
    "to be announced",
    "not yet",
    "see above",
    "see error",
    "nan",
    "nil",
    "null",
];

/// Whether a whole answer is a placeholder.
pub fn is_placeholder(answer: &str) -> bool {
    let answer = answer.trim().trim_matches(['*', '`', '"', '\'']).trim();
    let lower = answer.to_lowercase();
    let lower = lower.trim_end_matches(['.', '!', ':']).trim();
    if answer.is_empty() || EMPTY.contains(&lower) || EMPTY.contains(&answer) || template::is_unwritten(answer) {
        return true;
    }
    let is_wrapped = [('<', '>'), ('[', ']'), ('{', '}')].iter().any(|(open, close)| {
        lower.starts_with(*open) && lower.ends_with(*close) && !lower.contains("](") && !lower.contains("://")
    });
    let opens_todo = ["todo:", "todo for", "todo -", "tbd:", "tbd -", "fixme:"].iter().any(|it| lower.starts_with(it));
    is_wrapped && !lower.starts_with("[x]") || opens_todo && lower.split_whitespace().count() <= 8
}
