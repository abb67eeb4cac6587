//! The clock, for those commands that write a moment into a text. No judgement asks it.

use jiff::{Timestamp, Zoned};

use crate::compose::new::Now;

/// The moment that it is.
pub fn now() -> Timestamp {
    Zoned::now().timestamp()
}

/// What day and hour it is, where this runs.
pub fn here() -> Now {
    let now = Zoned::now();
    Now { at: now.datetime(), offset: now.offset().seconds() / 60 }
}
