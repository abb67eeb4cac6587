//! A moment that somebody names, on a command line or in a page. Knows no clock.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::fmt::temporal::{Pieces, PiecesOffset};
use jiff::tz::TimeZone;

/// A moment as it was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    pub at: Timestamp,
    /// The day on the clock of whoever named it.
    pub day: Date,
    /// The hour on the same clock; none where a day alone was named.
    pub time: Option<Time>,
    /// Where that clock is, as far as an offset or a name tells. `Z` says which moment it is, and not where somebody is.
    pub zone: Option<TimeZone>,
}

impl Moment {
    /// Reads `2026-11-18T09:00:00Z`, with any offset, or a day alone, which is its beginning in UTC.
    pub fn read(text: &str) -> Option<Moment> {
        let text = text.trim();
        let pieces = Pieces::parse(text).ok()?;
        let day = pieces.date();
        let Some(time) = pieces.time() else {
            return (text.len() == "2026-11-18".len()).then(|| Moment { at: begins(day), day, time: None, zone: None });
        };
        let named = pieces.to_time_zone().ok()?;
        let offset = pieces.to_numeric_offset();
        let at = match (offset, &named) {
            (Some(offset), _) => offset.to_timestamp(day.to_datetime(time)).ok()?,
            (None, Some(zone)) => zone.to_timestamp(day.to_datetime(time)).ok()?,
            (None, None) => return None,
        };
        let is_zulu = pieces.offset() == Some(PiecesOffset::Zulu);
        let zone = named.or(offset.filter(|_| !is_zulu).map(TimeZone::fixed));
        Some(Moment { at, day, time: Some(time), zone })
    }
}

/// The beginning of a day in UTC. Of the last day that a calendar names there is no instant.
fn begins(day: Date) -> Timestamp {
    day.to_zoned(TimeZone::UTC).map_or(Timestamp::MAX, |it| it.timestamp())
}

/// The instant of it alone.
pub fn instant(text: &str) -> Option<Timestamp> {
    Moment::read(text).map(|it| it.at)
}

#[cfg(test)]
mod tests {
    use super::{Moment, Timestamp, instant};

    #[test]
    fn a_day_alone_is_its_beginning_in_utc() {
        let read = |text: &str| instant(text).map(|it| it.to_string());
        assert_eq!(read("2026-11-18").as_deref(), Some("2026-11-18T00:00:00Z"));
        assert_eq!(read(" 2026-11-18T09:00:00+01:00").as_deref(), Some("2026-11-18T08:00:00Z"));
        assert_eq!(read("2026-11-18T09:00Z").as_deref(), Some("2026-11-18T09:00:00Z"));
        assert_eq!(instant("9999-12-31"), Some(Timestamp::MAX));
        assert_eq!(read("2026-11-18T09:00[Europe/Berlin]").as_deref(), Some("2026-11-18T08:00:00Z"));
        for text in ["2026-11-18T09:00:00", "tomorrow", "", "2026-02-30", "20261118", "2026-11-18T09:00[Nowhere]"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn its_day_and_its_hour_are_those_of_whoever_named_it() {
        let moment = Moment::read("2026-11-18T20:00-08:00").expect("it is one");
        assert_eq!(moment.at.to_string(), "2026-11-19T04:00:00Z");
        assert_eq!((moment.day.to_string(), moment.time.map(|it| it.hour())), ("2026-11-18".to_owned(), Some(20)));
        let is_placed = |text: &str| Moment::read(text).expect(text).zone.is_some();
        assert!(moment.zone.is_some() && is_placed("2026-11-18T09:00+00:00"));
        assert!(!is_placed("2026-11-18T09:00Z") && !is_placed("2026-11-18"));
    }
}
