//! What stands right beside a time: that it is part of a name, or which day it is after all.

use std::ops::Range;
use std::sync::LazyLock;

use super::moment::{Moment, TIME, Unit};
use super::{promise, written_out};
use crate::words::case;
use crate::words::list::is_among;
use crate::words::pattern::Pattern;
use crate::words::time_of_day::has_clock_time;
use crate::words::{date, near, year};

/// "EOD-price", "Monday.com", "end of week 3", "end of the month of May", "Friday morning next month": a name, or settled
/// by what follows.
pub fn goes_on_as_name(after: &str) -> bool {
    let mut letters = after.chars();
    let (first, second) = (letters.next(), letters.next());
    // "By the end of this week's meeting".
    let is_owner = after.starts_with("'s ") || after.starts_with("\u{2019}s ");
    let is_joined = matches!(first, Some('-' | '_' | '.' | '/')) && second.is_some_and(char::is_alphanumeric);
    let is_counted = first == Some(' ') && second.is_some_and(|it| it.is_ascii_digit()) && !has_clock_time(after);
    is_owner
        || is_joined
        || is_counted
        || after.starts_with(" of ")
        // "Wednesday meetings" are more than one.
        || [" meetings", " calls", " sessions", " syncs"].iter().any(|it| after.starts_with(it))
        || after.starts_with(" point")
        || [" next week", " next month", " next year"].iter().any(|it| after.starts_with(it))
        || DAY_OF_MONTH.is_match(after)
}

/// "Day 4 EOD", "until Wed, day 13", "by Tuesday after the launch", "by overnight stage 5": a plan counts it from its own
/// beginning, an event says which it is, or it is what something is called.
pub fn is_of_plan(text: &str, time: &Range<usize>) -> bool {
    static COUNT: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"(?i)(?-u:\b)(?:day|week|sprint) \d+\W*$"));
    static COUNT_BEHIND: LazyLock<Pattern> =
        LazyLock::new(|| Pattern::new(r"(?i)^,? ?\(?(?:of )?(?:day|week|sprint) \d"));
    const NEAR: usize = 16;
    let (before, after) = (near::behind_within(&text[..time.start], NEAR), &text[time.end..]);
    let is_weekday = date::weekday_named(text[time.clone()].rsplit(' ').next().unwrap_or_default()).is_some();
    let is_overnight = text[time.clone()].to_ascii_lowercase().ends_with("overnight");
    COUNT.is_match(before)
        || COUNT_BEHIND.is_match(near::ahead_within(after, NEAR))
        || is_weekday && after.starts_with(" after ")
        || is_listed(text, time)
        || is_gloss(text, time)
        || is_overnight && is_sudden(near::behind(&text[..time.start]))
        || is_doer(text, time)
        || is_overnight
            && (after.starts_with(')') || after.strip_prefix(' ').is_some_and(|it| it.starts_with(char::is_alphabetic)))
}

/// "Short term (this week)", over a part of what is planned: how far away it is, and not until when.
pub fn is_horizon(title: &str, time: &Range<usize>) -> bool {
    title[..time.start].ends_with('(') && title[time.end..].starts_with(')')
}

/// "Phase 2: the importer (next sprint, four hours)", over what is to be done then: a plan, whatever its page is.
pub fn is_term(title: &str, time: &Range<usize>) -> bool {
    title[..time.start].ends_with('(') && title.trim_end().ends_with(')') && !is_horizon(title, time)
}

/// "Live, delayed, end of day": one of several things that are called so.
fn is_listed(text: &str, time: &Range<usize>) -> bool {
    const ENDS: &[&str] = &["eod", "end of day", "end-of-day"];
    let is_end = ENDS.iter().any(|it| it.eq_ignore_ascii_case(&text[time.clone()]));
    let before = text[..time.start].strip_suffix(", ").unwrap_or_default();
    let last = before.rsplit(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
    let is_thing = !last.is_empty() && last.chars().all(|it| it.is_lowercase()) && !is_among(DAYS, last);
    is_end
        && is_thing
        && (text[time.end..].starts_with(',') || text[time.end..].trim_matches(['.', ' ']).is_empty())
        && before.contains(", ")
}

/// "It went from 2 to 4 overnight", "it moved to 1.50%+ overnight": all at once.
fn is_sudden(before: &str) -> bool {
    let is_number = |it: &str| it.starts_with(|it: char| it.is_ascii_digit());
    let has_number = |joint: &str| before.split(joint).skip(1).any(is_number);
    before.trim_end().ends_with(['%', '+']) || has_number(" from ") && has_number(" to ")
}

/// "Files written by this iteration": who wrote them. "To be added by this sprint" sets a time.
fn is_doer(text: &str, time: &Range<usize>) -> bool {
    const RUNS: &[&str] = &["by this iteration", "by this sprint", "by this release"];
    let mut before = near::behind(&text[..time.start]).split_whitespace().rev();
    RUNS.contains(&&text[time.clone()])
        && before.next().is_some_and(|it| is_among("written made created added changed produced generated built", it))
        && before.next() != Some("be")
}

/// "Minute, hour and day (end of day)": what the word before it stands for.
fn is_gloss(text: &str, time: &Range<usize>) -> bool {
    let before = text[..time.start].strip_suffix(" (").unwrap_or_default();
    let is_end = case::begins(&text[time.clone()], "end");
    is_end
        && text[time.end..].starts_with(')')
        && ["day", "Day", "daily", "Daily"].iter().any(|it| before.ends_with(it))
}

/// Days that stand before the hour of theirs.
const DAYS: &str = "today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday";

/// "T-7 days: freeze", "T+1h": a part of a plan that counts from its own moment.
pub fn is_countdown(name: &str) -> bool {
    let count = name.strip_prefix('T').and_then(|it| it.strip_prefix(['-', '+', '\u{2212}', '\u{2013}']));
    count.is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()))
}

