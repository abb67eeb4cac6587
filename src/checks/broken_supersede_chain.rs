//! `rules/agree/broken-supersede-chain.md`

use crate::corpus::decisions::{Decisions, folder, record};
use crate::corpus::{Corpus, Found, Place};
use crate::summary::{Decision, Mention, Spot};
use crate::words::english::status::Standing;

pub fn check(corpus: &Corpus, found: &mut Found) {
    let decisions = corpus.decisions();
    for &text in decisions.records() {
        let Some(decision) = record(corpus, text) else { continue };
        let look = Look { corpus, decisions, text, decision };
        if !look.goes_in_circles(found) {
            look.successors(found);
            look.predecessors(found);
            look.nameless(found);
        }
    }
    // Too few of them were read since the last of the mistakes was mended.
    found.doubt();
}

/// One record among all.
struct Look<'l, 'c> {
    corpus: &'l Corpus<'c>,
    decisions: &'l Decisions,
    text: usize,
    decision: &'c Decision,
}

impl Look<'_, '_> {
    fn path(&self, text: usize) -> &str {
        &self.corpus.summaries()[text].path
    }

    fn here(&self, spot: Spot) -> Place {
        Place { text: self.text, spot }
    }

    /// Where a record says how it stands.
    fn standing(&self, text: usize) -> Place {
        let spot = record(self.corpus, text).map(|it| it.status.as_ref().map_or(it.spot, |status| status.1));
        Place { text, spot: spot.unwrap_or_default() }
    }

    /// The way from one to the next leads back here. It is said once, where it begins.
    fn goes_in_circles(&self, found: &mut Found) -> bool {
        let later = self.decisions.later(self.text);
        if !later.contains(&self.text) {
            return false;
        }
        let is_first = later.iter().all(|it| *it >= self.text || !self.decisions.later(*it).contains(it));
        if is_first {
            let next = later.iter().copied().find(|it| *it != self.text).unwrap_or(self.text);
            let flag = found
                .flag(self.standing(self.text), format!("the way from here leads back: through `{}`", self.path(next)));
            flag.and_in(self.corpus.elsewhere(self.standing(next), "replaced as well, in the end by the first"));
            flag.asks("Which of these decisions holds?");
        }
        true
    }

    fn successors(&self, found: &mut Found) {
        for mention in &self.decision.superseded_by {
            match self.decisions.named(self.corpus, self.text, mention) {
                Some(next) => self.successor(mention, next, found),
                None if self.is_missing(mention) => {
                    let label = format!("no `{}` lies in `{}`", mention.written.trim(), folder(self.path(self.text)));
                    found.flag(self.here(mention.spot), label).asks("What was decided in its place?");
                }
                None => {}
            }
        }
    }

    fn successor(&self, mention: &Mention, next: usize, found: &mut Found) {
        let Some(new) = record(self.corpus, next) else { return };
        let path = self.path(next);
        if new.standing == Some(Standing::Dropped) {
            let flag = found.flag(self.here(mention.spot), format!("`{path}` itself was not accepted"));
            flag.and_in(self.corpus.elsewhere(self.standing(next), "this does not hold either"))
                .asks("What holds today?");
        } else if self.decision.standing == Some(Standing::Replaced) && !self.speaks_of(next, self.text) {
            let flag = found.flag(self.here(mention.spot), format!("`{path}` does not say that it replaces this"));
            let other = Place { text: next, spot: new.spot };
            flag.and_in(self.corpus.elsewhere(other, "nothing here speaks of the earlier decision")).unsure();
        }
    }

    /// Whether a record names another one at all, or lies in its folder under the same number.
    fn speaks_of(&self, text: usize, other: usize) -> bool {
        let named = |it: &Mention| self.decisions.named(self.corpus, text, it) == Some(other);
        let summary = &self.corpus.summaries()[text];
        let cited = summary.citations.iter();
        record(self.corpus, text).is_some_and(|it| it.supersedes.iter().any(named))
            || cited
                .clone()
                .any(|it| self.decisions.find(self.corpus, text, it.path.as_deref(), it.serial.as_ref()) == Some(other))
    }

    /// A number of this record's own series that no record has.
    fn is_missing(&self, mention: &Mention) -> bool {
        const FEWEST: usize = 4;
        let (Some(serial), None) = (&mention.serial, &mention.path) else { return false };
        let own = self.decision.serial.as_ref().and_then(|it| it.series.as_ref());
        let beside = self.decisions.beside(self.path(self.text));
        let numbers = beside.iter().filter_map(|it| record(self.corpus, *it)?.serial.as_ref()).map(|it| it.number);
        let is_of_series = serial.series.is_none() || serial.series.as_ref() == own || own.is_none();
        is_of_series && numbers.clone().count() >= FEWEST && !numbers.clone().any(|it| it == serial.number)
    }

    /// Another one holds in its place, and this one still says that it holds.
    fn predecessors(&self, found: &mut Found) {
        if !self.decision.is_in_force() {
            return;
        }
        let mut seen: Vec<usize> = Vec::new();
        for mention in &self.decision.supersedes {
            let old = self.decisions.named(self.corpus, self.text, mention).filter(|it| !seen.contains(it));
            let Some(old) = old else { continue };
            seen.push(old);
            let Some(before) = record(self.corpus, old).filter(|it| it.is_in_force() && !it.holds_on) else {
                continue;
            };
            let status = before.status.as_ref().map_or("", |it| &*it.0);
            let label = format!("it still says `{status}`, and `{}` replaces it", self.path(self.text));
            let flag = found.flag(self.standing(old), label);
            flag.and_in(self.corpus.elsewhere(self.here(mention.spot), "says that it replaces it"));
            flag.asks("Does this decision still hold?");
        }
    }

    /// It was replaced, and nobody says by what.
    fn nameless(&self, found: &mut Found) {
        let (true, [], Some((_, spot))) = (
            self.decision.is_superseded && self.decision.says_no_more,
            self.decision.superseded_by.as_slice(),
            &self.decision.status,
        ) else {
            return;
        };
        if self.decisions.successors(self.text).is_empty() {
            found.flag(self.here(*spot), "by what, no document says").asks("What was decided in its place?");
        }
    }
}
