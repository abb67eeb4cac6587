//! Whether the preposition before a time makes a deadline of it: "before lunch" and "by Friday" are as often told as asked for.

use std::ops::Range;
use std::sync::LazyLock;

use super::Moment;
use crate::words::english::day::Day;
use crate::words::english::{mood, verb};
use crate::words::list::is_among;
use crate::words::near;
use crate::words::pattern::Pattern;

/// What was not done in time, whenever that was.
static UNDONE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:(?-u:\b)not|n['\x{2019}]t)(?: been)? (?:yet |fully )?(?:completed?|done|finished|fixed|merged|resolved|closed|reviewed|answered) $",
    )
});

/// "She does not feel comfortable enough with it to take it on by Friday": nobody does.
static TOO_LITTLE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:(?-u:\b)not|n['\x{2019}]t) (?:(?:feel|be|have|know|yet|been|feeling) )?(?:(?:really|very|yet|quite) )?(?:comfortable|confident|enough|ready enough|sure enough|experienced enough)(?-u:\b)[^.;]* to [^.;]*$",
    )
});

/// What is due of any of them.
static OF_ANY: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"(?i)(?-u:\b)(?:that|which|who) (?:is|are) $"));

/// Whether a preposition before this time makes a deadline of it.
pub(super) fn is_due(sentence: &str, at: Range<usize>, moment: Moment, is_until: bool) -> bool {
    let (start, end) = (at.start, at.end);
    let before = &sentence[..start];
    let cue = sentence[start..].split(' ').next().unwrap_or_default().to_lowercase();
    match moment {
        // "Until today" and "before today" look back; "by lunch" alone is a habit of the house.
        Moment::Day { day: Day::Today, is_end: false } if is_until || cue == "before" => false,
        // "Rolled back to before the weekend" names a state of that time.
        _ if cue == "before" && before.ends_with(" to ") => false,
        // "Until next month, take care": a farewell.
        Moment::Within(_) if is_until && before.trim().is_empty() => false,
        Moment::Span => false,
        // "By the end of the day nobody wanted to merge": a story.
        _ if before.trim().is_empty() && mood::goes_on_in_past(&sentence[end..]) => false,
        // "Jobs that are due tomorrow run at night": always so.
        _ if cue == "due" && OF_ANY.is_match(near::behind(before)) => false,
        // "Work not completed by the end of the sprint waits": that is always so.
        _ if UNDONE.is_match(near::behind(before)) => false,
        _ if is_denied(before) => false,
        _ if TOO_LITTLE.is_match(near::behind(before)) => false,
        // "Which they would rather learn before Saturday" wishes, "we may or may not have a time by next week" leaves it open.
        _ if before.contains(" would rather ") || before.contains(" may or may not ") => false,
        // "We have ten minutes before lunch."
        Moment::Lunch if cue == "before" => mood::promises(sentence) || verb::opens(sentence),
        _ if mood::is_condition(before) => {
            matches!(moment, Moment::Day { .. } | Moment::EndOfDay) && mood::promises(sentence)
        }
        _ => true,
    }
}

/// "There is no fixed deadline today."
fn is_denied(before: &str) -> bool {
    const SORTS: &str = "fixed hard firm set strict particular specific agreed official formal explicit real known";
    let said = near::behind_within(before, 32).trim_end().to_lowercase();
    let said = said.rsplit_once(' ').filter(|(_, last)| is_among(SORTS, last)).map_or(&*said, |(rest, _)| rest);
    said.rsplit(|it: char| !it.is_alphanumeric()).next().is_some_and(|it| is_among("no without", it))
}
