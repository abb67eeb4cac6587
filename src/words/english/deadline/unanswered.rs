//! What a deadline leaves open: which day, which hour, whose zone, and whether the end is included.

use jiff::civil::Date;

use super::{Deadline, Moment, Unit};
use crate::words::date::weekday_name;
use crate::words::english::day::Day;

/// What a reader still has to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswered {
    /// In a few words.
    pub label: String,
    pub question: &'static str,
    /// The text's own date says which day is meant, or nearly: only details are open.
    pub is_detail: bool,
}

const DAY: &str = "Which day, until what hour, and in whose time zone?";
const WEEK: &str = "Which day is the last one that is in time?";
const HOUR: &str = "Until what hour, and in whose time zone?";
const COUNT: &str = "Which date is that, counted from the day on which it was written?";
const EVENT: &str = "When is that?";

impl Deadline {
    /// The dates that are meant, where the day of writing is known.
    pub fn dates(&self, written: Option<Date>) -> Vec<Date> {
        match (self.moment, written) {
            (Moment::Day { day, .. }, Some(written)) => day.dates(written),
            _ => Vec::new(),
        }
    }

    /// What stays open for a text that was written on `written`; nothing where its date and zone settle it.
    pub fn unanswered(&self, written: Option<Date>, zone_is_known: bool) -> Option<Unanswered> {
        let open = |label: String, question| Some(Unanswered { label, question, is_detail: false });
        let detail = |label: String, question| Some(Unanswered { label, question, is_detail: true });
        let is_dated = written.is_some();
        match self.moment {
            Moment::Day { day, is_end } => self.about_day(day, is_end, written, zone_is_known),
            Moment::EndOfDay | Moment::PartOfDay | Moment::Lunch => {
                let day = if is_dated { "" } else { "of which day" };
                open(self.listed(day, zone_is_known)?, if is_dated { HOUR } else { DAY })
            }
            Moment::EndOf(Unit::Week) if is_dated => open("on Friday or on Sunday?".to_owned(), WEEK),
            Moment::EndOf(Unit::Week) => open("which week, and on which day does it end?".to_owned(), WEEK),
            Moment::EndOf(Unit::Month | Unit::Year) if is_dated => None,
            Moment::EndOf(Unit::Quarter) if is_dated => {
                open("of the calendar or of the business year?".to_owned(), WEEK)
            }
            Moment::EndOf(unit @ (Unit::Month | Unit::Year)) => detail(format!("which {}?", unit.word()), DAY),
            Moment::EndOf(unit) => open(format!("which {}, and when does it end?", unit.word()), WEEK),
            Moment::Within(unit) if self.is_explicit => {
                let which = if is_dated { String::new() } else { format!("which {}, and ", unit.word()) };
                open(format!("{which}by its first day or its last?"), WEEK)
            }
            Moment::Within(unit) => match written {
                Some(written) => detail(format!("counted from {written}"), COUNT),
                None => open(format!("which {}?", unit.word()), COUNT),
            },
            // The minutes of a series name it soon enough.
            Moment::Event if is_dated => detail("when is that?".to_owned(), EVENT),
            Moment::Event => open("when is that?".to_owned(), EVENT),
            Moment::Span => detail("counted from which day?".to_owned(), COUNT),
        }
    }

    fn about_day(&self, day: Day, is_end: bool, written: Option<Date>, zone_is_known: bool) -> Option<Unanswered> {
        let dates: Vec<String> = self.dates(written).iter().map(Date::to_string).collect();
        let (label, question, is_detail) = match (dates.as_slice(), self.is_explicit) {
            ([date], true) => (format!("that is {date}: {}", self.listed("", zone_is_known)?), HOUR, !is_end),
            ([date], false) => (format!("that is {date}"), COUNT, true),
            ([], _) => (
                self.listed(&format!("which {}", day.weekday().map_or("day", weekday_name)), zone_is_known)?,
                DAY,
                false,
            ),
            // On a Wednesday, "next Friday" is two days or nine days away.
            (_, true) => (self.listed(&dates.join(" or "), zone_is_known)?, DAY, false),
            (_, false) => (format!("{}?", dates.join(" or ")), COUNT, false),
        };
        Some(Unanswered { label, question, is_detail })
    }

    /// The open parts, the day first; nothing is open where the day and its zone are known.
    fn listed(&self, day: &str, zone_is_known: bool) -> Option<String> {
        let has_zone = self.has_zone || zone_is_known;
        let only_promised = !self.is_explicit && !matches!(self.moment, Moment::EndOfDay | Moment::PartOfDay);
        let hour = match () {
            () if self.has_hour || only_promised || day.is_empty() && has_zone => None,
            () if self.is_until => Some("is it included"),
            () => Some("until what hour"),
        };
        let zone = (!has_zone && !only_promised).then_some("in whose zone");
        let parts: Vec<&str> = [day].into_iter().filter(|day| !day.is_empty()).chain(hour).chain(zone).collect();
        (!parts.is_empty()).then(|| format!("{}?", parts.join(", ")))
    }
}
