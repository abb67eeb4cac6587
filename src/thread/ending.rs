//! How a thread ends: whether its last messages, or those around its closing, say what came of it.

use super::{Talk, Thread};
use crate::words::english::outcome;

/// Whoever ends a thread does it in one of its last messages.
const LAST: usize = 3;
/// Seconds after the moment of closing in which it is explained.
const CLOSING: i64 = 3600;

/// Whether it says how the matter ended, who goes on with it, or where.
pub fn has_outcome(thread: &Thread, talk: &Talk) -> bool {
    let last = talk.voices.len().saturating_sub(LAST);
    let before = thread.closed_at.map_or(0, |closed| {
        talk.voices.partition_point(|it| it.message.at.is_none_or(|at| at <= closed.saturating_add(CLOSING)))
    });
    let around = before.saturating_sub(LAST)..before;
    let mut looked = talk.voices.iter().enumerate().filter(|(at, _)| *at >= last || around.contains(at));
    looked.any(|(_, voice)| voice.refers || voice.sentences.iter().any(|it| outcome::is_outcome(&it.text)))
}
