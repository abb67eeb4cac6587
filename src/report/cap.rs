//! What is shown of a report where people read it: the worst, and a count of the rest. What fails and what programs
//! read never passes through here.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::group;
use crate::finding::{Confidence, Finding, Level};
use crate::settle::{Checked, Report};
use crate::text::Origin;

/// How much is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cap {
    pub of_a_file: usize,
    /// Of a text without a file, which is somebody's message: more than a few things nobody mends in it.
    pub of_a_message: usize,
    pub of_a_run: usize,
    /// A rule that fires on many documents of a kind is told once.
    pub collapses: bool,
}

impl Cap {
    /// A run over files that have been looked at before.
    pub const TREE: Cap = Cap { of_a_file: 10, of_a_message: 10, of_a_run: 50, collapses: true };
    /// The first run on a strange repository.
    pub const FIRST: Cap = Cap { of_a_run: 20, ..Cap::TREE };
    /// Only what is new: each finding is somebody's own.
    pub const NEW: Cap = Cap { of_a_message: 3, collapses: false, ..Cap::TREE };
    /// Everything.
    pub const NONE: Cap =
        Cap { of_a_file: usize::MAX, of_a_message: usize::MAX, of_a_run: usize::MAX, collapses: false };
}

/// A finding that is shown, and how many of a document it stands for.
pub type Drawn<'r> = (Cow<'r, Finding>, usize);

/// What is shown of one document, by place.
#[derive(Debug)]
pub struct Shown<'r> {
    pub document: &'r Checked,
    pub findings: Vec<Drawn<'r>>,
    /// How many are not.
    pub left: usize,
}

/// The findings one by one.
pub fn single<'r>(report: &'r Report, cap: &Cap) -> Vec<Shown<'r>> {
    pick(report, cap, |findings| findings.iter().map(|it| (Cow::Borrowed(it), 1)).collect())
}

/// The findings of a document that say the same, drawn as one.
pub fn grouped<'r>(report: &'r Report, cap: &Cap) -> Vec<Shown<'r>> {
    pick(report, cap, group::grouped)
}

fn pick<'r>(report: &'r Report, cap: &Cap, draw: impl Fn(&'r [Finding]) -> Vec<Drawn<'r>>) -> Vec<Shown<'r>> {
    let mut shown: Vec<Shown> = report
        .documents
        .iter()
        .map(|document| Shown { document, findings: draw(&document.findings), left: 0 })
        .collect();
    let mut worst = Vec::new();
    for (index, it) in shown.iter().enumerate() {
        let mut own: Vec<_> = it.findings.iter().enumerate().map(|(at, (it, _))| (cost(it), index, at)).collect();
        own.sort_unstable();
        own.truncate(if it.document.origin == Origin::Message { cap.of_a_message } else { cap.of_a_file });
        worst.extend(own);
    }
    worst.sort_unstable();
    worst.truncate(cap.of_a_run);
    let mut kept: Vec<Vec<usize>> = vec![Vec::new(); shown.len()];
    worst.iter().for_each(|(_, index, at)| kept[*index].push(*at));
    for (it, mut kept) in shown.iter_mut().zip(kept) {
        kept.sort_unstable();
        let mut at = 0;
        it.findings.retain(|_| {
            at += 1;
            kept.binary_search(&(at - 1)).is_ok()
        });
        it.left = it.document.findings.len() - it.findings.iter().map(|(_, stands_for)| stands_for).sum::<usize>();
    }
    shown
}

/// The dearest first, of those the ones on changed lines, and of those the surest.
fn cost(finding: &Finding) -> Reverse<(Level, Option<bool>, Confidence)> {
    Reverse((finding.level, finding.touched, finding.confidence))
}
