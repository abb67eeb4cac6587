//! A phrase that is counted in minutes or hours from the one in which it was written: "in 30 mins", "within two hours".

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};

use super::{Cue, Hours, Reading, Stretch, Unread};
use crate::words::english::number;
use crate::words::zone::Meaning;

/// The minute of writing, where somebody told it, and the zone of its clock.
pub struct Minute {
    pub at: DateTime,
    pub zone: TimeZone,
}

/// Reads such a phrase; none where it is another one.
pub fn read(phrase: &str, written: Option<Minute>) -> Option<Result<Reading, Unread>> {
    let lower = phrase.trim().trim_end_matches('.').to_lowercase();
    let (first, rest) = lower.split_once(' ')?;
    let cue = match first {
        "in" => Cue::At,
        "within" => Cue::By,
        _ => return None,
    };
    let span = span(rest.trim().trim_end_matches("from now").trim_end())?;
    let Some(written) = written else {
        let what = format!("`{}` is counted from the minute of writing, and that is not given", phrase.trim());
        return Some(Err(Unread::wrong(what, "give it with `--at`, as in `--at 2026-11-18T09:00-08:00`")));
    };
    let end = written.at.checked_add(span).ok()?;
    let place = "where it was written".to_owned();
    let zones = vec![Meaning { zone: written.zone, place }];
    Some(Ok(Reading { days: vec![Stretch::of(end.date())], hours: Hours::At(end.time()), zones, cue }))
}

/// "30 mins", "2h", "an hour", "half an hour".
fn span(text: &str) -> Option<Span> {
    /// Whoever counts further names a day.
    const MOST: i64 = 9999;
    if text == "half an hour" {
        return Some(30.minutes());
    }
    let digits = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let (count, unit) = match digits {
        0 => text.split_once(' ')?,
        digits => text.split_at(digits),
    };
    let count = match count {
        "a" | "an" => 1,
        count => count.parse().ok().or_else(|| number::value(count).map(i64::from)).filter(|it| *it <= MOST)?,
    };
    match unit.trim() {
        "m" | "min" | "mins" | "minute" | "minutes" => Some(count.minutes()),
        "h" | "hr" | "hrs" | "hour" | "hours" => Some(count.hours()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    use super::*;

    #[test]
    fn hours_are_counted_from_the_minute_of_writing() {
        let written = || Some(Minute { at: date(2026, 11, 18).at(23, 45, 0, 0), zone: TimeZone::UTC });
        for phrase in ["in 30 mins", "in 30min", "within half an hour", "in 30 minutes from now"] {
            let found = read(phrase, written()).and_then(Result::ok).expect(phrase);
            assert_eq!(found.days, [Stretch::of(date(2026, 11, 19))], "{phrase}");
            assert!(matches!(found.hours, Hours::At(time) if time.to_string() == "00:15:00"), "{phrase}");
        }
        assert!(read("in two hours", written()).is_some_and(|it| it.is_ok()));
        assert!(read("in an hour", None).is_some_and(|it| it.is_err()));
        assert!(read("in two weeks", written()).is_none() && read("in May", written()).is_none());
    }
}
