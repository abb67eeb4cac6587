//! Weekdays and their names.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::words::near;

/// Parts of a day, as alternatives of a pattern: they stand behind its weekday.
pub const PARTS: &str = "morning|afternoon|evening|night";

/// The weekday that a word names, in full or shortened.
pub fn weekday_named(word: &str) -> Option<Weekday> {
    const NAMES: [(&str, Weekday); 7] = [
        ("mon", Weekday::Monday),
        ("tue", Weekday::Tuesday),
        ("wed", Weekday::Wednesday),
        ("thu", Weekday::Thursday),
        ("fri", Weekday::Friday),
        ("sat", Weekday::Saturday),
        ("sun", Weekday::Sunday),
    ];
    let word = word.to_ascii_lowercase();
    let is_form = |name: &str| {
        let rest = word.strip_prefix(name)?;
        matches!(rest, "" | "day" | "s" | "sday" | "nesday" | "r" | "rs" | "rsday" | "urday").then_some(())
    };
    NAMES.iter().find(|(name, _)| is_form(name).is_some()).map(|(_, weekday)| *weekday)
}

/// The date nearest to `date` that falls on `weekday`.
pub fn nearest(date: Date, weekday: Weekday) -> Option<Date> {
    let ahead = i64::from(date.weekday().until(weekday));
    let days = if ahead > 3 { ahead - 7 } else { ahead };
    date.checked_add(days.days()).ok()
}

/// A weekday in English.
pub fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// Whether a weekday stands first in a list of some, by what follows it: of "23, 24 November (Monday, Tuesday)" none belongs
/// to the date alone.
pub(super) fn is_one_of_several(after: &str) -> bool {
    let rest = after.trim_start_matches(['.', ',', '/', '&', '+', '-', '\u{2013}', ' ']);
    let rest = ["and ", "or ", "to ", "through "].iter().find_map(|it| rest.strip_prefix(it)).unwrap_or(rest);
    let word = rest.split(|it: char| !it.is_alphabetic()).next().unwrap_or_default();
    rest.len() < after.len() && word.starts_with(|it: char| it.is_uppercase()) && weekday_named(word).is_some()
}

/// The weekday right before a date, or in brackets behind it.
pub fn weekday_beside(text: &str, date: &Range<usize>) -> Option<Weekday> {
    let word = near::behind(&text[..date.start]).split(|it: char| !it.is_alphabetic()).rfind(|it| !it.is_empty());
    let behind = || {
        let rest = text[date.end..].trim_start().strip_prefix(['(', '\u{ff08}'])?;
        weekday_named(rest.split(|it: char| !it.is_alphabetic()).next()?)
    };
    word.and_then(weekday_named).or_else(behind)
}
