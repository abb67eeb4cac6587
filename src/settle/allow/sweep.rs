//! Exceptions held against findings in the order of their places: each is looked at while it holds. Knows neither where
//! an exception is written nor whether it is valid.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use crate::finding::Finding;

/// What an exception covers.
pub struct Cover<'a> {
    pub rules: &'a [String],
    /// Findings that begin here or further on,
    pub start: usize,
    /// and no further than here.
    pub end: usize,
    /// One for each rule: how many findings there were to allow.
    pub used: &'a mut [usize],
}

impl Cover<'_> {
    /// Whether one of its rules is that of a finding, which counts then.
    fn takes(&mut self, finding: &Finding) -> bool {
        let rule = self.rules.iter().position(|rule| *rule == finding.rule);
        rule.map(|rule| self.used[rule] += 1).is_some()
    }
}

/// A walk along the findings of a text.
pub struct Sweep<'a> {
    covers: Vec<Cover<'a>>,
    /// Those that begin further on, the nearest last.
    ahead: Vec<usize>,
    /// By rule, those that have begun, the first at hand, and which of its rules it is. One that has ended is put away when
    /// its turn comes: however many there are, a finding is held against one.
    open: HashMap<&'a str, BinaryHeap<Reverse<(usize, usize)>>>,
}

impl<'a> Sweep<'a> {
    pub fn of(covers: impl Iterator<Item = Cover<'a>>) -> Self {
        let covers: Vec<Cover> = covers.collect();
        let mut ahead: Vec<usize> = (0..covers.len()).collect();
        ahead.sort_by_key(|it| Reverse((covers[*it].start, *it)));
        Self { covers, ahead, open: HashMap::new() }
    }

    /// Whether an exception covers a finding, which begins nowhere before the last one; it counts as used then. What a
    /// whole text lacks has no place of its own: wherever somebody excuses it, nothing else can be meant.
    pub fn covers(&mut self, finding: &Finding) -> bool {
        let at = finding.at.span.start;
        if finding.is_of_whole {
            return self.covers.iter_mut().any(|it| it.takes(finding));
        }
        while let Some(next) = self.ahead.pop_if(|it| self.covers[*it].start <= at) {
            let rules: &'a [String] = self.covers[next].rules;
            for (place, rule) in rules.iter().enumerate() {
                self.open.entry(rule).or_default().push(Reverse((next, place)));
            }
        }
        let Some(open) = self.open.get_mut(finding.rule.as_str()) else { return false };
        while open.peek().is_some_and(|Reverse((it, _))| self.covers[*it].end < at) {
            open.pop();
        }
        let Some(Reverse((first, place))) = open.peek() else { return false };
        self.covers[*first].used[*place] += 1;
        true
    }
}
