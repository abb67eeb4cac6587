//! Runs of backticks, which of them belong together, and a text without what stands between those or in an address. Knows no
//! emphasis.

use std::collections::BTreeMap;

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

/// The bytes of a text with letters in the place of all code and of the addresses of links: no mark of emphasis stands there, where each
/// run of backticks is a mark of code, and each address is plain.
pub fn without_code_and_addresses(text: &str) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    let runs = runs(&bytes, b'`');
    let closing = closing(&runs);
    let mut end = 0;
    for run in runs {
        if let Some(close) = closing.of(run.start).filter(|_| run.start >= end) {
            bytes[run.end..close].fill(b'x');
            end = close + run.len();
        }
    }
    let begins: Vec<usize> = memchr::memmem::find_iter(&bytes, "](").map(|at| at + 2).collect();
    for begin in begins {
        let length = bytes[begin..].iter().take_while(|it| it.is_ascii_graphic() && !matches!(it, b'(' | b')')).count();
        if bytes.get(begin + length) == Some(&b')') {
            bytes[begin..begin + length].fill(b'x');
        }
    }
    bytes
}

/// Which runs belong together: for each, where the next one of the same length begins.
pub struct Closing(Vec<(usize, usize)>);

impl Closing {
    /// Where what a run opens is closed, by where the run begins.
    pub fn of(&self, start: usize) -> Option<usize> {
        let at = self.0.binary_search_by_key(&start, |it| it.0).ok()?;
        Some(self.0[at].1)
    }
}

pub fn closing(runs: &[Span]) -> Closing {
    // Where the next run of each length begins: nearly all are short.
    const SHORT: usize = 4;
    let (mut short, mut long) = ([None; SHORT], BTreeMap::new());
    let mut next = |run: &Span| match short.get_mut(run.len()) {
        Some(next) => next.replace(run.start),
        None => long.insert(run.len(), run.start),
    };
    let mut pairs: Vec<(usize, usize)> = runs.iter().rev().filter_map(|run| Some((run.start, next(run)?))).collect();
    pairs.reverse();
    Closing(pairs)
}
