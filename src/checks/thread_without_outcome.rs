//! `rules/decide/thread-without-outcome.md`

use crate::finding::Findings;
use crate::thread::talk::FEWEST_TURNS;
use crate::thread::{About, State, Talk, Thread, ending};

/// What is long in messages, where it is not in turns: an opening and ten comments.
const FEWEST_MESSAGES: usize = 11;

const CLOSING: &str = "add a last comment that says who decided what and why, or which change ended it; \
                       `pingless thread --summary` gives the outline";

pub fn check(thread: &Thread, talk: &Talk, found: &mut Findings) {
    let is_open_patch = thread.about == About::Patch && thread.state != State::Closed;
    if is_open_patch || thread.has_ended_otherwise() {
        return;
    }
    let is_long = talk.turns() >= FEWEST_TURNS || talk.voices.len() >= FEWEST_MESSAGES;
    if talk.people().len() < 2 || !is_long || !talk.is_english() || ending::has_outcome(thread, talk) {
        return;
    }
    let Some(last) = talk.voices.last() else { return };
    let label = match thread.state {
        State::Closed => "the last message; it is closed, and nobody says what was decided and why",
        _ => "the last message; nothing is settled",
    };
    let flag = found.flag(last.message.head, label);
    if thread.state == State::Closed {
        // Nobody meets over it any more.
        flag.help = Some(CLOSING);
    } else {
        // Somebody may be about to answer; a chat is never closed.
        flag.unsure();
    }
}
