//! Days and instants, as facts and their markers write them.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::words::date;
use crate::words::time_of_day::{clock_times, time_of_day};
use crate::words::zone;

/// A day, or an instant of it as far as it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    pub date: Date,
    pub time: Option<Time>,
    pub zone: Option<TimeZone>,
}

impl Moment {
    /// A date, with a time and a zone where they are written; none where anything else is.
    pub fn read(text: &str) -> Option<Self> {
        let text = date::as_written(text.trim());
        let mention = date::mentions(&text).into_iter().next().filter(|it| it.range.start == 0)?;
        let date = mention.date()?;
        let rest = text[mention.range.end..].trim_start_matches([',', ' ', 'T']);
        let rest = rest.strip_prefix("at ").unwrap_or(rest);
        if rest.is_empty() {
            return Some(Self { date, time: None, zone: None });
        }
        let clock = clock_times(rest).next().filter(|it| it.start == 0)?;
        let time = time_of_day(&rest[clock.clone()])?;
        let (time, rest) = seconds(time, &rest[clock.end..])?;
        let name = rest.trim().trim_matches(['(', ')']);
        if name.is_empty() {
            return Some(Self { date, time: Some(time), zone: None });
        }
        let meanings = zone::meanings(name);
        let [meaning] = meanings.as_slice() else { return None };
        Some(Self { date, time: Some(time), zone: Some(meaning.zone.clone()) })
    }

    /// Whether its day is the same for every reader.
    pub fn has_zone(&self) -> bool {
        self.zone.is_some()
    }

    /// The first and the last instant that may be meant: a day without a zone begins somewhere before it does in UTC.
    pub fn bounds(&self) -> Option<(Timestamp, Timestamp)> {
        const WEST: i64 = 12;
        const EAST: i64 = 14;
        if let (Some(zone), Some(time)) = (&self.zone, self.time) {
            let at = self.date.to_datetime(time).to_zoned(zone.clone()).ok()?.timestamp();
            return Some((at, at));
        }
        let utc = |at: DateTime| at.to_zoned(TimeZone::UTC).ok().map(|it| it.timestamp());
        let (first, last) = match self.time {
            Some(time) => (self.date.to_datetime(time), self.date.to_datetime(time)),
            None => (self.date.to_datetime(Time::midnight()), self.date.tomorrow().ok()?.to_datetime(Time::midnight())),
        };
        Some((utc(first)?.checked_sub(EAST.hours()).ok()?, utc(last)?.checked_add(WEST.hours()).ok()?))
    }

    /// Whether it certainly lies after another: on a later day, or at a later instant. Days without a zone are
    /// compared as days: whoever writes them means the calendar on the wall.
    pub fn is_after(&self, other: &Self) -> bool {
        match (self.time, other.time) {
            (Some(_), Some(_)) => match (self.bounds(), other.bounds()) {
                (Some((first, _)), Some((_, last))) => first > last,
                _ => false,
            },
            _ => self.date > other.date,
        }
    }

    /// Whether both may be the same.
    pub fn agrees(&self, other: &Self) -> bool {
        match (self.time, other.time, &self.zone, &other.zone) {
            (Some(_), Some(_), Some(_), Some(_)) => self.bounds() == other.bounds(),
            (Some(one), Some(two), _, _) => self.date == other.date && one == two,
            _ => self.date == other.date,
        }
    }
}

/// ":30" and ".123" behind hours and minutes.
fn seconds(time: Time, rest: &str) -> Option<(Time, &str)> {
    let Some(digits) = rest.strip_prefix(':') else { return Some((time, rest)) };
    let end = digits.find(|it: char| !it.is_ascii_digit() && it != '.').unwrap_or(digits.len());
    let second = digits[..end].split('.').next()?.parse::<i8>().ok()?;
    Some((Time::new(time.hour(), time.minute(), second.min(59), 0).ok()?, &digits[end..]))
}
