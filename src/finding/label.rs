//! What the labels and questions of many checks say alike: what somebody wrote, and how long ago a day was.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// What somebody wrote, between backticks that it cannot leave.
pub fn quoted(text: &str) -> String {
    format!("`{}`", text.replace('`', ""))
}

/// Words one after the other, the last one behind "and" or "or": "one, two and three".
pub fn listed(words: &[String], joint: &str) -> String {
    match words {
        [others @ .., last] if !others.is_empty() => format!("{} {joint} {last}", others.join(", ")),
        _ => words.concat(),
    }
}

/// How long ago a day was that is over: "yesterday", "12 days ago".
pub fn ago(day: Date, now: Timestamp) -> String {
    match now.to_zoned(TimeZone::UTC).date().since(day).map_or(0, |it| it.get_days()) {
        1 => "yesterday".to_owned(),
        days => format!("{days} days ago"),
    }
}

const ABSENT: &str = " is asked for, and not given";

/// That a text leaves out what somebody asks of its kind. What is asked has a name with hyphens: `steps-to-reproduce`.
pub fn absent(asked: &str) -> String {
    format!("\u{201c}{}\u{201d}{ABSENT}", asked.replace('-', " "))
}

/// Whether a message says no more than that.
pub fn is_absent(message: &str) -> bool {
    message.ends_with(ABSENT)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{ago, listed, quoted};

    #[test]
    fn a_day_is_told_by_how_long_ago_it_was() {
        let now = "2026-11-18T12:00:00Z".parse().unwrap();
        assert_eq!(ago(date(2026, 11, 17), now), "yesterday");
        assert_eq!(ago(date(2026, 11, 16), now), "2 days ago");
        assert_eq!(ago(date(2025, 11, 18), now), "365 days ago");
    }

    #[test]
    fn the_last_of_some_stands_behind_a_word() {
        let words = ["a", "b", "c"].map(str::to_owned);
        let told: Vec<String> = (0..4).map(|it| listed(&words[..it], "or")).collect();
        assert_eq!(told, ["", "a", "a or b", "a, b or c"]);
    }

    #[test]
    fn what_is_quoted_stays_between_its_backticks() {
        assert_eq!(quoted("a`b``c"), "`abc`");
    }
}
