//! When a text was written, as whoever handed it over says: a forge, version control. Knows no clock.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};

/// A moment of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    pub at: Timestamp,
    /// How far the writer's clock was from UTC. Forges do not tell it, and a machine may stand elsewhere than its user.
    pub offset: Option<Offset>,
}

impl Written {
    /// Reads `2026-11-18T09:00:00Z` or the same with an offset. `Z` is how machines write every moment: it tells no offset.
    pub fn read(text: &str) -> Option<Written> {
        let text = text.trim();
        let at = text.parse::<Timestamp>().ok()?;
        let offset = Pieces::parse(text).ok().and_then(|it| it.to_numeric_offset());
        Some(Written { at, offset: offset.filter(|_| !text.ends_with(['Z', 'z'])) })
    }

    /// The day that it was for the writer: by their own clock, or else in UTC.
    pub fn day(&self) -> Date {
        self.at.to_zoned(TimeZone::fixed(self.offset.unwrap_or(Offset::UTC))).date()
    }
}

#[cfg(test)]
mod tests {
    use super::Written;

    #[test]
    fn moments_with_and_without_an_offset() {
        let read = |text: &str| Written::read(text).map(|it| (it.day().to_string(), it.offset.map(|it| it.seconds())));
        assert_eq!(read("2026-11-18T23:30:00Z"), Some(("2026-11-18".to_owned(), None)));
        assert_eq!(read("2026-11-19T00:30:00+01:00"), Some(("2026-11-19".to_owned(), Some(3600))));
        assert_eq!(read("2026-11-18T09:00:00+00:00"), Some(("2026-11-18".to_owned(), Some(0))));
        assert_eq!(read("yesterday"), None);
    }
}
