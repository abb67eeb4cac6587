//! `rules/decide/stuck-proposal.md`

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::corpus::decisions::record;
use crate::corpus::{Corpus, Found, Place};
use crate::finding::quoted;
use crate::summary::{Decision, Summary};
use crate::words::past_path::lies_in_past;

/// Days in which nobody touched it.
const LONG: i64 = 30;

pub fn check(corpus: &Corpus, found: &mut Found) {
    let Some(now) = corpus.now() else { return found.abstain() };
    let decisions = corpus.decisions();
    for &text in decisions.records() {
        let summary = &corpus.summaries()[text];
        let Some(decision) = record(corpus, text).filter(|it| is_waited_for(it, summary)) else { continue };
        let (Some(written), Some((status, spot))) = (summary.written, &decision.status) else { continue };
        if decisions.is_replaced(corpus, text) || !is_long(written, now) {
            continue;
        }
        let days = now.duration_since(written).as_hours() / 24;
        let since = written.to_zoned(TimeZone::UTC).date();
        let label =
            format!("nobody has touched it since {since}, {days} days ago, and it still says {}", quoted(status));
        let flag = found.flag(Place { text, spot: *spot }, label);
        if let Some(who) = decision.deciders.first().or(summary.owners.first().map(|it| &it.name)) {
            flag.asks(format!("Does {} still want this, and who decides it until when?", quoted(who)));
        }
    }
}

/// Whether somebody still has to say yes or no, and no day is named for it.
fn is_waited_for(decision: &Decision, summary: &Summary) -> bool {
    decision.is_open() && decision.deadline.is_none() && summary.feedback.is_none() && !lies_in_past(&summary.path)
}

fn is_long(written: Timestamp, now: Timestamp) -> bool {
    written.checked_add((LONG * 24).hours()).is_ok_and(|end| end <= now)
}
