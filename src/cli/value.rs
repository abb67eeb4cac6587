//! Values of flags that are no words of a list, and what is said of those that are none.

use jiff::Timestamp;

use crate::text::instant;

/// A moment, or a day for its beginning in UTC.
pub fn moment(word: &str) -> Result<Timestamp, String> {
    const FORM: &str = "write a moment with its zone, as in `2026-11-20T09:00:00Z`, or a date, as in `2026-11-20`";
    instant(word).ok_or_else(|| FORM.to_owned())
}

/// How many of something.
pub fn number(word: &str) -> Result<usize, String> {
    word.parse().map_err(|_| "write a whole number".to_owned())
}
