//! Clock times in running text: "14:05", "3 pm", "noon". What looks like one and counts something else is left out.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Time;

use crate::words::digit::{holds_digit, leading_digits};
use crate::words::pattern::{Captures, Match, OneOf, Pattern};
use crate::words::time_of_day::time_of_day;

/// A clock time, without its zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    pub range: Range<usize>,
    pub time: Time,
    /// "am" or "pm" is written, or stands behind the end of the same span.
    pub has_half: bool,
    /// "noon" or "midnight".
    pub is_word: bool,
    /// Seconds are written, as programs do.
    pub has_seconds: bool,
}

static CLOCK: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:(?P<hour>[01]?\d|2[0-3])(?:(?P<mark>[:h])(?P<minute>[0-5]\d)(?P<second>:[0-5]\d)?)?",
        r"(?P<half> ?[ap]\.?m\.?)?|(?P<word>noon|midnight))(?P<end>[^\w]|$)"
    ))
});

/// What stands in every time that is found, and in few other words: an hour alone is none.
static HOUR: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?i)\d[:h][0-5]\d|\d ?[ap]\.?m|(?-u:\b)(?:noon|midnight)"));

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&HOUR]);

/// The end of a span, right behind its beginning: "9–11 am".
static SPAN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"(?i)^ ?(?:-|\u{2013}|\u{2014}|to|until|till) ?(?:[01]?\d|2[0-3])(?::[0-5]\d)?(?P<half> ?[ap]\.?m)?")
});

/// A book of verses, or a part of a film: "John 3:16", "Episode 4:20", "at minute 12:30".
static COUNTED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:(?-u:\b)(?:ratio|score|scored|won|lost|verse|chapter|minute|min|mark|timestamp|timecode|port|aspect|resolution",
        r"|took|takes|timeout to|lasted|lasts|duration|runtime|length|elapsed|after|within|for|every|genesis|exodus|psalms?|proverbs|isaiah",
        r"|matthew|mark|luke|john|acts|romans|corinthians|surah?|qu'?ran)(?: of| is| was|:)? |[$€£#@/=v:.\d-])$"
    ))
});

