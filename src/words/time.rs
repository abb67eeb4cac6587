//! Stretches of civil time and the instants that they can be: what lies between the first reader's clock and the last.
//! Arithmetic alone; which words name a stretch it does not know, nor what the time is now.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

/// Civil times of which any may be meant, from the first to the last. The last of a day is midnight at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    pub from: DateTime,
    pub until: DateTime,
}

/// The instants of which any may be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    pub earliest: Timestamp,
    pub latest: Timestamp,
}

/// The clocks that people live by run from here …
const EASTERNMOST: Offset = jiff::tz::offset(14);
/// … to here, the zone of ships at sea: "anywhere on Earth" means that it is over even there.
const WESTERNMOST: Offset = jiff::tz::offset(-12);

impl Window {
    pub fn at(moment: DateTime) -> Window {
        Window { from: moment, until: moment }
    }

    /// What it can be on the clock of one zone.
    pub fn in_zone(&self, zone: &TimeZone) -> Option<Interval> {
        Some(Interval { earliest: first(self.from, zone)?, latest: last(self.until, zone)? })
    }

    /// What it can be for a reader anywhere.
    pub fn anywhere(&self) -> Option<Interval> {
        let earliest = EASTERNMOST.to_timestamp(self.from).ok()?;
        Some(Interval { earliest, latest: WESTERNMOST.to_timestamp(self.until).ok()? })
    }
}

impl Interval {
    /// From the earliest of all to the latest; nothing of nothing.
    pub fn around(parts: impl IntoIterator<Item = Interval>) -> Option<Interval> {
        parts.into_iter().reduce(|one, other| Interval {
            earliest: one.earliest.min(other.earliest),
            latest: one.latest.max(other.latest),
        })
    }

    /// The hours between, and what is left of another hour counts as a whole one.
    pub fn hours(&self) -> i64 {
        let seconds = self.latest.as_second() - self.earliest.as_second();
        seconds.div_euclid(3600) + i64::from(seconds.rem_euclid(3600) > 0)
    }

    /// Whether nothing is left open.
    pub fn is_moment(&self) -> bool {
        self.earliest == self.latest
    }
}

/// The first instant that a time on the clock can be. An hour that comes twice is two; so is one that is left out, as the
/// clock before the change and the clock behind it would count it.
fn first(civil: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    offsets(civil, zone).into_iter().filter_map(|it| it.to_timestamp(civil).ok()).min()
}

/// The last instant that a time on the clock can be.
fn last(civil: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    offsets(civil, zone).into_iter().filter_map(|it| it.to_timestamp(civil).ok()).max()
}

/// The offsets that a civil time can have: two in the hour that a change of clocks repeats or leaves out.
fn offsets(civil: DateTime, zone: &TimeZone) -> [Offset; 2] {
    match zone.to_ambiguous_timestamp(civil).offset() {
        AmbiguousOffset::Unambiguous { offset } => [offset, offset],
        AmbiguousOffset::Gap { before, after } | AmbiguousOffset::Fold { before, after } => [before, after],
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).expect(name)
    }

    #[test]
    fn the_end_of_a_day_anywhere_lasts_33_hours() {
        let day = Window { from: date(2026, 11, 20).at(17, 0, 0, 0), until: date(2026, 11, 21).at(0, 0, 0, 0) };
        let anywhere = day.anywhere().expect("an interval");
        assert_eq!(anywhere.hours(), 33);
        assert_eq!(anywhere.earliest.to_string(), "2026-11-20T03:00:00Z");
        assert_eq!(anywhere.latest.to_string(), "2026-11-21T12:00:00Z");
    }

    #[test]
    fn readers_bound_it() {
        let day = Window { from: date(2026, 11, 20).at(17, 0, 0, 0), until: date(2026, 11, 21).at(0, 0, 0, 0) };
        let of = |name: &str| day.in_zone(&zone(name)).expect(name);
        assert_eq!(of("Europe/Berlin").hours(), 7);
        let both = Interval::around([of("Europe/Berlin"), of("America/Los_Angeles")]).expect("two");
        assert_eq!((both.earliest.to_string().as_str(), both.hours()), ("2026-11-20T16:00:00Z", 16));
    }

    #[test]
    fn an_hour_that_comes_twice_and_one_that_never_comes() {
        let twice = Window::at(date(2026, 10, 25).at(2, 30, 0, 0)).in_zone(&zone("Europe/Berlin")).expect("a fold");
        assert_eq!((twice.earliest.to_string().as_str(), twice.hours()), ("2026-10-25T00:30:00Z", 1));
        let never = Window::at(date(2026, 3, 29).at(2, 30, 0, 0)).in_zone(&zone("Europe/Berlin")).expect("a gap");
        assert_eq!((never.earliest.to_string().as_str(), never.hours()), ("2026-03-29T00:30:00Z", 1));
        assert!(Window::at(date(2026, 6, 1).at(2, 30, 0, 0)).in_zone(&zone("UTC")).expect("it").is_moment());
    }
}
