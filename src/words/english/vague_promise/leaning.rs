//! Such a time that leans on something told beside it: a condition, a question, so many minutes.

use std::sync::LazyLock;

use crate::words::near;
use crate::words::pattern::{Pattern, in_pieces};

pub fn is_one(before: &str, after: &str) -> bool {
    is_supposed(before)
        || is_asked(before, after)
        || is_waited_for(before)
        || is_guessed(before)
        || is_made_below(before)
}

/// "It is out of scope, but if demand for it grows, we will add it in a later release": after what, it says.
fn is_supposed(before: &str) -> bool {
    static SUPPOSED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"(?-u:\b)(?:but|and|so|however,) if [^.;:,]+, (?:we|i|it|they)(?-u:\b)[^.;:,]*$"])
    });
    SUPPOSED.is_match(near::behind(before))
}

/// "Shall we talk soon about the tables?": who asks promises nothing.
fn is_asked(before: &str, after: &str) -> bool {
    static ASKED: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"(?:^|[.!?] )\W*(?:shall|should|could|can) we [^.;:?!]*$"]));
    ASKED.is_match(near::behind(before)) && near::ahead(after).trim_end().ends_with('?')
}

/// "It is likely that the workshop closes soon": who guesses promises nothing.
fn is_guessed(before: &str) -> bool {
    static GUESSED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"(?-u:\b)(?:it(?: is|'s)|seems) (?:very |quite |more than )?likely that [^.;:?!]*$"])
    });
    GUESSED.is_match(near::behind(before))
}

/// "It has a method, which we will write soon": further down in a lesson.
fn is_made_below(before: &str) -> bool {
    static MADE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"(?-u:\b)(?:which|that) we(?: will|'ll) (?:create|write|build|define|see|meet|look at) $"])
    });
    MADE.is_match(near::behind(before))
}

/// "Give it ten minutes, and it appears soon": so long as that.
fn is_waited_for(before: &str) -> bool {
    static WAITED_FOR: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:give (?:it|them|this)|wait|allow|takes?)(?: for| about| up to| around| another)? (?:an?|a few|a couple of|\d+|two|three|five|ten|fifteen|twenty|thirty) (?:second|minute|hour)s?(?-u:\b)[^.;:]*$",
        ])
    });
    WAITED_FOR.is_match(near::behind(before))
}
