//! The moment at which a line of a course of events begins: "2026-11-20 14:05 CET: …", "~2:05 pm – …".
//! Reads what is written and guesses nothing: what it cannot read is said to be unreadable.

use crate::words::pattern::Pattern;
use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use memchr::memchr_iter;

use super::date::{self, Mention};
use super::near;
use crate::words::zone::named;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The clock time, with what belongs to it; up to the day, where that stands behind it.
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
    let tail = near::ahead_within(after, 24).to_lowercase();
    let is_rough = words.iter().any(|word| ROUGH.contains(&word.as_str()))
        || before.contains(['~', '\u{2248}', '?'])
        || ["maybe", "approx", "ish", "?", "or so", "~", "not sure", "earlier"].iter().any(|word| tail.contains(word));
    let zone = zone(after);
    let (date, end) = match date {
        _ if is_open || has_digits => (When::Unreadable, 0),
        When::Unsaid => behind(after, zone.as_ref().map_or(0, |it| it.end)).unwrap_or((When::Unsaid, 0)),
        date => (date, 0),
    };
    Some(Moment {
        minute: hour24 * 60 + minute,
        date,
        zone: zone.map(|it| after[it].trim().to_owned()),
        has_half: half.is_some(),
        is_of_24: half.is_none() && (hour > 12 || found["hour"].starts_with('0')),
        is_rough,
        range: range.start..range.end + end,
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
    (said(mention), rest)
}

fn said(mention: &Mention) -> When {
    match (mention.date(), mention.year) {
        (Some(date), _) => When::On(date),
        (None, None) if mention.exists() => When::InSomeYear { month: mention.month, day: mention.day },
        _ => When::Unreadable,
    }
}

/// The zone right behind a time.
fn zone(after: &str) -> Option<Range<usize>> {
    named::all(after).next().filter(|found| found.start <= ZONE_NEAR)
}

/// The day behind a time and its zone, "17:17 UTC Feb 21: …", and where it ends. "17:17 Feb 21 dump restored" may tell what
/// happened: such a day is not read, and no other one is taken for it.
fn behind(after: &str, zone: usize) -> Option<(When, usize)> {
    const WORDS: &[&str] = &["on ", "of ", "the "];
    let bare = |text: &str| text.trim_start_matches([' ', ',', '(', ')', '*']).len();
    let near = near::ahead_within(after.get(zone..)?, NEAR);
    let mut start = near.len() - bare(near);
    let skip = WORDS.iter().filter(|it| near[start..].starts_with(*it)).map(|it| it.len()).next();
    start += skip.unwrap_or(0);
    let rest = &near[start..];
    let Some(mention) = date::mentions(rest).into_iter().next().filter(|it| it.range.start == 0) else {
        let word = rest.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
        let is_weekday = word.starts_with(char::is_uppercase) && date::weekday_named(word).is_some();
        let is_next = ["next day", "next morning", "following day", "+1"].iter().any(|it| rest.starts_with(it));
        let is_number = word.bytes().all(|it| it.is_ascii_digit()) && rest[word.len()..].starts_with('/');
        return (is_weekday || is_next || is_number && !word.is_empty()).then_some((When::Unreadable, 0));
    };
    let end = mention.range.end;
    let is_last =
        rest[end..].trim_start_matches([' ', ')', '*', '_', '"']).chars().next().is_none_or(|it| !it.is_alphanumeric());
    match said(&mention) {
        day if is_last => Some((day, zone + start + end)),
        _ => Some((When::Unreadable, 0)),
    }
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
        let day = |line: &str| leading(line).expect("a moment").date;
        let in_some = When::InSomeYear { month: 11, day: 20 };
        assert_eq!(day("09:00 UTC Nov 20: it began"), in_some);
        assert_eq!(day("09:00 (UTC), Nov 20 - it began"), in_some);
        assert!(matches!(day("9:00 am UTC, Nov 20 2026: it began"), When::On(_)));
        assert!(matches!(day("09:00 on 2026-11-20"), When::On(_)));
        assert_eq!(day("09:00 Nov 20 dump restored"), When::Unreadable);
        assert_eq!(day("09:00 UTC, 20/11: it began"), When::Unreadable);
        assert_eq!(day("09:00 UTC Tuesday: it began"), When::Unreadable);
        assert_eq!(day("09:00 UTC: 20 nodes are gone"), When::Unsaid);
        assert_eq!(leading("20/11 09:00").expect("a moment").date, When::Unreadable);
        assert_eq!(leading("Tuesday 09:00").expect("a moment").date, When::Unreadable);
    }
}
