//! Days that are named from the day of writing: "tomorrow", "next Friday". Knows the calendar and how people differ
//! about it; not when a text was written.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::words::date::weekday_named;

/// A weekday in full, as a part of an expression.
pub const WEEKDAY: &str = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";

/// A day as its writer counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    Today,
    Tomorrow,
    AfterTomorrow,
    /// "Friday", "this Friday", "the coming Friday".
    Coming(Weekday),
    /// "next Friday": half of all readers take the first one, the others the one of next week.
    Next(Weekday),
    /// "Friday next week".
    InNextWeek(Weekday),
}

impl Day {
    /// Reads a phrase such as "next Friday"; `None` where it names no single day.
    pub fn named(phrase: &str) -> Option<Day> {
        let lower = phrase.to_lowercase();
        if lower.contains("after tomorrow") {
            return Some(Day::AfterTomorrow);
        }
        let words: Vec<&str> = lower.split(|it: char| !it.is_alphanumeric()).collect();
        if words.contains(&"tomorrow") {
            return Some(Day::Tomorrow);
        }
        if words.iter().any(|word| matches!(*word, "today" | "tonight")) {
            return Some(Day::Today);
        }
        let weekday = words.iter().find_map(|word| weekday_named(word))?;
        Some(match (words.contains(&"week"), words.contains(&"next")) {
            (true, _) => Day::InNextWeek(weekday),
            (false, true) => Day::Next(weekday),
            (false, false) => Day::Coming(weekday),
        })
    }

    pub fn weekday(self) -> Option<Weekday> {
        match self {
            Day::Coming(weekday) | Day::Next(weekday) | Day::InNextWeek(weekday) => Some(weekday),
            Day::Today | Day::Tomorrow | Day::AfterTomorrow => None,
        }
    }

    /// The dates that it can mean where it was written on `written`, the sooner first. Two where readers differ.
    pub fn dates(self, written: Date) -> Vec<Date> {
        let after = |days: i64| written.checked_add(days.days()).ok();
        let until = |weekday: Weekday| i64::from(written.weekday().until(weekday));
        let in_next_week = |weekday: Weekday| {
            let offset =
                i64::from(weekday.to_monday_zero_offset()) - i64::from(written.weekday().to_monday_zero_offset());
            7 + offset
        };
        let days = match self {
            Day::Today => vec![0],
            Day::Tomorrow => vec![1],
            Day::AfterTomorrow => vec![2],
            Day::Coming(weekday) if until(weekday) == 0 => vec![0, 7],
            Day::Coming(weekday) => vec![until(weekday)],
            Day::Next(weekday) if until(weekday) == 0 => vec![7],
            Day::Next(weekday) => vec![until(weekday), in_next_week(weekday)],
            Day::InNextWeek(weekday) => vec![in_next_week(weekday)],
        };
        let mut dates: Vec<Date> = days.into_iter().filter_map(after).collect();
        dates.dedup();
        dates
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Day;

    fn dates(phrase: &str) -> Vec<String> {
        // A Wednesday.
        let written = date(2026, 11, 18);
        Day::named(phrase).expect(phrase).dates(written).iter().map(|it| it.to_string()).collect()
    }

    #[test]
    fn a_day_is_counted_from_the_day_of_writing() {
        assert_eq!(dates("tomorrow"), ["2026-11-19"]);
        assert_eq!(dates("the day after tomorrow"), ["2026-11-20"]);
        assert_eq!(dates("this Friday"), ["2026-11-20"]);
        assert_eq!(dates("Monday"), ["2026-11-23"]);
        assert_eq!(dates("Friday next week"), ["2026-11-27"]);
    }

    #[test]
    fn two_readings_are_two_dates() {
        assert_eq!(dates("next Friday"), ["2026-11-20", "2026-11-27"]);
        assert_eq!(dates("next Monday"), ["2026-11-23"]);
        assert_eq!(dates("Wednesday"), ["2026-11-18", "2026-11-25"]);
    }
}
