//! Values of flags that are no words of a list, and what is said of those that are none.

use jiff::Timestamp;

use crate::text::Moment;

/// The instant of a moment, or of the beginning of a day in UTC.
pub fn instant(word: &str) -> Result<Timestamp, String> {
    moment(word).map(|it| it.at)
}

/// A moment, or a day.
pub fn moment(word: &str) -> Result<Moment, String> {
    const FORM: &str = "write a moment with its zone, as in `2026-11-20T09:00:00Z`, or a date, as in `2026-11-20`";
    Moment::read(word).ok_or_else(|| FORM.to_owned())
}

/// How many of something.
pub fn number(word: &str) -> Result<usize, String> {
    word.parse().map_err(|_| "write a whole number".to_owned())
}

/// The same, where none of them is no answer.
pub fn count(word: &str) -> Result<usize, String> {
    word.parse().ok().filter(|it| *it > 0).ok_or_else(|| "write a whole number, at least 1".to_owned())
}