/// "Week 1", "day 4: the launch": what a plan calls its parts.
pub fn is_counted(name: &str) -> bool {
    let count = ["week ", "day ", "sprint "].iter().find_map(|it| name.strip_prefix(it));
    count.is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()))
}

/// Whether what stands behind an owner is no deadline: "by today's rules", "by Wednesday's meeting".
pub fn is_of_owner(time: &str, after: &str) -> bool {
    let is_owner = time.ends_with("'s") || time.ends_with("\u{2019}s");
    let next = after.trim_start().split(|it: char| !it.is_alphanumeric() && it != '-').next().unwrap_or_default();
    is_owner && (is_of_today(time, next) || is_of_meeting(time, next))
}

/// "By today's rules": those that hold now. "By today's call" is a deadline.
fn is_of_today(time: &str, next: &str) -> bool {
    const EVENTS: &str = "meeting call sync stand-up standup deadline session review release end close";
    time.to_ascii_lowercase().starts_with("today") && !is_among(EVENTS, next)
}

/// "By Wednesday's meeting": whoever is to have it then comes to that meeting, and knows when it is.
fn is_of_meeting(time: &str, next: &str) -> bool {
    const EVENTS: &str = "meeting call sync stand-up standup session retro retrospective class lecture lab check-in";
    const DAYS: [&str; 3] = ["today", "tomorrow", "tonight"];
    !DAYS.iter().any(|it| case::begins(time, it)) && is_among(EVENTS, &next.to_lowercase())
}

/// "Next month in July".
fn names_month(after: &str, moment: Moment) -> bool {
    // "The next plenary, March 2026", "next weekend - Nov 6/7".
    let is_month = matches!(moment, Moment::Within(_) | Moment::EndOf(Unit::Month) | Moment::Event);
    is_month && [" in ", " (", ", ", " - "].iter().any(|it| after.starts_with(it)) && {
        let near: String = after.chars().take(16).collect();
        date::has_month(&near)
    }
}

static DAY_OF_MONTH: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"^,? ?\(?(?:the )?\d\d?(?:st|nd|rd|th)(?-u:\b)|^,? ?\(?\d\d?[/.]\d\d?(?-u:\b)|^\. \(\d\d?[/.]\d\d?(?-u:\b)",
    )
});

/// "2/1 EOD": which day that is, its order of day and month leaves open.
fn is_of_numeric_day(before: &str) -> bool {
    static DAY: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"(?:^|[^\d/.])\d\d?[/.]\d\d? $"));
    DAY.is_match(near::behind(before))
}

/// A date behind the phrase, or just before it: it says which day is meant.
pub fn date_beside(before: &str, after: &str) -> Option<date::Mention> {
    const NEAR: usize = 24;
    let behind = date::mentions(after).into_iter().next();
    behind.or_else(|| date::mentions(before).pop().filter(|it| before.len() - it.range.end <= NEAR))
}

/// Whether what stands around a time says which one it is.
pub fn is_settled(sentence: &str, before: &str, after: &str, moment: Moment, is_dated: bool) -> bool {
    match moment {
        // "By EOD Friday 2026-11-20" has its day, and neither its hour nor its zone.
        _ if date::numeric::has(after) || names_month(after, moment) => true,
        _ if moment.is_end_of_day() => is_of_numeric_day(before),
        _ if is_dated || promise::ends_with_days(before) => true,
        // "Before the next meeting in three weeks."
        Moment::Event => after.starts_with(" in ") && TIME.is_match(after),
        // "Before the end of the year, and the rest in 2020."
        Moment::EndOf(Unit::Year) => year::is_in_name(sentence),
        _ => false,
    }
}

/// What is meant by a day, and where it stands: nothing by one that a calendar knows.
pub fn which_day(
    moment: Moment,
    day: Option<Range<usize>>,
    whole: &str,
    around: &Range<usize>,
) -> Option<(Moment, Option<Range<usize>>)> {
    let Some(day) = day else { return Some((moment, None)) };
    let (before, after) = (&whole[around.start..day.start], &whole[day.end..around.end]);
    // "Black Friday"
    if written_out::is_name(before) {
        return None;
    }
    // "Friday in two weeks" is not the next one: somebody has to count.
    let is_counted = written_out::is_qualified(before, after);
    Some(if is_counted { (Moment::Span, None) } else { (moment, Some(day)) })
}

#[cfg(test)]
mod tests {
    use super::is_of_plan;

    #[test]
    fn a_plan_counts_its_own_days_whatever_letters_follow() {
        let is_of = |text: &str, time: &str| {
            let start = text.find(time).expect("the time stands there");
            is_of_plan(text, &(start..start + time.len()))
        };
        assert!(is_of("found by overnight stage 5", "overnight") && is_of("(overnight)", "overnight"));
        assert!(is_of("by Tuesday after the launch", "Tuesday") && is_of("Day 4 EOD", "EOD"));
        for open in ["by overnight\u{2014}or later", "by overnight\u{2019}s end", "by overnight", "by overnight\u{e9}"]
        {
            assert!(!is_of(open, "overnight"), "{open}");
        }
    }
}
