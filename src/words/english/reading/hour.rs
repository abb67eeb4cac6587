//! The hours of a day that a phrase can mean: a time on the clock, an end of the day, an afternoon.

use jiff::ToSpan;
use jiff::civil::{Date, Time, time};

use super::{Cue, Stretch};
use crate::words::english::deadline::Moment;
use crate::words::readers::Readers;
use crate::words::time::Window;
use crate::words::time_of_day::{clock_times, time_of_day};

/// The hours that are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hours {
    At(Time),
    /// "24:00", the moment at which the day ends.
    DayEnd,
    /// The end of the day: of work, or of the calendar.
    End,
    /// Twelve at night, at the beginning of the day or at its end.
    Midnight,
    /// Between two hours of the day.
    Part(Time, Time),
    Unsaid,
}

/// Where nobody said when work ends, it ends at this hour for the first of them.
const CLOSING: Time = time(17, 0, 0, 0);

/// Parts of the day, as widely as people mean them.
const PARTS: [(&str, Time, Time); 7] = [
    ("morning", time(6, 0, 0, 0), time(12, 0, 0, 0)),
    ("lunch", time(11, 30, 0, 0), time(14, 0, 0, 0)),
    ("afternoon", time(12, 0, 0, 0), time(18, 0, 0, 0)),
    ("evening", time(17, 0, 0, 0), time(23, 0, 0, 0)),
    ("tonight", time(18, 0, 0, 0), Time::MAX),
    ("overnight", time(18, 0, 0, 0), time(9, 0, 0, 0)),
    ("night", time(18, 0, 0, 0), Time::MAX),
];

impl Hours {
    /// The first time on the clock in a text.
    pub fn written(text: &str) -> Option<Hours> {
        let range = clock_times(text).next()?;
        let clock = &text[range];
        match clock.eq_ignore_ascii_case("midnight") {
            true => Some(Hours::Midnight),
            false => time_of_day(clock).map(Hours::At),
        }
    }

    /// The hours that belong to a moment, where it has some of its own.
    pub fn of(moment: Moment, phrase: &str) -> Option<Hours> {
        match moment {
            Moment::EndOfDay | Moment::EndOf(_) | Moment::Day { is_end: true, .. } => Some(Hours::End),
            _ => Hours::part_of(phrase),
        }
    }

    /// The part of the day that a phrase names.
    pub fn part_of(phrase: &str) -> Option<Hours> {
        let lower = phrase.to_lowercase();
        PARTS.iter().find(|(word, ..)| lower.contains(word)).map(|(_, from, until)| Hours::Part(*from, *until))
    }

    /// Whether a word is the name of a part of the day.
    pub fn names_part(word: &str) -> bool {
        let word = word.to_lowercase();
        word == "lunchtime" || PARTS.iter().any(|(name, ..)| *name == word)
    }

    /// An hour in the part of the day that is named beside it: "9:00 in the evening" is 21:00.
    pub fn in_part(self, part: Option<Hours>) -> Hours {
        let (Hours::At(time), Some(Hours::Part(from, until))) = (self, part) else { return self };
        let is_inside = |it: &Time| from <= *it && *it < until;
        let later = Time::new(time.hour().saturating_add(12), time.minute(), time.second(), 0).ok();
        match later.filter(|it| !is_inside(&time) && is_inside(it)) {
            Some(later) => Hours::At(later),
            None => self,
        }
    }

    /// Whether it is one point on the clock.
    pub fn is_moment(&self, readers: &Readers) -> bool {
        matches!(self, Hours::At(_) | Hours::DayEnd) || *self == Hours::End && readers.business_hours.is_some()
    }

    /// The stretch of civil time that is meant on these days; none beyond the calendar.
    pub fn window(&self, days: &Stretch, cue: Cue, readers: &Readers) -> Option<Window> {
        let (first, last) = (days.first, days.last);
        let closing = readers.business_hours.map_or(CLOSING, |(_, end)| end);
        let midnight_after = |day: Date| Some(day.checked_add(1.day()).ok()?.at(0, 0, 0, 0));
        let (from, until) = match *self {
            Hours::At(time) => (first.to_datetime(time), last.to_datetime(time)),
            Hours::DayEnd => (midnight_after(first)?, midnight_after(last)?),
            Hours::Part(from, until) if until == Time::MAX => (first.to_datetime(from), midnight_after(last)?),
            // Overnight ends in the morning.
            Hours::Part(from, until) if until < from => {
                (first.to_datetime(from), last.tomorrow().ok()?.to_datetime(until))
            }
            Hours::Part(from, until) => (first.to_datetime(from), last.to_datetime(until)),
            Hours::End if readers.business_hours.is_some() => (first.to_datetime(closing), last.to_datetime(closing)),
            Hours::End => (first.to_datetime(closing), midnight_after(last)?),
            // "Before Friday": by the end of work on Thursday, or of the Thursday.
            Hours::Unsaid if cue == Cue::Before => (first.yesterday().ok()?.to_datetime(closing), first.at(0, 0, 0, 0)),
            Hours::Unsaid | Hours::Midnight => match (readers.business_hours, cue) {
                (Some((opening, closing)), Cue::By | Cue::Until) if *self == Hours::Unsaid => {
                    (first.to_datetime(opening), last.to_datetime(closing))
                }
                _ => (first.at(0, 0, 0, 0), midnight_after(last)?),
            },
        };
        Some(Window { from, until })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn window(hours: Hours, cue: Cue, readers: &Readers) -> String {
        let day = Stretch::of(date(2026, 11, 20));
        let found = hours.window(&day, cue, readers).expect("a window");
        format!("{} {}", found.from.strftime("%d %H:%M"), found.until.strftime("%d %H:%M"))
    }

    #[test]
    fn an_end_is_of_work_or_of_the_day() {
        let anybody = Readers::default();
        assert_eq!(window(Hours::End, Cue::By, &anybody), "20 17:00 21 00:00");
        assert_eq!(window(Hours::Unsaid, Cue::By, &anybody), "20 00:00 21 00:00");
        assert_eq!(window(Hours::Unsaid, Cue::Before, &anybody), "19 17:00 20 00:00");
        assert_eq!(window(Hours::Midnight, Cue::By, &anybody), "20 00:00 21 00:00");
        assert_eq!(window(Hours::part_of("this afternoon").expect("a part"), Cue::At, &anybody), "20 12:00 20 18:00");
        assert_eq!(window(Hours::part_of("overnight").expect("a part"), Cue::At, &anybody), "20 18:00 21 09:00");
        assert_eq!(window(Hours::part_of("tonight").expect("a part"), Cue::At, &anybody), "20 18:00 21 00:00");
    }

    #[test]
    fn hours_of_the_house_end_it() {
        let house = Readers { business_hours: Some((time(9, 0, 0, 0), time(18, 0, 0, 0))), ..Readers::default() };
        assert_eq!(window(Hours::End, Cue::By, &house), "20 18:00 20 18:00");
        assert_eq!(window(Hours::Unsaid, Cue::By, &house), "20 09:00 20 18:00");
    }
}
