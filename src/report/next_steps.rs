//! What to do after the first run on a strange repository, in at most three lines.

use std::collections::BTreeMap;

use crate::finding::Level;
use crate::settle::Report;

/// The closing lines of a first run; nothing where nothing was found.
pub fn next_steps(report: &Report) -> String {
    let Some(rule) = commonest(report) else { return String::new() };
    format!(
        "next: `pingless explain {rule}` says why it asks; `pingless check --show-files` says what it takes each file for\n\
         \x20     `pingless init` sets it up here; after `pingless baseline`, only what is new is reported\n"
    )
}

/// The rule of the worst level that was found most often.
fn commonest(report: &Report) -> Option<&str> {
    let mut counts: BTreeMap<&str, (Level, usize)> = BTreeMap::new();
    for (_, finding) in report.findings() {
        let (level, count) = counts.entry(&finding.rule).or_insert((finding.level, 0));
        *level = finding.level.max(*level);
        *count += 1;
    }
    counts.into_iter().max_by_key(|(rule, standing)| (*standing, std::cmp::Reverse(*rule))).map(|(rule, _)| rule)
}
