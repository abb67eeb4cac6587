//! What a phrase about a time can mean: on which days, at which hours, in whose zone, and from which instant to which
//! that is. Counts from the day on which it was written, and from what the readers agreed on; never from a clock.

mod day;
mod hour;

use std::ops::Range;

use jiff::civil::Date;
use jiff::tz::TimeZone;

pub use day::{Stretch, dates};
pub use hour::Hours;

use crate::words::readers::Readers;
use crate::words::time::{Interval, Window};
use crate::words::zone::named;
use crate::words::zone::{self, Meaning};

/// What is known besides the phrase.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'s> {
    /// The day on which it was written, on the writer's calendar.
    pub written: Option<Date>,
    /// The text says once which zone its times are in; which one, is not always known.
    pub is_zone_stated: bool,
    pub readers: &'s Readers,
}

/// What the words before a time make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cue {
    /// "By", "due", "no later than": its end is in time.
    By,
    /// Its beginning is the limit.
    Before,
    /// Nobody can tell whether it is included.
    Until,
    #[default]
    At,
}

impl Cue {
    /// What words that make a deadline of the time behind them say of its end: "no later than", "before", "'til".
    pub fn named(words: &str) -> Cue {
        let lower = words.trim_start_matches(['\'', '\u{2019}']).to_lowercase();
        match () {
            () if lower.starts_with("before") => Cue::Before,
            () if lower.starts_with("until") || lower.starts_with("til") => Cue::Until,
            () => Cue::By,
        }
    }
}

/// What a phrase can mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Days or stretches of days of which one is meant; none where nobody can tell.
    pub days: Vec<Stretch>,
    pub hours: Hours,
    /// The zones that its own name of a zone can mean; none where it names none.
    pub zones: Vec<Meaning>,
    pub cue: Cue,
}

/// What a reader cannot know from a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Open {
    pub day: bool,
    pub hour: bool,
    pub zone: bool,
    /// Whether the end is included.
    pub end: bool,
}

/// What the first zone that a text names can mean.
pub fn zones(text: &str) -> Vec<Meaning> {
    named::all(text).next().map(|found| zones_at(text, found)).unwrap_or_default()
}

/// What the zone that a text names at a place can mean.
pub fn zones_at(text: &str, found: Range<usize>) -> Vec<Meaning> {
    // "17:05Z" is found with its last digit, and "UTC+5" without the end of "UTC+5:30".
    let rest = &text[found.start..];
    let rest = rest.strip_prefix(|it: char| it.is_ascii_digit()).unwrap_or(rest);
    let end = rest.len().min(found.len() + ":30".len());
    let known = |end: usize| Some((zone::meanings(rest.get(..end)?), end)).filter(|(it, _)| !it.is_empty());
    let (word, end) = (0..=end).rev().find_map(known).unwrap_or_default();
    // Of "UTC+25" the first digit alone would be an offset, and of "UTC-13" the name.
    let behind = rest[end..].trim_start_matches(' ');
    let is_cut = rest[..end].ends_with(|it: char| it.is_ascii_digit())
        && rest[end..].starts_with(|it: char| it.is_ascii_digit());
    let is_offset = behind.strip_prefix(['+', '-']).is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()));
    if is_cut || is_offset { Vec::new() } else { word }
}

impl Reading {
    /// What is left open for these readers.
    pub fn open(&self, setting: &Setting) -> Open {
        let is_one_day = matches!(self.days.as_slice(), [only] if only.first == only.last);
        let is_zone_known = match self.zones.as_slice() {
            [] => setting.is_zone_stated || setting.readers.one_zone().is_some(),
            several => several.len() == 1,
        };
        let is_hour_known = self.hours.is_moment(setting.readers);
        Open {
            day: !is_one_day,
            hour: !is_hour_known,
            zone: !is_zone_known,
            end: self.cue == Cue::Until && !is_hour_known,
        }
    }

    /// Stretches of civil time of which one is meant.
    pub fn windows(&self, readers: &Readers) -> Vec<Window> {
        self.days.iter().filter_map(|it| self.hours.window(it, self.cue, readers)).collect()
    }

    /// All that it can mean for whoever reads it in one zone.
    pub fn in_zone(&self, zone: &TimeZone, readers: &Readers) -> Option<Interval> {
        Interval::around(self.windows(readers).iter().filter_map(|it| it.in_zone(zone)))
    }

    /// All that it can mean for all who read it: those that are configured, or people anywhere.
    pub fn interval(&self, readers: &Readers) -> Option<Interval> {
        let of = |zone: &TimeZone| self.in_zone(zone, readers);
        match (self.zones.as_slice(), readers.one_zone(), readers.zones.as_slice()) {
            ([], Some(own), _) => of(&own.zone),
            ([], None, []) => Interval::around(self.windows(readers).iter().filter_map(Window::anywhere)),
            ([], None, zones) => Interval::around(zones.iter().filter_map(|it| of(&it.zone))),
            (named, ..) => Interval::around(named.iter().filter_map(|it| of(&it.zone))),
        }
    }
}
