//! `rules/decide/overdue-feedback.md`

use jiff::Timestamp;

use crate::corpus::decisions::record;
use crate::corpus::{Corpus, Found, Place};
use crate::finding::ago;
use crate::summary::{Deadline, Decision, Spot, Summary};
use crate::words::date;

pub fn check(corpus: &Corpus, found: &mut Found) {
    let Some(now) = corpus.now() else { return found.abstain() };
    let decisions = corpus.decisions();
    for (text, summary) in corpus.summaries().iter().enumerate() {
        let is_log = summary.kind.as_deref() == Some("decision-log");
        let rows = summary.log.iter().filter(|_| is_log).filter_map(of_open);
        if !decisions.is_replaced(corpus, text) {
            of_whole(corpus, text, summary).into_iter().for_each(|it| it.flag(text, now, found));
        }
        rows.for_each(|it| it.flag(text, now, found));
    }
}

/// Until when one could object, and what still says that nothing is decided.
struct Until<'u> {
    deadline: &'u Deadline,
    status: Option<Spot>,
}

fn of_whole<'c>(corpus: &Corpus<'c>, text: usize, summary: &'c Summary) -> Option<Until<'c>> {
    let is_template = summary.is_template();
    let feedback = || summary.feedback.as_ref().filter(|_| !is_template).map(|it| Until { deadline: it, status: None });
    record(corpus, text).and_then(of_open).or_else(feedback)
}

fn of_open(decision: &Decision) -> Option<Until<'_>> {
    let deadline = decision.deadline.as_ref().filter(|_| decision.is_open())?;
    Some(Until { deadline, status: decision.status.as_ref().map(|it| it.1) })
}

impl Until<'_> {
    fn flag(&self, text: usize, now: Timestamp, found: &mut Found) {
        let day = self.deadline.day;
        if !date::is_over(day, now) {
            return;
        }
        let flag = found.flag(Place { text, spot: self.deadline.spot }, format!("this was {}", ago(day, now)));
        if let Some(status) = self.status.filter(|it| !it.span().overlaps(self.deadline.spot.span())) {
            flag.and(status.span(), "and it still stands like this");
        }
    }
}
