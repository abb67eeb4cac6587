//! Runs of backticks: which of them belong together, and what stands between those. Knows nothing else of inlines.

use std::collections::HashMap;

use crate::text::Span;

/// The runs of a mark.
pub fn runs(bytes: &[u8], mark: u8) -> Vec<Span> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(start) = memchr::memchr(mark, &bytes[at..]).map(|next| at + next) {
        at = start + bytes[start..].iter().take_while(|byte| **byte == mark).count();
        runs.push(Span::new(start, at));
    }
    runs
}

/// A text with letters in the place of all code, where every run of backticks is a mark of code: no mark of emphasis stands
/// in code.
pub fn without_code(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let runs = runs(&bytes, b'`');
    let closing = closing(&runs);
    let mut end = 0;
    for run in runs {
        if let Some(close) = closing.get(&run.start).filter(|_| run.start >= end) {
            bytes[run.end..*close].fill(b'x');
            end = close + run.len();
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// For each run, where the next one of the same length begins.
pub fn closing(runs: &[Span]) -> HashMap<usize, usize> {
    let mut next = HashMap::new();
    runs.iter().rev().filter_map(|run| Some((run.start, next.insert(run.len(), run.start)?))).collect()
}
