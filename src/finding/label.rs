//! What the labels of many checks say alike: how long ago a day was.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// How long ago a day was that is over: "yesterday", "12 days ago".
pub fn ago(day: Date, now: Timestamp) -> String {
    match now.to_zoned(TimeZone::UTC).date().since(day).map_or(0, |it| it.get_days()) {
        1 => "yesterday".to_owned(),
        days => format!("{days} days ago"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::ago;

    #[test]
    fn a_day_is_told_by_how_long_ago_it_was() {
        let now = "2026-11-18T12:00:00Z".parse().unwrap();
        assert_eq!(ago(date(2026, 11, 17), now), "yesterday");
        assert_eq!(ago(date(2026, 11, 16), now), "2 days ago");
        assert_eq!(ago(date(2025, 11, 18), now), "365 days ago");
    }
}