/// The clock times in a text.
pub fn find(text: &str) -> Vec<Clock> {
    let is_possible = holds_digit(text) || text.contains("oon") || text.contains("idnight");
    if !is_possible {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = CLOCK.find_at(text, at) {
        if let Some(end) = end_of_number(text, &found) {
            at = end;
            continue;
        }
        let Some(found) = CLOCK.captures_at(text, found.start()) else { break };
        let whole = found.get(0).map_or(at + 1..at + 1, |it| it.range());
        // What ends one may be the dash before the next.
        at = found.name("end").map_or(whole.end, |end| end.start()).max(whole.start + 1);
        out.extend(clock(text, &found));
        if at >= text.len() {
            break;
        }
    }
    out
}

/// Where a number ends that is no time, as most are: nothing but what ends it stands behind it, and it begins no span.
fn end_of_number(text: &str, found: &Match) -> Option<usize> {
    let digits = leading_digits(found.as_str());
    let is_alone = digits > 0 && found.as_str()[digits..].chars().nth(1).is_none();
    let end = found.start() + digits;
    (is_alone && !SPAN.is_match(&text[end..])).then_some(end)
}

fn clock(text: &str, found: &Captures) -> Option<Clock> {
    let range = found.get(0)?.start()..found.name("end")?.start();
    let (before, after) = (&text[..range.start], &text[range.end..]);
    if found.name("word").is_some() {
        let time = time_of_day(&text[range.clone()])?;
        // "Contracts on Midnight" run on a chain of that name.
        let is_name = text[range.clone()].starts_with(char::is_uppercase)
            && before.ends_with(' ')
            && before.trim_end().ends_with(|it: char| it.is_alphanumeric() || it == ',');
        return (is_apart(before, after) && !is_name).then_some(Clock {
            range,
            time,
            has_half: false,
            is_word: true,
            has_seconds: false,
        });
    }
    let span = SPAN.captures(after);
    let half = found.name("half").or(span.as_ref().and_then(|it| it.name("half")));
    let (hour, minute) = (found["hour"].parse::<i8>().ok()?, found.name("minute"));
    // "10" alone is a number, unless the end of the span says what it is.
    if minute.is_none() && half.is_none() || half.is_some() && !(1..=12).contains(&hour) && minute.is_none() {
        return None;
    }
    if !is_apart(before, after) || found.name("half").is_none() && near_behind(before).is_some_and(is_counting) {
        return None;
    }
    let is_afternoon = half.is_some_and(|it| it.as_str().contains(['p', 'P']));
    let hour = match (half.is_some(), is_afternoon, hour) {
        (true, true, hour) if hour < 12 => hour + 12,
        (true, false, 12) => 0,
        (_, _, hour) => hour,
    };
    let minute = minute.map_or(Some(0), |it| it.as_str().parse::<i8>().ok())?;
    let time = Time::new(hour, minute, 0, 0).ok()?;
    let has_seconds = found.name("second").is_some();
    Some(Clock { range, time, has_half: half.is_some(), is_word: false, has_seconds })
}

/// No letter, number or path goes on on either side: "10.0.0.1:8080", "2.0 pm", "at-noon.md".
fn is_apart(before: &str, after: &str) -> bool {
    let is_joint = |it: char| matches!(it, '.' | ':' | '/' | '_' | '#' | '=' | '$' | '+');
    let mut following = after.chars();
    let goes_on = match (following.next(), following.next()) {
        (Some(first), _) if first.is_alphanumeric() || matches!(first, '_' | '%') => true,
        // "8:03/mi" is how fast somebody runs.
        _ if is_pace(after) || ends_past_midnight(after) => true,
        (Some(':' | '.' | '/' | '-'), Some(second)) => second.is_alphabetic() && !after.starts_with('/'),
        _ => false,
    };
    // "2026-11-20T14:05" was cut at its letter, and "9-11" is a span; "2026-06-10 PM" is a part of a day.
    let is_numbered =
        before.ends_with('-') && !before.trim_end_matches('-').ends_with(|it: char| it.is_ascii_digit() || it == 'm');
    !(goes_on || before.ends_with(is_joint) || is_numbered || ends_with_month(before))
}

/// Whether what looks like a time of day is how fast somebody runs, by what stands right behind it.
pub fn is_pace(after: &str) -> bool {
    ["/mi", "/km"].iter().any(|it| after.starts_with(it))
}

/// "13:00-43:00": minutes of a film or of a talk, by what the span ends with.
fn ends_past_midnight(after: &str) -> bool {
    const LAST_HOUR: u32 = 24;
    let end = after.trim_start().strip_prefix(['-', '\u{2013}', '\u{2014}']).map(str::trim_start);
    let hour = end.and_then(|it| it.split_once(':')).map_or("", |it| it.0);
    hour.len() == 2 && hour.parse::<u32>().is_ok_and(|it| it > LAST_HOUR)
}

/// "2026-06-", before the number of a day.
fn ends_with_month(before: &str) -> bool {
    let mut parts = before.rsplit('-');
    let is_number = |part: Option<&str>, length: Range<usize>| {
        let digits = part.map_or(0, |it| it.bytes().rev().take_while(u8::is_ascii_digit).count());
        length.contains(&digits)
    };
    parts.next() == Some("") && is_number(parts.next(), 1..3) && is_number(parts.next(), 4..5)
}

/// The words right before a time.
fn near_behind(before: &str) -> Option<&str> {
    const NEAR: usize = 24;
    let start = (before.len().saturating_sub(NEAR)..=before.len()).find(|at| before.is_char_boundary(*at))?;
    Some(&before[start..])
}

fn is_counting(before: &str) -> bool {
    COUNTED.is_match(before)
}

#[cfg(test)]
mod tests {
    use super::find;

    fn times(text: &str) -> Vec<(&str, i8)> {
        find(text).into_iter().map(|it| (&text[it.range], it.time.hour())).collect()
    }

    #[test]
    fn clocks_of_both_kinds() {
        assert_eq!(
            times("at 14:05, 3pm or 3 p.m., 12:10 am"),
            [("14:05", 14), ("3pm", 15), ("3 p.m.", 15), ("12:10 am", 0)]
        );
        assert_eq!(
            times("from 9-11 am, 10:00–11:30 and by noon"),
            [("9", 9), ("11 am", 11), ("10:00", 10), ("11:30", 11), ("noon", 12)]
        );
        assert_eq!(times("midnight"), [("midnight", 0)]);
        assert_eq!(times("Midnight of Friday. Midnight: it"), [("Midnight", 0), ("Midnight", 0)]);
        assert_eq!(times("14:05:59"), [("14:05:59", 14)]);
    }

    #[test]
    fn numbers_that_are_no_time() {
        for text in [
            "the ratio 16:09, John 3:16, port 10:80",
            "10.0.0.1:8080, 1:2, 25:10, v1.10:20",
            "it took 01:30, and 2.0 pm",
            "I am 10 am I",
            "after 10:30 in the video at minute 12:30",
            "the 3 AMs and 4 pmap calls",
            "a pace of 8:03/mi, on Midnight and in Midnight's model",
            "the pass of 2026-06-10 PM",
        ] {
            let found: Vec<_> = times(text).into_iter().filter(|it| it.0 != "10 am").collect();
            assert_eq!(found, [], "{text}");
        }
    }
}
