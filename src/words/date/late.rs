//! How late it is at least, by days that somebody wrote: where minutes of this month lie beside those of last year, nobody needs
//! a clock to see which are old. Knows no documents and no files.

use jiff::civil::Date;

/// Days. What was left open in one meeting is taken up in the next, and few people meet more seldom.
const LONG: i32 = 31;

/// So late it is at least where somebody wrote these days. The last may be mistaken, or the day of something planned, so it is
/// the last but one that counts.
pub fn told_by(days: impl Iterator<Item = Date>) -> Option<Date> {
    let (mut last, mut last_but_one) = (None, None);
    for day in days.map(Some) {
        if day > last {
            (last, last_but_one) = (day, last);
        } else if day < last && day > last_but_one {
            last_but_one = day;
        }
    }
    last_but_one
}

/// Whether a day was long over on another one.
pub fn is_long_before(day: Date, late: Date) -> bool {
    day.until(late).is_ok_and(|it| it.get_days() > LONG)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(days: &str) -> Option<String> {
        let days = days.split_whitespace().map(|it| it.parse().expect("it is a day"));
        told_by(days).map(|it: Date| it.to_string())
    }

    #[test]
    fn one_day_alone_tells_nothing() {
        for (days, late) in [
            ("", None),
            ("2026-11-20", None),
            ("2026-11-20 2026-11-20 2026-11-20", None),
            ("2026-11-20 2026-11-13", Some("2026-11-13")),
            ("2026-11-13 2026-11-20 2062-11-27 2026-11-20 2025-01-01", Some("2026-11-20")),
        ] {
            assert_eq!(told(days).as_deref(), late, "{days}");
        }
    }

    #[test]
    fn a_month_is_not_long() {
        let late = jiff::civil::date(2026, 11, 20);
        for (day, is_long) in
            [((2026, 10, 20), false), ((2026, 10, 19), true), ((2025, 11, 20), true), ((2027, 1, 1), false)]
        {
            assert_eq!(is_long_before(jiff::civil::date(day.0, day.1, day.2), late), is_long, "{day:?}");
        }
    }
}
