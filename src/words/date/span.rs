//! Spans of days that are written with both their ends: "2026-11-16 to 2026-11-20", "Nov 16-20, 2026".

use std::ops::Range;
use std::sync::LazyLock;

use super::{MONTH, Mention, month};
use crate::words::list::is_among;
use crate::words::pattern::Pattern;
use jiff::civil::Date;

/// A span whose end is earlier than its beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backwards {
    pub range: Range<usize>,
    pub from: Date,
    pub to: Date,
}

/// What stands between the ends of a span: a clock time may stand with the first.
static BETWEEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^,?(?: (?:at )?\d\d?:\d\d(?: ?[ap]m)?(?: [A-Z]{3,4})?)? ?(?P<by>[-\u{2013}\u{2014}]{1,2}|to|until|till|through) ?$",
    )
});

/// Days of one month: "Nov 20-16, 2026", "20-16 November 2026".
static IN_MONTH: LazyLock<Pattern> = LazyLock::new(|| {
    let (day, dash) = (r"\d\d?(?:st|nd|rd|th)?", r" ?(?:[-\x{2013}\x{2014}]|to|through) ?");
    Pattern::new(&format!(
        concat!(
            r"(?i)(?-u:\b)(?:(?P<m1>{month})\.? (?P<a1>{day}){dash}(?P<b1>{day}),? (?P<y1>(?:19|20)\d\d)",
            r"|(?P<a2>{day}){dash}(?P<b2>{day})(?: of)? (?P<m2>{month})\.?,? (?P<y2>(?:19|20)\d\d))(?-u:\b)"
        ),
        month = MONTH,
        day = day,
        dash = dash
    ))
});

/// Something that is moved may go from a later day to an earlier one.
static MOVED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:mov\w+|chang\w+|re-?schedul\w+|shift\w*|brought|bring\w*|pull\w*|correct\w*|updat\w*|set|adjust\w*",
        r"|advanc\w+|backdat\w+|revert\w*|roll\w*|went|go(?:es|ing)?|back|renam\w+|postpon\w+|push\w*|edit\w*|accelerat\w+|expedit\w+|revis\w+)(?-u:\b)"
    ))
});

/// The spans in a sentence that end before they begin. `mentions` are its dates.
pub fn backwards(text: &str, mentions: &[Mention]) -> Vec<Backwards> {
    let mut out: Vec<Backwards> = mentions.windows(2).filter_map(|pair| between(text, &pair[0], &pair[1])).collect();
    out.extend(IN_MONTH.captures_iter(text).filter_map(|found| {
        let number = |a: &str, b: &str| {
            let digits = found.name(a).or(found.name(b))?.as_str();
            digits.trim_end_matches(|it: char| !it.is_ascii_digit()).parse::<i16>().ok()
        };
        let month = month(found.name("m1").or(found.name("m2"))?.as_str())?;
        let (year, from, to) = (number("y1", "y2")?, number("a1", "a2")?, number("b1", "b2")?);
        let day = |day: i16| Date::new(year, month, day.try_into().ok()?).ok();
        let (from, to) = (day(from)?, day(to)?);
        let range = found.get(0)?.range();
        // "21.10.6 - 4 Jan 2022": the last part of a version, and its day; "Call #26 - 9 September 2021" is the 26th.
        let before = &text[..range.start];
        let is_cut = before.ends_with(['-', '\u{2013}', '/', '.', '#']) || is_counted(before);
        (to < from && !is_cut).then_some(Backwards { range, from, to })
    }));
    out
}

/// "Meeting 26", "episode 12", "No. 7": the number of one of a series.
fn is_counted(before: &str) -> bool {
    const SERIES: &str = "\
        meeting call session sprint episode week issue number no release volume part lecture round minutes report update \
        iteration standup retro retrospective lesson chapter edition newsletter day unit step phase milestone bulletin log \
        entry workshop webinar seminar class homework assignment digest";
    let word = before.trim_end().trim_end_matches('.').rsplit([' ', '(', '*', '_']).next().unwrap_or_default();
    is_among(SERIES, &word.to_lowercase())
}

fn between(text: &str, from: &Mention, to: &Mention) -> Option<Backwards> {
    let middle = text.get(from.range.end..to.range.start)?;
    let found = BETWEEN.captures(middle)?;
    let (start, end) = (from.date()?, to.date()?);
    // "Moved from … to …" is no span.
    let is_dash = found["by"].starts_with(['-', '\u{2013}', '\u{2014}']);
    let is_moved = !is_dash && MOVED.is_match(&text[..from.range.start]);
    let range = from.range.start..to.range.end;
    (end < start && !is_moved).then_some(Backwards { range, from: start, to: end })
}

#[cfg(test)]
mod tests {
    use super::super::mentions;

    fn found(text: &str) -> Vec<&str> {
        super::backwards(text, &mentions(text)).into_iter().map(|it| &text[it.range]).collect()
    }

    #[test]
    fn a_span_ends_after_it_begins() {
        assert_eq!(found("from 2026-11-20 to 2026-11-16"), ["2026-11-20 to 2026-11-16"]);
        assert_eq!(found("Nov 20, 2026 \u{2013} Nov 16, 2026, all day"), ["Nov 20, 2026 \u{2013} Nov 16, 2026"]);
        assert_eq!(found("Nov 20-16, 2026 and 20 - 16 November 2026"), ["Nov 20-16, 2026", "20 - 16 November 2026"]);
        assert_eq!(found("Nov 16-20, 2026; 2026-11-16 to 2026-11-20; Dec 28, 2026 - Jan 3, 2027"), [""; 0]);
        assert_eq!(
            found(
                "Call #26 - 09 November 2026; Meeting 26 - 9 November 2026; No. 26 - 9 November 2026; Report 13 - 4 May 2026"
            ),
            [""; 0]
        );
        assert_eq!(found("It was moved from 2026-11-20 to 2026-11-16, and before 2026-11-20, 2026-11-16"), [""; 0]);
    }
}
