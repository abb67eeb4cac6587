//! How a thread ends: whether its last messages, or those around its closing, say what came of it.

use super::talk::{Sentence, Voice};
use super::{State, Talk, Thread};
use crate::words::english::outcome;

/// Whoever ends a thread does it in one of its last messages.
const LAST: usize = 3;
/// And what is settled without a doubt may be followed by a few words more.
const EARLIER: usize = 8;
/// Seconds after the moment of closing in which it may still be explained.
const CLOSING: i64 = 3600;

/// Whether it says how the matter ended, who goes on with it, or where.
pub fn has_outcome(thread: &Thread, talk: &Talk) -> bool {
    let Some(latest) = talk.voices.last() else { return false };
    let opener = talk.voices[0].message.author.as_str();
    let last = talk.voices.len().saturating_sub(LAST);
    let until = |seconds: i64| {
        let is_before = |it: &Voice| {
            let moment = it.message.at.zip(thread.closed_at);
            moment.is_some_and(|(at, closed)| at <= closed.saturating_add(seconds))
        };
        talk.voices.partition_point(is_before)
    };
    let closed = until(0);
    let around = closed.saturating_sub(LAST)..until(CLOSING);
    let is_told = talk.voices.iter().enumerate().any(|(at, voice)| {
        let is_content = |sentence: &Sentence| voice.message.author == opener && outcome::is_thanks(&sentence.text);
        let ends = || voice.sentences.iter().any(|it| outcome::ends(&it.text) || is_content(it));
        thread.is_closed_with(voice.message) || (at >= last || around.contains(&at)) && ends()
    });
    // Who opens it has nothing to settle.
    let is_settled = || talk.voices[1..].iter().rev().take(EARLIER).any(settles);
    let may_end = |voice: &Voice| voice.refers || voice.sentences.iter().any(|it| outcome::may_end(&it.text));
    let final_word = closed.checked_sub(1).map_or(latest, |at| &talk.voices[at]);
    let refers_later = || closed > 0 && talk.voices[closed.max(last)..].iter().any(|it| it.refers);
    let goes_on = || latest.sentences.iter().any(|it| outcome::is_promise(&it.text));
    is_told
        || is_settled()
        || may_end(final_word)
        || may_end(latest)
        || refers_later()
        || thread.state != State::Closed && goes_on()
}

/// Whether a message settles the matter in words of its own.
fn settles(voice: &Voice) -> bool {
    voice.sentences.iter().any(|it| outcome::settles(&it.text))
}
