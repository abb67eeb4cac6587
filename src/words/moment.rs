//! The moment at which a line of a course of events begins: "2026-11-20 14:05 CET: …", "~2:05 pm – …".
//! Reads what is written and guesses nothing: what it cannot read is said to be unreadable.

use crate::words::pattern::Pattern;
use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use memchr::memchr_iter;

use super::date;
use crate::words::zone::named;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The clock time, with what belongs to it.
    pub range: Range<usize>,
    /// Minutes since midnight.
    pub minute: i32,
    pub date: When,
    /// The zone behind the time, as it is written.
    pub zone: Option<String>,
    /// "am" or "pm" is written.
    pub has_half: bool,
    /// No clock of twelve hours shows it so: a leading zero, or an hour after twelve.
    pub is_of_24: bool,
    /// "ca.", "~", "maybe".
    pub is_rough: bool,
}

/// The day of a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// None is written.
    Unsaid,
    On(Date),
    /// Written without a year.
    InSomeYear {
        month: i8,
        day: i8,
    },
    /// Something that looks like a day and is in no form that can be read for certain.
    Unreadable,
}

static TIME: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?::[0-5]\d(?:[.,]\d+)?)?(?: ?(?P<half>[ap])\.?m(?-u:\b)\.?)?",
    )
});

/// Words that may stand before the time and say nothing of the day.
const BEFORE: &[&str] = &[
    "at",
    "ca",
    "c",
    "circa",
    "approx",
    "approximately",
    "around",
    "about",
    "t",
    "on",
    "time",
    "the",
    "roughly",
    "by",
    "from",
    "since",
];
const ROUGH: &[&str] = &["ca", "c", "circa", "approx", "approximately", "around", "about", "roughly", "by"];

/// So far behind the beginning of a line a time may stand, and a zone behind its time.
const NEAR: usize = 60;
const ZONE_NEAR: usize = 3;

/// Whether a line may begin with a moment: a time has a colon between digits.
pub fn may_lead(line: &str) -> bool {
    let bytes = line.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    memchr_iter(b':', &bytes[..bytes.len().min(NEAR + 2)]).any(|at| at > 0 && is_digit(at - 1) && is_digit(at + 1))
}

/// The moment that a line begins with. A line that has other words first has none.
pub fn leading(line: &str) -> Option<Moment> {
    let end = (0..=NEAR.min(line.len())).rev().find(|at| line.is_char_boundary(*at))?;
    let found = TIME.captures_iter(line).take_while(|it| it.get(0).is_some_and(|it| it.start() < end)).next()?;
    let range = found.get(0)?.range();
    let is_in_number = |it: char| it.is_ascii_digit() || matches!(it, ':' | '.');
    if line[..range.start].ends_with(is_in_number) || line[range.end..].starts_with(|it: char| it.is_ascii_digit()) {
        return None;
    }
    let hour: i32 = found["hour"].parse().ok()?;
    let minute: i32 = found["minute"].parse().ok()?;
    let half = found.name("half").map(|it| it.as_str().to_ascii_lowercase());
    let hour24 = match half.as_deref() {
        Some("p") if hour < 12 => hour + 12,
        Some("a") if hour == 12 => 0,
        _ => hour,
    };
    if hour24 > 23 {
        return None;
    }
    let before = &line[..range.start];
    let after = &line[range.end..];
    // "2026-11-20T14:05".
    let (date, rest) = day(before.strip_suffix(['T', 't']).unwrap_or(before));
    let words: Vec<String> =
        rest.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect();
    let is_plain = |word: &&String| {
        BEFORE.contains(&word.as_str())
            || date::weekday_named(word).is_some()
            || word.bytes().all(|it| it.is_ascii_digit())
    };
    if !words.iter().all(|word| is_plain(&word)) {
        return None;
    }
    let has_digits = words.iter().any(|word| word.bytes().all(|it| it.is_ascii_digit()));
    let has_weekday = words.iter().any(|word| date::weekday_named(word).is_some());
    let is_open = date == When::Unsaid && (has_digits || has_weekday);
    let tail = after.get(..after.len().min(24)).unwrap_or_default().to_lowercase();
    let is_rough = words.iter().any(|word| ROUGH.contains(&word.as_str()))
        || before.contains(['~', '\u{2248}', '?'])
        || ["maybe", "approx", "ish", "?", "or so", "~", "not sure", "earlier"].iter().any(|word| tail.contains(word));
    Some(Moment {
        minute: hour24 * 60 + minute,
        date: if is_open || has_digits { When::Unreadable } else { date },
        zone: zone(after),
        has_half: half.is_some(),
        is_of_24: half.is_none() && (hour > 12 || found["hour"].starts_with('0')),
        is_rough,
        range,
    })
}

/// The day before a time, and the text without it.
fn day(before: &str) -> (When, String) {
    let mentions = date::mentions(before);
    let [mention] = mentions.as_slice() else {
        let when = if mentions.is_empty() { When::Unsaid } else { When::Unreadable };
        return (when, before.to_owned());
    };
    let rest = format!("{} {}", &before[..mention.range.start], &before[mention.range.end..]);
    let when = match (mention.date(), mention.year) {
        (Some(date), _) => When::On(date),
        (None, None) if mention.exists() => When::InSomeYear { month: mention.month, day: mention.day },
        _ => When::Unreadable,
    };
    (when, rest)
}

/// The zone right behind a time.
fn zone(after: &str) -> Option<String> {
    let found = named::all(after).next().filter(|found| found.start <= ZONE_NEAR)?;
    Some(after[found].trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{When, leading};

    fn minute(line: &str) -> Option<i32> {
        leading(line).map(|it| it.minute)
    }

    #[test]
    fn clocks_of_both_kinds() {
        assert_eq!(minute("14:05 the alert fires"), Some(845));
        assert_eq!(minute("**2:05 pm** the alert fires"), Some(845));
        assert_eq!(minute("12:10am"), Some(10));
        assert_eq!(minute("2026-11-20T14:05:59Z"), Some(845));
        assert_eq!(minute("Fri, 20 Nov 2026 at 14:05"), Some(845));
        assert_eq!(minute("The alert fires at 14:05"), None);
        assert_eq!(minute("port 10.0.0.1:8080 and 25:10"), None);
    }

    #[test]
    fn what_stands_beside_a_time() {
        let it = leading("~14:05 CET").expect("a moment");
        assert!(it.is_rough && it.zone.as_deref() == Some("CET") && it.date == When::Unsaid);
        assert!(matches!(leading("2026-11-20 09:00").expect("a moment").date, When::On(_)));
        assert!(matches!(leading("Nov 20, 9:00").expect("a moment").date, When::InSomeYear { .. }));
        assert_eq!(leading("20/11 09:00").expect("a moment").date, When::Unreadable);
        assert_eq!(leading("Tuesday 09:00").expect("a moment").date, When::Unreadable);
    }
}
