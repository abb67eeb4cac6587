//! Times on the clock wherever they stand: "14:05", "3 pm", "1:15 p.m.", "noon". Whether one is a time at all, and not a score, is
//! asked of `clock`.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Time;

use crate::words::pattern::Pattern;

static CLOCK: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:[01]?\d|2[0-3]):[0-5]\d(?: ?(?:[ap]m(?-u:\b)|[ap]\.m\.?)|(?-u:\b))|(?-u:\b)(?:1[0-2]|0?[1-9]) ?(?:[ap]m(?-u:\b)|[ap]\.m\.?)|(?-u:\b)(?:noon|midnight)(?-u:\b)",
    )
});

/// Clock times, such as `14:05` and `3 pm`. "T+0:30" is how long after the start something was.
pub fn clock_times(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    CLOCK.find_iter(text).map(|found| found.range()).filter(|it| !text[..it.start].ends_with("T+"))
}

/// The time of day that a clock time names: `14:05`, `3 pm`, `1:15 p.m.`, `noon`.
pub fn time_of_day(clock: &str) -> Option<Time> {
    let lower = clock.to_ascii_lowercase();
    match lower.as_str() {
        "noon" => return Time::new(12, 0, 0, 0).ok(),
        "midnight" => return Time::new(0, 0, 0, 0).ok(),
        _ => {}
    }
    let number = |part: &str| part.trim_matches(|it: char| !it.is_ascii_digit()).parse::<i8>().ok();
    let (hour, minute) = match lower.split_once(':') {
        Some((hour, minute)) => (number(hour)?, number(minute)?),
        None => (number(&lower)?, 0),
    };
    // Behind the hours of a day of 24 a half says nothing.
    let hour = match hour {
        1..=11 if lower.contains('p') => hour + 12,
        12 if lower.contains('a') => 0,
        hour => hour,
    };
    Time::new(hour, minute, 0, 0).ok()
}

pub fn has_clock_time(text: &str) -> bool {
    CLOCK.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::{clock_times, has_clock_time, time_of_day};

    #[test]
    fn times_of_day() {
        let time = |text: &str| time_of_day(text).map(|it| (it.hour(), it.minute()));
        assert_eq!(time("14:05"), Some((14, 5)));
        assert_eq!(time("3 pm"), Some((15, 0)));
        assert_eq!(["12 a.m", "12:30 AM", "12:30 pm"].map(time), [Some((0, 0)), Some((0, 30)), Some((12, 30))]);
        assert_eq!(["1:15 p.m.", "01:15pm", "13:15 pm"].map(time), [Some((13, 15)); 3]);
    }

    #[test]
    fn clock_times_are_told_from_odds() {
        let times: Vec<&str> = clock_times("1:15 p.m. EDT, 5:30pm, 11:30 amazing, 3 a.m.")
            .map(|it| &"1:15 p.m. EDT, 5:30pm, 11:30 amazing, 3 a.m."[it])
            .collect();
        assert_eq!(times, ["1:15 p.m.", "5:30pm", "11:30", "3 a.m."]);
        assert!(has_clock_time("at 3pm") && has_clock_time("14:05") && !has_clock_time("1:5 odds"));
    }
}
