//! Dates and clock times as people write them. Arithmetic is done in the civil calendar, without a clock or a zone.

use crate::words::digit::holds_digit;
use crate::words::month;
use crate::words::pattern::{Captures, OneOf, Pattern};
use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

pub mod counted;
pub mod late;
pub mod numeric;
pub mod span;
pub mod told;
pub mod value;
mod weekday;

use weekday::is_one_of_several;
pub use weekday::{PARTS, nearest, weekday_beside, weekday_name, weekday_named};

/// A date in a text, as far as it is written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The date, with its weekday where one stands beside it.
    pub range: Range<usize>,
    pub year: Option<i16>,
    pub month: i8,
    pub day: i8,
    pub weekday: Option<(Weekday, Range<usize>)>,
}

impl Mention {
    /// The date in `year`, where there is such a day.
    pub fn in_year(&self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day).ok()
    }

    /// The date in the year that is written, or in that which is nearest to a day of writing: "Jan 29" of December is next year's.
    pub fn near(&self, written: Date) -> Option<Date> {
        let years = self.year.map_or(written.year() - 1..=written.year() + 1, |year| year..=year);
        years.filter_map(|year| self.in_year(year)).min_by_key(|it| written.duration_until(*it).abs())
    }

    /// Whether there is such a day: in its year, or in any where none is written.
    pub fn exists(&self) -> bool {
        const LEAP_YEAR: i16 = 2024;
        self.in_year(self.year.unwrap_or(LEAP_YEAR)).is_some()
    }

    /// The date, where it is written in full and exists.
    pub fn date(&self) -> Option<Date> {
        self.in_year(self.year?)
    }
}

const WEEKDAY: &str = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?";
pub(super) const MONTH: &str = concat!(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?",
    r"|nov(?:ember)?|dec(?:ember)?)"
);

pub(super) static DATE: LazyLock<Pattern> = LazyLock::new(|| {
    // In "Mon-Wed Sep 26-28" and "Tuesday and Wednesday March 3 and 4" no weekday belongs to the date beside it.
    let range = format!(r"(?P<range>{WEEKDAY}\.? ?(?:-|–|/|,|&|to|and|through) ?)?");
    let weekday = format!(r"(?:{range}(?P<before>{WEEKDAY})\.?(?: (?:{PARTS}))?(?:,? ?\(?|,? the |-|/))?");
    let iso = r"(?P<iy>(?:19|20)\d\d)[-/](?P<im>\d\d?)[-/](?P<id>\d\d?)";
    let clock = r"(?: \d\d?:\d\d(?::\d\d)?(?: [A-Z]{2,4})?)?";
    let day_month = format!(
        r"(?P<dd>\d\d?)(?:st|nd|rd|th)?(?:\.?|(?P<comma>,))[ -](?:of )?(?P<dm>{MONTH})(?:\.?{clock},?[ -](?P<dy>(?:19|20)\d\d))?"
    );
    let month_day = format!(
        r"(?P<mm>{MONTH})(?:\.?[ -]|(?P<loose>, ?))(?:the )?(?P<md>\d\d?)(?:st|nd|rd|th)?(?:{clock},?[ -]?(?P<my>(?:19|20)\d\d))?"
    );
    let after = format!(r"(?:,? \(?(?P<after>{WEEKDAY})\.?(?P<end>[^\s\w]|$| \d))?");
    Pattern::new(&format!(r"(?i)(?-u:\b){weekday}(?:{iso}|{day_month}|{month_day})(?-u:\b){after}"))
});

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&DATE]);

/// The dates in a text that have at least a day and a month.
pub fn mentions(text: &str) -> Vec<Mention> {
    if !holds_digit(text) {
        return Vec::new();
    }
    DATE.captures_iter(text).filter_map(|found| mention(text, &found)).collect()
}

/// The date of a text that names one, and no other.
pub fn only(text: &str) -> Option<Mention> {
    let mut mentions = mentions(text).into_iter();
    mentions.next().filter(|_| mentions.next().is_none())
}

