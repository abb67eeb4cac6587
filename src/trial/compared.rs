//! Two versions of one text, line by line: which lines stayed, which were edited and into what, which went.
//! Knows lines and words; nothing of findings.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};

use crate::text::Lines;

/// Words that say nothing about whether a line can be acted on: what happens to them is what happens to any word.
const NEUTRAL: [&str; 5] = ["the", "and", "with", "for", "that"];

/// A line is edited into another when both share half of their words.
const ALIKE: f64 = 0.5;
/// In a change of so few lines into as many, each is taken for the edited one of its place, whatever its words.
const SMALL: usize = 3;
/// All pairs of lines of a change are looked at up to this number; beyond it, only pairs near the same place.
const MOST_PAIRS: usize = 10_000;
const NEAR: usize = 10;

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stands unchanged in this line.
    Kept(u32),
    /// It was changed into this line.
    Edited(u32),
    Gone,
}

/// A line that the newer version adds or changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    pub line: u32,
    /// Which of the `NEUTRAL` words stand in it, one bit each; and which of them exactly once.
    pub holds: u8,
    pub once: u8,
    /// Equal for lines of equal words.
    pub words: u64,
}

/// Lines are counted from 0.
#[derive(Debug, Default)]
pub struct Compared {
    hunks: Vec<Hunk>,
    /// By line.
    added: Vec<Added>,
}

#[derive(Debug)]
struct Hunk {
    before: Range<u32>,
    after: Range<u32>,
    /// What each line of `before` was edited into.
    partners: Vec<Option<u32>>,
}

impl Compared {
    /// Compares two versions; a text that is not there is empty.
    pub fn of(before: &str, after: &str) -> Self {
        let (before, after) = (lines(before), lines(after));
        let mut input = InternedInput::default();
        input.update_before(before.iter().copied());
        input.update_after(after.iter().copied());
        let diff = Diff::compute(Algorithm::Histogram, &input);
        let mut compared = Self::default();
        for hunk in diff.hunks() {
            let old: Vec<Vec<u64>> = slice(&before, &hunk.before).iter().map(|it| words(it)).collect();
            let new: Vec<Vec<u64>> = slice(&after, &hunk.after).iter().map(|it| words(it)).collect();
            let partners = partners(&old, &new);
            let partners = partners.into_iter().map(|it| it.map(|it| hunk.after.start + it as u32)).collect();
            compared.added.extend(hunk.after.clone().map(|line| added(line, after[line as usize])));
            compared.hunks.push(Hunk { before: hunk.before, after: hunk.after, partners });
        }
        compared
    }

    pub fn fate(&self, line: u32) -> Fate {
        let after = self.hunks.partition_point(|hunk| hunk.before.start <= line);
        let Some(hunk) = after.checked_sub(1).map(|at| &self.hunks[at]) else { return Fate::Kept(line) };
        if line >= hunk.before.end {
            return Fate::Kept(line - hunk.before.end + hunk.after.end);
        }
        hunk.partners[(line - hunk.before.start) as usize].map_or(Fate::Gone, Fate::Edited)
    }

    /// The added lines, by line.
    pub fn added(&self) -> &[Added] {
        &self.added
    }

    pub fn added_line(&self, line: u32) -> Option<&Added> {
        self.added.binary_search_by_key(&line, |it| it.line).ok().map(|at| &self.added[at])
    }
}

fn slice<'t>(lines: &'t [&'t str], range: &Range<u32>) -> &'t [&'t str] {
    &lines[range.start as usize..range.end as usize]
}

/// The lines without white space at their ends, which no reader sees.
fn lines(text: &str) -> Vec<&str> {
    if text.is_empty() {
        return Vec::new();
    }
    let lines = Lines::of(text);
    (0..lines.count()).map(|index| lines.span(index, text).of(text).trim()).collect()
}

fn added(line: u32, text: &str) -> Added {
    let (mut holds, mut once) = (0u8, 0u8);
    for word in split(text) {
        if let Some(at) = NEUTRAL.iter().position(|it| word.eq_ignore_ascii_case(it)) {
            let bit = 1 << at;
            once = if holds & bit == 0 { once | bit } else { once & !bit };
            holds |= bit;
        }
    }
    let words = hash(&split(text).map(str::to_lowercase).collect::<Vec<_>>());
    Added { line, holds, once, words }
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty())
}

fn hash(it: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    it.hash(&mut hasher);
    hasher.finish()
}

/// The words of a line, sorted, each as often as it stands there.
fn words(line: &str) -> Vec<u64> {
    let mut words: Vec<u64> = split(line).map(|word| hash(&word.to_lowercase())).collect();
    words.sort_unstable();
    words
}

/// How much two lines share, 0 to 1.
fn alike(a: &[u64], b: &[u64]) -> f64 {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    if shared == 0 { 0.0 } else { 2.0 * f64::from(shared) / (a.len() + b.len()) as f64 }
}

/// What each old line became; no new line is taken twice.
fn partners(old: &[Vec<u64>], new: &[Vec<u64>]) -> Vec<Option<usize>> {
    let mut pairs = Vec::new();
    let few = old.len().saturating_mul(new.len()) <= MOST_PAIRS;
    for (i, line) in old.iter().enumerate() {
        let place = i * new.len() / old.len();
        let range = if few { 0..new.len() } else { place.saturating_sub(NEAR)..(place + NEAR).min(new.len()) };
        let near = range.map(|j| (alike(line, &new[j]), i, j, place.abs_diff(j)));
        pairs.extend(near.filter(|(alike, ..)| *alike >= ALIKE));
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.3, a.1, a.2).cmp(&(b.3, b.1, b.2))));
    let mut partners = vec![None; old.len()];
    let mut is_taken = vec![false; new.len()];
    for (_, i, j, _) in pairs {
        if partners[i].is_none() && !is_taken[j] {
            partners[i] = Some(j);
            is_taken[j] = true;
        }
    }
    if old.len() == new.len() && old.len() <= SMALL {
        for i in 0..old.len() {
            let has_words = !old[i].is_empty() && !new[i].is_empty();
            if has_words && partners[i].is_none() && !is_taken[i] {
                partners[i] = Some(i);
            }
        }
    }
    partners
}
