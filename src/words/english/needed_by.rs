//! Until when an answer is needed: a deadline, an event, or that there is no hurry. Which times are deadlines it does
//! not know.

use std::ops::Range;
use std::sync::LazyLock;

use super::deadline;
use crate::words::date;
use crate::words::pattern::{Pattern, any_of};

/// Says that it may take its time, or names the event that needs it.
static STATED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"no (?:rush|hurry|urgency|pressure)|not urgent|whenever (?:you|it)|(?:comments|votes|replies|answers) (?:close|are due)|deadline|due (?:on|by|date)|needed (?:by|before)|need (?:it|this|them|an answer|a decision) (?:by|before)|before the (?:release|meeting|deadline|launch|freeze|demo|talk|call|next release|weekend|deploy\w*)|in time for",
    ])
});

/// Hurry without a moment.
static SOFT: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"as soon as possible|urgent(?:ly)?|sooner rather than later|quickly|when(?:ever)? you (?:have|get|can|find|are|'re)|when (?:possible|convenient)|(?:if|do) (?:either of |any of )?you have (?:\w+ ){0,3}(?:minutes?|time|sec|second|moment|chance)|got (?:a|some) (?:minutes?|sec|second|moment|time)|at some point|(?:this|which|it)(?:'s| is)? (?:\w+ )?block(?:s|ing)|stalled|(?:need|please|reply|answer) (?:\w+ ){0,4}(?:asap|soon|fast|quickly|today|tonight|tomorrow|this week|next week)",
    ])
});

/// Where a sentence says until when.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    let stated = STATED.find(sentence).map(|it| it.range());
    let by = deadline::find(sentence).into_iter().next().map(|it| it.range);
    stated.or(by).or_else(|| by_date(sentence))
}

/// A date that is written out, behind the words of a deadline: it leaves nothing open, and is one all the same.
fn by_date(sentence: &str) -> Option<Range<usize>> {
    date::mentions(sentence).into_iter().find_map(|date| {
        let before = &sentence[..date.range.start];
        let before = before.strip_suffix("the ").unwrap_or(before);
        Some(deadline::find_cue(before)?.start..date.range.end)
    })
}

/// Where a sentence hurries without a moment.
pub fn find_soft(sentence: &str) -> Option<Range<usize>> {
    SOFT.find(sentence).map(|found| found.range())
}

#[cfg(test)]
mod tests {
    use super::{find, find_soft};

    #[test]
    fn a_moment_or_only_a_hurry() {
        assert!(find("Please answer by 2026-11-20 17:00 UTC").is_some());
        assert!(find("The demo needs it before the 20th of November").is_some());
        assert!(find("Written on 2026-11-20").is_none());
        assert!(find("No rush at all").is_some());
        assert!(find("Please answer soon").is_none());
        assert!(find_soft("Please answer soon").is_some());
    }
}
