//! Weekdays that are counted from something else than the day of writing: from an event that is planned, or from a month.

use std::sync::LazyLock;

use super::moment::Moment;
use crate::words::english::day::Day;
use crate::words::pattern::{Pattern, any_of};

/// What an event of several days is made of.
static PARTS: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        "sessions?|plenary|plenaries|parallels?|dinner|reception|workshops?|hackathons?|tutorials?|keynotes?|auditorium|timetable|programme|venue|slots?|flash talks?|BoFs?|(?:first|last|second|other) (?:part|half)",
    ])
});

/// Whether a weekday may be one of an event that the sentence plans: "closing session on Friday". "This Friday" is one of the
/// calendar.
pub fn is_day_of_event(sentence: &str, moment: Moment, time: &str) -> bool {
    let is_bare = || {
        let first = time.split(' ').next().unwrap_or_default().to_ascii_lowercase();
        !matches!(first.as_str(), "next" | "this" | "coming")
    };
    matches!(moment, Moment::Day { day: Day::Coming(_), .. }) && is_bare() && PARTS.is_match(sentence)
}

/// "The Friday after the summit", "the Sunday before it", "the second Wednesday", "the first Thursday in the month".
pub fn is_counted_from(before: &str, time: &str, moment: Moment, after: &str) -> bool {
    let follows = |words: &[&str]| words.iter().any(|it| after.starts_with(it));
    let is_weekday = matches!(moment, Moment::Day { day: Day::Coming(_), .. });
    let is_beside = time.starts_with("the ")
        && (follows(&[" after "]) || is_weekday && follows(&[" before ", " prior ", " during ", " following "]));
    let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let is_counted = matches!(last, "first" | "second" | "third" | "fourth" | "last" | "1st" | "2nd" | "3rd" | "4th");
    let is_of_month = follows(&[" in the month", " of the month", " of each", " of every"]);
    is_beside || is_weekday && (is_counted || is_of_month)
}