fn mention(text: &str, found: &Captures) -> Option<Mention> {
    let number = |name: &str| found.name(name).and_then(|it| it.as_str().parse::<i16>().ok());
    let month_name = |name: &str| found.name(name).and_then(|it| month(it.as_str()));
    let (year, month, day) = if let Some(year) = number("iy") {
        (Some(year), number("im")? as i8, number("id")?)
    } else if let Some(day) = number("dd") {
        (number("dy"), month_name("dm")?, day)
    } else {
        (number("my"), month_name("mm")?, number("md")?)
    };
    let name = found.name("dm").or(found.name("mm")).map_or("", |it| it.as_str());
    // "only 3 may be used", "2 march on": without a year, the small letter decides.
    let is_ordinal = || ["st", "nd", "rd", "th"].iter().any(|it| found[0].ends_with(it));
    if year.is_none() && (matches!(name, "may" | "mar" | "march") || found.name("loose").is_some() && !is_ordinal()) {
        return None;
    }
    // In "items 5, 6, May 2026" nothing says that the number belongs to the month.
    if found.name("comma").is_some() && (year.is_none() || found.name("before").is_none()) {
        return None;
    }
    // "SEP-31" is the number of a proposal.
    let is_number = name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_uppercase()) && found[0].contains("-");
    if year.is_none() && is_number {
        return None;
    }
    let before = found.name("before").filter(|_| found.name("range").is_none());
    let weekday = before.or(found.name("after").filter(|it| !is_one_of_several(&text[it.end()..])));
    let weekday = weekday.filter(|it| it.len() > 4 || it.as_str().starts_with(|it: char| it.is_uppercase()));
    let weekday = weekday.and_then(|it| Some((weekday_named(it.as_str())?, it.range())));
    let whole = found.get(0)?.range();
    // What ends the weekday behind the date is not part of either.
    let range = whole.start..found.name("end").map_or(whole.end, |end| end.start());
    // "2026-11-20" inside a longer number or path is no date.
    let touches = |it: Option<char>| it.is_some_and(|it| it.is_alphanumeric() || matches!(it, '/' | '_' | '-'));
    if touches(text[..range.start].chars().next_back())
        || touches(text[range.end..].chars().next().filter(|it| *it != 'T'))
    {
        return None;
    }
    let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
    (is_day || is_turned(&found[0], year, month, day)).then_some(Mention {
        range,
        year,
        month,
        day: day as i8,
        weekday,
    })
}

/// Whether a day stands before its month: `2026-21-08`. A school year and its term look alike: `2026-27-01`.
fn is_turned(written: &str, year: Option<i16>, month: i8, day: i16) -> bool {
    const FORM: [usize; 3] = [4, 2, 2];
    let is_full = || written.split('-').map(str::len).eq(FORM);
    let is_term = || year.is_some_and(|it| i16::from(month) == it % 100 + 1);
    (13..=31).contains(&month) && (1..=12).contains(&day) && is_full() && !is_term()
}

/// Whether a day is over everywhere on earth.
pub fn is_over(day: Date, now: Timestamp) -> bool {
    let ends = day.checked_add(1.day()).ok().and_then(|next| next.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).ok());
    ends.is_some_and(|ends| ends.timestamp() <= now)
}

/// The month that a word names, in full or shortened.
pub fn month(word: &str) -> Option<i8> {
    let word = word.to_ascii_lowercase();
    let is_named = |name: &&str| word.len() > 2 && name.starts_with(&*word) || word == "sept" && *name == "september";
    month::NAMES.iter().position(is_named).map(|at| at as i8 + 1)
}

/// A number of minutes as people say it: "45 min", "2 h 5 min", "3 d 4 h".
pub fn length(minutes: i64) -> String {
    let (days, hours, minutes) = (minutes / (24 * 60), minutes / 60 % 24, minutes % 60);
    let parts = match (days, hours, minutes) {
        (0, 0, minutes) => vec![(minutes, "min")],
        (0, hours, minutes) => vec![(hours, "h"), (minutes, "min")],
        (days, hours, _) => vec![(days, "d"), (hours, "h")],
    };
    let said = parts.iter().enumerate().filter(|(index, (number, _))| *index == 0 || *number > 0);
    said.map(|(_, (number, unit))| format!("{number} {unit}")).collect::<Vec<_>>().join(" ")
}

