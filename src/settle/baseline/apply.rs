//! What a baseline takes out of the texts of a run, and what is left of it then.

use std::collections::{HashMap, HashSet};

use super::{Baseline, Entry, entry, total};
use crate::settle::Checked;
use crate::settle::fingerprint::alike;
use crate::settle::since::part;

/// A text under its path in the baseline, and how many of its findings somebody else has taken out already.
pub struct Judged<'d> {
    pub path: String,
    pub document: &'d mut Checked,
    pub taken: HashMap<String, usize>,
}

/// What a baseline did to a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    /// Findings that it took out.
    pub known: usize,
    /// Findings that it knows and that are not there, in texts that were judged.
    pub stale: usize,
    /// Those of texts that are gone, and that no other has: unless everything was judged, one may still have them.
    pub lost: Baseline,
    /// What is known and there, at its path of today.
    pub living: Baseline,
}

/// Takes out what is known. `is_there` says whether a path that was not judged still has a text.
pub fn apply(baseline: &Baseline, texts: &mut [Judged], is_there: impl Fn(&str) -> bool) -> Applied {
    let mut applied = Applied::default();
    let mut left: HashMap<String, HashMap<String, usize>> = HashMap::new();
    for text in texts.iter_mut() {
        // Names that are no Unicode may look the same: what one of them had is not there for the other.
        let mut open = left.remove(&text.path).unwrap_or_else(|| baseline.counts_of(&text.path));
        for (like, count) in &text.taken {
            open.entry(like.clone()).and_modify(|known| *known = known.saturating_sub(*count));
        }
        take_out(text, &mut open, &mut applied);
        baseline.take_out_of_whole(text, &mut open, &mut applied);
        left.insert(text.path.clone(), open);
    }
    let judged: HashSet<&str> = texts.iter().map(|it| it.path.as_str()).collect();
    let gone = baseline.gone(|path| judged.contains(path) || is_there(path));
    let mut strays = gone.counts();
    texts.iter_mut().for_each(|text| take_out(text, &mut strays, &mut applied));
    applied.stale = total(left.values().flat_map(HashMap::values));
    for entry in gone.entries() {
        let left = strays.entry(entry.fingerprint.clone()).or_default();
        let count = entry.count.min(*left);
        *left -= count;
        if count > 0 {
            applied.lost.add(Entry { count, ..entry }, usize::saturating_add);
        }
    }
    applied
}

/// Takes out of one text what is known, and counts it down.
pub(super) fn take_out(text: &mut Judged, known: &mut HashMap<String, usize>, applied: &mut Applied) {
    let findings: Vec<_> = std::mem::take(&mut text.document.findings).into_iter().collect();
    let likes: Vec<String> = findings.iter().map(|it| alike(&it.rule, text.document.text.at(it.at.span))).collect();
    let parted = part(findings, &likes, known, &HashSet::new());
    text.document.findings = parted.new.into();
    for (like, finding) in parted.old {
        known.entry(like).and_modify(|known| *known -= 1);
        applied.known += 1;
        applied
            .living
            .add(entry(&text.path, &finding, text.document.text.at(finding.at.span)), |known, one| known + one);
    }
}
