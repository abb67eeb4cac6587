//! "When I have time", "if time permits": what is promised for whenever there is nothing else to do.

use std::sync::LazyLock;

use super::Strength;
use super::clause::Clause;
use super::mode::Mode;
use crate::words::english::deadline;
use crate::words::pattern::{Pattern, in_pieces};

/// How much is promised for spare time; nothing where its day is said, and where it is only a topic of the day.
pub fn spare_time(clause: &Clause, before: &str, words: &str, after: &str) -> Option<Strength> {
    // "Could we look at it again when we have more capacity?" asks, and "we can, if we have time" only allows.
    if clause.mode == Mode::Maybe || is_of_talk(after) {
        return Some(Strength::Weak);
    }
    // "This evening if I find the time" has its time.
    if deadline::names_time(before) {
        return None;
    }
    let is_alone = !before.contains(char::is_alphanumeric) && words.contains("ime perm");
    // "A look at the survey (if time allows)" is a topic.
    let is_topic = before.trim_end().ends_with('(') && clause.mode == Mode::None;
    // "If time permits", above topics of an agenda.
    let is_whole = clause.is_elliptic() && !after.contains(char::is_alphanumeric) && !is_alone && !is_topic;
    (clause.is_own() || is_whole).then_some(Strength::Firm)
}

/// "If we have time we will discuss the rest": in this meeting.
fn is_of_talk(after: &str) -> bool {
    static TALK: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^,? (?:we(?:'ll| will| can)|let's) (?:also |then )?(?:discuss|cover|talk|go (?:over|through|around)|look at|walk through)(?-u:\b)",
        ])
    });
    TALK.is_match(after)
}

/// Whether the time is everybody's, and not that of who promises: "time permitting", "if we have time".
pub fn is_of_all(phrase: &str) -> bool {
    let lower = phrase.to_lowercase();
    lower.contains("time permit") || lower.contains("time allows") || lower.starts_with("if we ")
}
