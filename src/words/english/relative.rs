//! Times that are counted from the day of writing: "yesterday", "last month", "three weeks ago", "as of this writing".
//! Says how the clause uses them; a bare word is rhetoric nine times in ten. Deadlines with a day or a week are
//! [`super::deadline`]'s.

pub mod clause;

use std::ops::Range;
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::day::WEEKDAY;
use super::{mood, number};
use crate::words::date::weekday_named;
use crate::words::near;
use crate::words::pattern::{Captures, OneOf, Pattern, in_pieces};

/// A relative time that says something which a later reader cannot know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relative {
    pub range: Range<usize>,
    pub when: When,
    pub used: Use,
}

/// Which time is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// So many days after the day of writing.
    Day(i32),
    /// "Last Friday": the one before, or the one of last week.
    LastWeekday(Weekday),
    /// A week, a month or a year beside the one of writing: -1 is the last one.
    Period(Period, i32),
    /// So many of them after the day of writing.
    Count(Period, i32),
    /// "A few months ago", "in a couple of years".
    Some(Period),
    /// "As of this writing".
    Writing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    Day,
    Week,
    Month,
    Year,
}

/// What a clause does with the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Something is due by then.
    Due,
    /// Somebody promises or plans it for then.
    Plan,
    /// It happened then.
    Done,
    /// It holds since then, or at that moment.
    State,
}

static TIME: LazyLock<Pattern> = LazyLock::new(|| {
    let count = format!(r"(?:an?|{}|\d{{1,2}}|a few|several|some|a couple(?: of)?|many)", number::ALTERNATIVES);
    let unit = "(?:(?:business |working )?days?|weeks?|months?|years?)";
    Pattern::new(&format!(
        concat!(
            r"(?i)(?-u:\b)(?:(?P<writing>as of (?:(?:this|the time of) )?writing|at the (?:time|moment) of (?:this )?writing)",
            r"|(?:just |only |about |around |roughly |some )?(?P<ago>{count}) (?P<agounit>{unit}) ago",
            r"|in (?:about |around |roughly )?(?P<ahead>{count}) (?P<aheadunit>{unit})(?:['’] time)?",
            r"|(?P<from>{count}) (?P<fromunit>{unit}) from now",
            r"|(?P<before>the day before yesterday|yesterday|last night)",
            r"|(?P<after>(?:the )?day after tomorrow|tomorrow|tonight|(?:earlier|later) today|this (?:morning|afternoon|evening))",
            r"|(?P<which>last|next|this)(?: (?P<weekday>{weekday})| (?:calendar )?(?P<period>week|month|year)))(?-u:\b)"
        ),
        count = count,
        unit = unit,
        weekday = WEEKDAY,
    ))
});

/// A version says of which time it is: "older than 2.4, as of this writing".
static VERSION: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"\d\.\d"));

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&TIME]);

/// The relative times of one sentence that a reader without its date cannot act on.
pub fn find(sentence: &str) -> Vec<Relative> {
    if clause::is_rhetoric(sentence) {
        return Vec::new();
    }
    TIME.captures_iter(sentence).filter_map(|found| relative(sentence, &found)).collect()
}

fn relative(sentence: &str, found: &Captures) -> Option<Relative> {
    let range = found.get(0)?.range();
    let (before, after) = (near::behind(&sentence[..range.start]), near::ahead(&sentence[range.end..]));
    if clause::is_settled(before, after) || clause::is_part_of_name(before, after) || mood::is_example(before) {
        return None;
    }
    // "It was released at least six months ago" is asked of each of many things, and tells of none.
    if found.name("ago").is_some()
        && ["at least ", "no less than ", "not less than "].iter().any(|it| before.ends_with(it))
    {
        return None;
    }
    // "I hope to see more of it next year!", "I'll sleep on it this week."
    const IDLE: &[&str] = &[
        "hope to see ",
        "hoping to see ",
        "look forward to ",
        "looking forward to ",
        "chew on ",
        "sleep on it ",
        "sleep on that ",
    ];
    if IDLE.iter().any(|it| before.contains(it)) {
        return None;
    }
    // "Not used in 1 month": for so long.
    static NEVER: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"(?:(?-u:\b)(?:not|never)|n['\x{2019}]t)(?: been)? \w+ $"]));
    if found.name("ahead").is_some() && NEVER.is_match(before) {
        return None;
    }
    let when = when(found)?;
    let used = used(before, after, when)?;
    // "At the time of writing the migration": of that, and not of this text.
    static OF_ANOTHER: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^ (?:the|a|an|your|each|any) (?:[\w'-]+ ){0,2}(?:migrations?|tests?|code|query|queries|scripts?|config\w*|functions?|pages?|rows?|files?)(?-u:\b)",
        ])
    });
    if used == Use::State && (VERSION.is_match(sentence) || OF_ANOTHER.is_match(after)) {
        return None;
    }
    Some(Relative { range, when, used })
}

fn when(found: &Captures) -> Option<When> {
    let text = |name: &str| found.name(name).map(|it| it.as_str().to_lowercase());
    if found.name("writing").is_some() {
        return Some(When::Writing);
    }
    for (count, unit, sign) in [("ago", "agounit", -1), ("ahead", "aheadunit", 1), ("from", "fromunit", 1)] {
        if let (Some(count), Some(unit)) = (text(count), text(unit)) {
            let unit = Period::named(&unit)?;
            return Some(counted(&count).map_or(When::Some(unit), |number| When::Count(unit, sign * number)));
        }
    }
    if let Some(past) = text("before") {
        return Some(When::Day(if past.contains("before") { -2 } else { -1 }));
    }
    if let Some(day) = text("after") {
        return Some(When::Day(match () {
            () if day.contains("after tomorrow") => 2,
            () if day == "tomorrow" => 1,
            () => 0,
        }));
    }
    let step = match text("which")?.as_str() {
        "last" => -1,
        "next" => 1,
        _ => 0,
    };
    match text("weekday").and_then(|it| weekday_named(&it)) {
        // "Next Friday" and "this Friday" are days that a deadline knows how to count.
        Some(weekday) => (step == -1).then_some(When::LastWeekday(weekday)),
        None => Some(When::Period(Period::named(&text("period")?)?, step)),
    }
}