static MONTH_ALONE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?-u:\b)(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]|H[12] 20\d\d)(?-u:\b)",
    )
});

/// Whether a month or a quarter is named, with or without a day.
pub fn has_month(text: &str) -> bool {
    MONTH_ALONE.is_match(text)
}

pub fn has_date(text: &str) -> bool {
    holds_digit(text) && DATE.captures_iter(text).any(|found| mention(text, &found).is_some()) || numeric::has(text)
}

/// A moment as machines write it, in the form in which people do: `2026-11-20T14:05Z` is `2026-11-20 14:05 UTC`.
pub fn as_written(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_after_digit = out.ends_with(|it: char| it.is_ascii_digit());
        match (letter, letters.peek()) {
            ('T', Some(next)) if is_after_digit && next.is_ascii_digit() => out.push(' '),
            ('Z', next) if is_after_digit && next.is_none_or(|it| !it.is_alphanumeric()) => out.push_str(" UTC"),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(text: &str) -> Vec<(Option<i16>, i8, i8, Option<Weekday>)> {
        mentions(text).into_iter().map(|it| (it.year, it.month, it.day, it.weekday.map(|(day, _)| day))).collect()
    }

    #[test]
    fn dates_in_their_forms() {
        assert_eq!(dates("on Friday 2026-11-20, at noon"), [(Some(2026), 11, 20, Some(Weekday::Friday))]);
        assert_eq!(dates("Thursday, Nov 19, 2026"), [(Some(2026), 11, 19, Some(Weekday::Thursday))]);
        assert_eq!(dates("Friday 2026/1/2 at"), [(Some(2026), 1, 2, Some(Weekday::Friday))]);
        assert_eq!(["may", "Sept", "mayor", "ma"].map(month), [Some(5), Some(9), None, None]);
        assert_eq!(dates("Tue 3rd of March"), [(None, 3, 3, Some(Weekday::Tuesday))]);
        assert_eq!(dates("2026-11-20 (Fri)"), [(Some(2026), 11, 20, Some(Weekday::Friday))]);
        assert_eq!(dates("19, 20 and 23 November (Thu, Fri, Mon)"), [(None, 11, 23, None)]);
        assert_eq!(dates("Mon-Wed Sep 28 - 30, 2026"), [(None, 9, 28, None)]);
        assert_eq!(dates("by Monday Jan-16"), [(None, 1, 16, Some(Weekday::Monday))]);
        assert_eq!(dates("Thu Mar 7 12:00:00 2019 +0100"), [(Some(2019), 3, 7, Some(Weekday::Thursday))]);
        assert_eq!(dates("Thursday 5, November 2026"), [(Some(2026), 11, 5, Some(Weekday::Thursday))]);
        assert_eq!(dates("of 3, 5, November 2026 and Thursday 5, November"), []);
        assert_eq!(dates("2026-21-08, 2026-27-01 and 2026/21/08"), [(Some(2026), 21, 8, None)]);
        assert_eq!(dates("only 3 may be used in the sun 3 times"), []);
        assert_eq!(dates("(November, 20, 2026) and in November, 20 of them"), [(Some(2026), 11, 20, None)]);
        assert_eq!(dates("moved to April, 30th"), [(None, 4, 30, None)]);
        assert_eq!(dates("path/2026-11-20-notes and 12026-11-201"), []);
    }

    #[test]
    fn moments_of_machines() {
        assert_eq!(as_written("2026-11-20T14:05:00Z, then UTC"), "2026-11-20 14:05:00 UTC, then UTC");
        assert_eq!(as_written("2026-11-20T14:05-05:00 (Tue)"), "2026-11-20 14:05-05:00 (Tue)");
    }

    #[test]
    fn lengths() {
        assert_eq!([0, 45, 60, 125, 1440, 4560].map(length), ["0 min", "45 min", "1 h", "2 h 5 min", "1 d", "3 d 4 h"]);
    }
}
