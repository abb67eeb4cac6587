//! What is shown of a report where people read it: the worst, and a count of the rest; a rule that speaks everywhere,
//! once. What fails and what programs read never passes through here.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::counted;
use super::escape;
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

/// Fewer documents of a kind tell nothing of a rule.
const FEWEST_DOCUMENTS: usize = 10;
/// A rule that fires on more of them, in per cent, says something about the rule or the repository, and not of each.
const MOST_PER_CENT: usize = 30;
/// Files that are named among those of which something is not shown.
const MOST_NAMED: usize = 3;

/// What is shown of a report.
#[derive(Debug)]
pub struct Picked<'r> {
    /// Every document, also those of which nothing is shown.
    pub documents: Vec<Shown<'r>>,
    pub everywhere: Vec<Everywhere<'r>>,
}

/// A finding that is shown, and how many of its document it stands for.
pub type Drawn<'r> = (Cow<'r, Finding>, usize);

/// What is shown of one document, by place.
#[derive(Debug)]
pub struct Shown<'r> {
    pub document: &'r Checked,
    pub findings: Vec<Drawn<'r>>,
    /// How many are not, and are not told of by another one either.
    pub left: usize,
}

/// A rule that fires on many documents of a kind.
#[derive(Debug)]
pub struct Everywhere<'r> {
    pub kind: Option<&'r str>,
    /// On how many documents it fires, and of how many.
    pub on: usize,
    pub of: usize,
    pub findings: usize,
    /// One of the worst, and where it is.
    pub example: (&'r Checked, &'r Finding),
}

/// The findings one by one.
pub fn single<'r>(report: &'r Report, cap: &Cap) -> Picked<'r> {
    pick(report, cap, |_, findings| findings.into_iter().map(|it| (Cow::Borrowed(it), 1)).collect())
}

/// The findings of a document that say the same, drawn as one.
pub fn grouped<'r>(report: &'r Report, cap: &Cap) -> Picked<'r> {
    pick(report, cap, |document, findings| group::grouped(document.recognised.kind.as_deref(), findings))
}

type Key<'r> = (Option<&'r str>, &'r str);

fn key<'r>(document: &'r Checked, finding: &'r Finding) -> Key<'r> {
    (document.recognised.sure(), &finding.rule)
}

fn pick<'r>(
    report: &'r Report,
    cap: &Cap,
    draw: impl Fn(&'r Checked, Vec<&'r Finding>) -> Vec<Drawn<'r>>,
) -> Picked<'r> {
    let everywhere = if cap.collapses { everywhere(report) } else { BTreeMap::new() };
    let mut documents: Vec<Shown> = Vec::new();
    for document in &report.documents {
        let own: Vec<&Finding> = document
            .findings
            .iter()
            .filter(|it| is_sharp(it) || !everywhere.contains_key(&key(document, it)))
            .collect();
        documents.push(Shown { document, left: own.len(), findings: draw(document, own) });
    }
    let mut worst = Vec::new();
    for (index, it) in documents.iter().enumerate() {
        let mut own: Vec<_> = it.findings.iter().enumerate().map(|(at, (it, _))| (cost(it), index, at)).collect();
        own.sort_unstable();
        own.truncate(if it.document.origin == Origin::Message { cap.of_a_message } else { cap.of_a_file });
        worst.extend(own);
    }
    worst.sort_unstable();
    worst.truncate(cap.of_a_run);
    let mut kept: Vec<Vec<usize>> = vec![Vec::new(); documents.len()];
    worst.iter().for_each(|(_, index, at)| kept[*index].push(*at));
    for (it, mut kept) in documents.iter_mut().zip(kept) {
        kept.sort_unstable();
        let mut at = 0;
        it.findings.retain(|_| {
            at += 1;
            kept.binary_search(&(at - 1)).is_ok()
        });
        it.left -= it.findings.iter().map(|(_, stands_for)| stands_for).sum::<usize>();
    }
    let mut everywhere: Vec<_> = everywhere.into_values().collect();
    everywhere.sort_by_key(|it| (cost(it.example.1), Reverse(it.findings)));
    Picked { documents, everywhere }
}

/// The dearest first, of those the ones on changed lines, and of those the surest.
pub type Cost = Reverse<(Level, Option<bool>, Confidence)>;

pub fn cost(finding: &Finding) -> Cost {
    Reverse((finding.level, finding.touched, finding.confidence))
}

/// An error is nobody's style: it is told wherever it is.
fn is_sharp(finding: &Finding) -> bool {
    finding.level == Level::Error
}

/// The rules that fire on many documents of a kind, by kind.
fn everywhere(report: &Report) -> BTreeMap<Key<'_>, Everywhere<'_>> {
    let mut documents: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    let mut rules: BTreeMap<Key, Everywhere> = BTreeMap::new();
    for document in &report.documents {
        let kind = document.recognised.sure();
        *documents.entry(kind).or_default() += 1;
        let mut seen: Vec<&str> = Vec::new();
        for finding in document.findings.iter().filter(|it| !is_sharp(it)) {
            let new = || Everywhere { kind, on: 0, of: 0, findings: 0, example: (document, finding) };
            let it = rules.entry(key(document, finding)).or_insert_with(new);
            it.findings += 1;
            if !seen.contains(&finding.rule.as_str()) {
                seen.push(&finding.rule);
                it.on += 1;
            }
            if cost(finding) < cost(it.example.1) {
                it.example = (document, finding);
            }
        }
    }
    rules.retain(|(kind, _), it| {
        it.of = documents[kind];
        it.of >= FEWEST_DOCUMENTS && it.on * 100 > it.of * MOST_PER_CENT
    });
    rules
}

impl Everywhere<'_> {
    /// On how many documents, in words.
    pub fn extent(&self) -> String {
        match self.kind {
            Some(kind) => format!("{} of {} documents of the kind `{kind}`", self.on, self.of),
            None => format!("{} of {} documents of no kind", self.on, self.of),
        }
    }

    /// The line of the configuration that turns it off.
    pub fn off(&self) -> String {
        format!("ignore = [\"{}\"]", self.example.1.rule)
    }
}

impl Picked<'_> {
    /// What is not shown, in one line, and how to see it.
    pub fn left(&self) -> Option<String> {
        let mut left: Vec<&Shown> = self.documents.iter().filter(|it| it.left > 0).collect();
        left.sort_by_key(|it| Reverse(it.left));
        let all: usize = left.iter().map(|it| it.left).sum();
        if all == 0 {
            return None;
        }
        let (named, rest) = left.split_at(left.len().min(MOST_NAMED));
        let mut parts: Vec<String> =
            named.iter().map(|it| format!("{} in {}", it.left, escape::line(&it.document.name))).collect();
        if !rest.is_empty() {
            let more = rest.iter().map(|it| it.left).sum::<usize>();
            parts.push(format!("{more} in {}", counted(rest.len(), "other")));
        }
        let findings = if all == 1 { "finding" } else { "findings" };
        Some(format!("{all} more {findings} not shown ({}): --show-all shows them", parts.join(", ")))
    }

    /// Where not all is shown, the documents with the worst come first; otherwise they stay in their order.
    pub fn worst_first(mut self) -> Self {
        if self.documents.iter().any(|it| it.left > 0) {
            self.documents.sort_by_key(Shown::worst);
        }
        self
    }
}

impl Shown<'_> {
    /// The cost of the dearest finding that is shown.
    pub fn worst(&self) -> Cost {
        let costs = self.findings.iter().map(|(finding, _)| cost(finding));
        costs.min().unwrap_or(Reverse((Level::Note, None, Confidence::Low)))
    }
}