impl Period {
    fn named(unit: &str) -> Option<Period> {
        let units = [("day", Period::Day), ("week", Period::Week), ("month", Period::Month), ("year", Period::Year)];
        units.into_iter().find(|(word, _)| unit.contains(word)).map(|it| it.1)
    }
}

fn counted(word: &str) -> Option<i32> {
    match word {
        "a" | "an" => Some(1),
        _ => number::value(word).map(i32::from).or_else(|| word.parse().ok()),
    }
}

/// The date that a time means where the day of writing is known; two where readers differ.
pub fn dates(when: When, written: Date) -> Vec<Date> {
    let after = |days: i64| written.checked_add(days.days()).ok();
    match when {
        When::Day(days) | When::Count(Period::Day, days) => after(i64::from(days)).into_iter().collect(),
        When::Count(Period::Week, weeks) => after(i64::from(weeks) * 7).into_iter().collect(),
        When::LastWeekday(weekday) => {
            let back = match i64::from(weekday.until(written.weekday())) {
                0 => 7,
                days => days,
            };
            let monday = i64::from(written.weekday().to_monday_zero_offset());
            let of_last_week = 7 + monday - i64::from(weekday.to_monday_zero_offset());
            let mut dates: Vec<Date> = [back, of_last_week].into_iter().filter_map(|days| after(-days)).collect();
            dates.dedup();
            dates
        }
        _ => Vec::new(),
    }
}

/// What the clause does with the time, where it does something that can be judged.
fn used(before: &str, after: &str, when: When) -> Option<Use> {
    if mood::is_habit(before) || mood::is_habit(after) || clause::is_of_any(before, after) {
        return None;
    }
    let is_condition = mood::is_condition(before);
    match when {
        When::Writing => (!mood::is_condition(before)).then_some(Use::State),
        When::Period(Period::Day, _) => None,
        When::Day(days) if days < 0 => clause::happened(before, after).then_some(Use::Done),
        When::Day(0) if clause::happened(before, after) => Some(Use::Done),
        When::LastWeekday(_) | When::Period(_, -1) => clause::happened(before, after).then_some(Use::Done),
        When::Count(_, count) if count < 0 => clause::happened(before, after).then_some(Use::Done),
        _ if is_condition => None,
        // "Nobody will remember it in three months without a list" says what the list is for.
        _ if after.trim_start().starts_with("without ") && before.contains(" not ") => None,
        When::Some(_) if after.trim_start().starts_with("ago") => None,
        // "In twenty years" is a thought.
        When::Count(Period::Year, count) if count > 5 => None,
        When::Some(_) | When::Count(..) => clause::is_planned(before, after).then_some(Use::Plan),
        When::Day(_) | When::Period(..) => {
            let cue = super::deadline::find_cue(before).filter(|cue| !super::deadline::is_state(before, cue, after));
            let is_due = cue.is_some() && !mood::is_past(before);
            let is_plan = || clause::is_planned(before, after);
            is_due.then_some(Use::Due).or_else(|| is_plan().then_some(Use::Plan))
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn found(sentence: &str) -> Vec<(&str, Use)> {
        find(sentence).into_iter().map(|it| (&sentence[it.range], it.used)).collect()
    }

    #[test]
    fn a_verb_makes_it_a_time_that_is_missed() {
        assert_eq!(found("The old queue was removed last month."), [("last month", Use::Done)]);
        assert_eq!(found("We migrated the shops two weeks ago."), [("two weeks ago", Use::Done)]);
        assert_eq!(found("Yesterday the index was rebuilt."), [("Yesterday", Use::Done)]);
        assert_eq!(found("We will drop the flag next year."), [("next year", Use::Plan)]);
        assert_eq!(found("The flag will be removed in three months."), [("in three months", Use::Plan)]);
        assert_eq!(found("As of this writing, two regions are served."), [("As of this writing", Use::State)]);
    }

    #[test]
    fn rhetoric_habits_and_names_are_left_alone() {
        assert!(found("What works today must work tomorrow.").is_empty());
        assert!(found("The report shows visits in the last month.").is_empty());
        assert!(found("In the last week of every cycle we test.").is_empty());
        assert!(found("A list holds the lamps for rooms that closed last week.").is_empty());
        assert_eq!(found("The rooms that closed last week were moved.").len(), 1);
        assert!(found("The team will not remember this in 3 months without a list.").is_empty());
        assert!(found("As an editor, I want to see what changed yesterday.").is_empty());
        assert!(found("A file that was changed two days ago is moved to the archive every night.").is_empty());
        assert!(found("Last year's model was larger.").is_empty());
    }

    #[test]
    fn the_last_weekday_may_be_two_days() {
        // A Wednesday.
        let written = date(2026, 11, 18);
        let shown = |when: When| dates(when, written).iter().map(Date::to_string).collect::<Vec<_>>();
        assert_eq!(shown(When::LastWeekday(Weekday::Friday)), ["2026-11-13"]);
        assert_eq!(shown(When::LastWeekday(Weekday::Monday)), ["2026-11-16", "2026-11-09"]);
        assert_eq!(shown(When::Day(-1)), ["2026-11-17"]);
        assert_eq!(shown(When::Count(Period::Week, 2)), ["2026-12-02"]);
    }
}
