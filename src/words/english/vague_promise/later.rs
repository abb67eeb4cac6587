//! "At a later date", "in a future release", "later": what is put off.

use std::sync::LazyLock;

use super::Strength;
use super::bounded::is_of_call;
use super::clause::Clause;
use super::mode::Mode;
use crate::words::pattern::{Pattern, in_pieces};

/// "At a later date", "in a future release": a time that is put off as such.
pub fn later_date(clause: &Clause, words: &str) -> Option<Strength> {
    if clause.is_consequence() || !matches!(clause.mode, Mode::Promise | Mode::Wish | Mode::None) {
        return None;
    }
    if clause.mode == Mode::None {
        return clause.defers().then_some(Strength::InTalk);
    }
    let is_meeting = ["meeting", "call", "session"].iter().any(|word| words.ends_with(word));
    let is_text = clause.is_about_text() && !is_meeting;
    let is_promise = clause.is_own() || clause.is_of_work();
    let is_weak = is_text || clause.mode == Mode::Wish;
    is_promise.then_some(if is_weak { Strength::Weak } else { Strength::Firm })
}

pub fn later(clause: &Clause, before: &str, after: &str) -> Option<Strength> {
    static OF_TIME: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^ (?:today|tonight|this|that|next|in|ones?|versions?|releases?|steps?|RFCs?|proposals?|stages?|phases?|on (?:in|the))(?-u:\b)",
        ])
    });
    let is_told = is_of_call(before) || OF_TIME.is_match(after);
    if clause.mode != Mode::Promise || clause.is_doubtful() || clause.is_consequence() || is_told {
        return None;
    }
    match (clause.is_own(), clause.is_about_text()) {
        (true, false) if clause.is_deed() => Some(Strength::InTalk),
        (true, false) => Some(Strength::InSpeech),
        (true, true) => Some(Strength::Weak),
        (false, _) => (clause.is_of_artefact() && clause.is_of_work()).then_some(Strength::Firm),
    }
}
