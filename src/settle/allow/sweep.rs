//! Exceptions held against findings in the order of their places: each is looked at while it holds. Knows neither where
//! an exception is written nor whether it is valid.

use std::cmp::Reverse;

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
    /// Those that may hold where the last finding was, in their order.
    open: Vec<usize>,
}

impl<'a> Sweep<'a> {
    pub fn of(covers: impl Iterator<Item = Cover<'a>>) -> Self {
        let covers: Vec<Cover> = covers.collect();
        let mut ahead: Vec<usize> = (0..covers.len()).collect();
        ahead.sort_by_key(|it| Reverse((covers[*it].start, *it)));
        Self { covers, ahead, open: Vec::new() }
    }

    /// Whether an exception covers a finding, which begins nowhere before the last one; it counts as used then. What a
    /// whole text lacks has no place of its own: wherever somebody excuses it, nothing else can be meant.
    pub fn covers(&mut self, finding: &Finding) -> bool {
        let at = finding.at.span.start;
        if finding.is_of_whole {
            return self.covers.iter_mut().any(|it| it.takes(finding));
        }
        while let Some(next) = self.ahead.pop_if(|it| self.covers[*it].start <= at) {
            self.begin(next);
        }
        self.open.retain(|it| at <= self.covers[*it].end);
        for open in &self.open {
            if self.covers[*open].takes(finding) {
                return true;
            }
        }
        false
    }

    /// Of two that say the same the first is used, so the second is never looked at.
    fn begin(&mut self, next: usize) {
        let says_same = |it: &usize| {
            let (other, this) = (&self.covers[*it], &self.covers[next]);
            other.rules == this.rules && other.end >= this.end
        };
        let at = self.open.partition_point(|it| *it < next);
        if !self.open[..at].iter().any(says_same) {
            self.open.insert(at, next);
        }
    }
}
