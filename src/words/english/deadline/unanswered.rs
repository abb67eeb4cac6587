//! What a deadline leaves open: which day, which hour, whose zone, and whether the end is included.

use jiff::civil::Date;

use super::{Deadline, Moment, Unit};
use crate::words::date::weekday_name;
use crate::words::english::day::Day;
use crate::words::english::reading::{self, Cue, Hours, Reading, Setting, Stretch};
use crate::words::time::Interval;
use crate::words::time_of_day::has_clock_time;
use crate::words::zone::named;

/// What a reader still has to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswered {
    /// In a few words.
    pub label: String,
    pub question: &'static str,
    /// The text's own date says which day is meant, or nearly: only details are open.
    pub is_detail: bool,
}

impl Unanswered {
    /// Whether nothing is open but that somebody has to count, and whose clock an hour beside it is of.
    pub fn is_counted(&self) -> bool {
        matches!(self.question, COUNT_HERE | ZONE_THERE)
    }
}

const DAY: &str = "Which day, until what hour, and in whose time zone?";
const DAY_ALONE: &str = "Which day is that?";
const DAY_AND_HOUR: &str = "Which day, and until what hour?";
const DAY_AND_ZONE: &str = "Which day, and in whose time zone?";
const MONTH: &str = "Which month is that?";
const YEAR: &str = "Which year is that?";
const WEEK: &str = "Which day is the last one that is in time?";
const HOUR: &str = "Until what hour, and in whose time zone?";
const ZONE: &str = "In whose time zone?";
/// Of a day that nothing is due by.
const ZONE_THERE: &str = "In whose time zone is that?";
const COUNT: &str = "Which date is that, counted from the day on which it was written?";
/// Where the text has a date, which may be that of another day than the one on which this was written.
const COUNT_HERE: &str = "Do I count that from the day of this text?";
const EVENT: &str = "When is that?";

impl Deadline {
    /// The dates that are meant, where the day of writing is known.
    pub fn dates(&self, written: Option<Date>) -> Vec<Date> {
        match (self.moment, written) {
            (Moment::Day { day, .. }, Some(written)) => day.dates(written),
            _ => Vec::new(),
        }
    }

    /// What stays open; nothing where the date and the zone of the text settle it, or what its readers agreed on.
    pub fn unanswered(&self, setting: &Setting) -> Option<Unanswered> {
        let open = |label: String, question| Some(Unanswered { label, question, is_detail: false });
        let detail = |label: String, question| Some(Unanswered { label, question, is_detail: true });
        let written = setting.written;
        let is_dated = written.is_some();
        // What the house calls so, and says no hour of, is an event that everybody knows.
        if setting.readers.meaning(&self.phrase).is_some_and(|meaning| !has_clock_time(meaning)) {
            return None;
        }
        if let Some(date) = &self.date {
            let day = date.date().or_else(|| date.near(written?));
            let label = self.listed("", setting)?;
            let label = self.with_interval(label, &Setting { written: day, ..*setting });
            return open(label, self.question_of_hour(setting));
        }
        match self.moment {
            Moment::Day { day, is_end } => self.about_day(day, is_end, setting),
            Moment::EndOfDay | Moment::PartOfDay | Moment::Lunch => {
                let day = if is_dated { "" } else { "of which day" };
                let label = self.with_interval(self.listed(day, setting)?, setting);
                // "Later today", in minutes, is one day.
                let is_detail = is_dated && !self.moment.is_end_of_day();
                let question = if is_dated { self.question_of_hour(setting) } else { self.question_of_day(setting) };
                Some(Unanswered { label, question, is_detail })
            }
            Moment::EndOf(Unit::Week) if is_dated => {
                open(self.with_interval("on Friday or on Sunday?".to_owned(), setting), WEEK)
            }
            Moment::EndOf(Unit::Week) => open("which week, and on which day does it end?".to_owned(), WEEK),
            Moment::EndOf(Unit::Month | Unit::Year) if is_dated => None,
            Moment::EndOf(Unit::Quarter | Unit::Sprint) if is_dated && self.is_of_calendar(setting) => None,
            Moment::EndOf(Unit::Quarter) if is_dated => {
                open("of the calendar or of the business year?".to_owned(), WEEK)
            }
            Moment::EndOf(Unit::Month) => detail("which month?".to_owned(), MONTH),
            Moment::EndOf(Unit::Year) => detail("which year?".to_owned(), YEAR),
            Moment::EndOf(unit) => open(format!("which {}, and when does it end?", unit.word()), WEEK),
            // It ends where that begins.
            Moment::Within(unit) if self.cue == Cue::Before => match is_dated {
                true => detail(self.with_interval(self.listed("", setting)?, setting), self.question_of_hour(setting)),
                false => open(format!("which {}?", unit.word()), DAY),
            },
            Moment::Within(unit) if self.is_explicit => {
                let which = if is_dated { String::new() } else { format!("which {}, and ", unit.word()) };
                open(self.with_interval(format!("{which}by its first day or its last?"), setting), WEEK)
            }
            Moment::Within(unit) => match written {
                Some(written) => detail(format!("counted from {written}"), COUNT_HERE),
                None => open(format!("which {}?", unit.word()), COUNT),
            },
            // The minutes of a series name it soon enough.
            Moment::Event if is_dated => detail("when is that?".to_owned(), EVENT),
            Moment::Event => open("when is that?".to_owned(), EVENT),
            Moment::Span => match written {
                Some(written) => detail(format!("counted from {written}"), COUNT_HERE),
                None => detail("counted from which day?".to_owned(), COUNT),
            },
        }
    }

    /// What it can mean, where the day of writing is known.
    fn reading(&self, setting: &Setting) -> Option<Reading> {
        let written = setting.written?;
        let days = match &self.date {
            Some(_) => vec![Stretch::of(written)],
            None => reading::dates(self.moment, &self.phrase, written, setting.readers),
        };
        let of_house = || self.hours_of_house(setting);
        let hours = self.hours.or_else(of_house).or_else(|| Hours::of(self.moment, &self.phrase));
        let hours = hours.unwrap_or(Hours::Unsaid);
        Some(Reading { days, hours, zones: self.zones.clone(), cue: self.cue })
    }

    /// The hour that the house means by a phrase: "EOD" is "18:00 UTC".
    fn hours_of_house(&self, setting: &Setting) -> Option<Hours> {
        Hours::written(setting.readers.meaning(&self.phrase)?)
    }

    fn is_of_calendar(&self, setting: &Setting) -> bool {
        match self.moment {
            Moment::EndOf(Unit::Quarter) => setting.readers.fiscal_start.is_some(),
            _ => setting.readers.sprints.is_some(),
        }
    }

    fn about_day(&self, day: Day, is_end: bool, setting: &Setting) -> Option<Unanswered> {
        let dates: Vec<String> = self.dates(setting.written).iter().map(Date::to_string).collect();
        let (label, question, is_detail) = match (dates.as_slice(), self.is_explicit) {
            ([date], true) => {
                let label = format!("that is {date}: {}", self.listed("", setting)?);
                (self.with_interval(label, setting), self.question_of_hour(setting), !is_end)
            }
            // "The freeze is on Wednesday at noon": the day is known, and whose noon is not.
            ([date], false) if self.lacks_zone(setting) => {
                (format!("that is {date}: in whose zone?"), ZONE_THERE, true)
            }
            ([date], false) => (format!("that is {date}"), COUNT_HERE, true),
            ([], _) => {
                let label = self.listed(&format!("which {}", day.weekday().map_or("day", weekday_name)), setting)?;
                (label, self.question_of_day(setting), false)
            }
            // On a Wednesday, "next Friday" is two days or nine days away.
            (_, true) => {
                let label = self.with_interval(self.listed(&dates.join(" or "), setting)?, setting);
                (label, self.question_of_day(setting), false)
            }
            (_, false) => (format!("{}?", dates.join(" or ")), COUNT, false),
        };
        Some(Unanswered { label, question, is_detail })
    }

    /// Whether an hour is told, and no zone anywhere.
    fn lacks_zone(&self, setting: &Setting) -> bool {
        let has_hour = matches!(self.hours, Some(Hours::At(_) | Hours::Midnight));
        has_hour && !self.has_zone && !setting.is_zone_stated && setting.readers.one_zone().is_none()
    }

    /// The same parts as one question, where the day is open.
    fn question_of_day(&self, setting: &Setting) -> &'static str {
        match self.hour_and_zone("day", setting) {
            (Some(_), Some(_)) => DAY,
            (Some(_), None) => DAY_AND_HOUR,
            (None, Some(_)) => DAY_AND_ZONE,
            (None, None) => DAY_ALONE,
        }
    }

    /// The same where the day is known. Where its zone is known as well, nothing is open.
    fn question_of_hour(&self, setting: &Setting) -> &'static str {
        let (hour, _) = self.hour_and_zone("", setting);
        if hour.is_some() { HOUR } else { ZONE }
    }

    /// The open parts, the day first; nothing is open where the day and its zone are known.
    fn listed(&self, day: &str, setting: &Setting) -> Option<String> {
        let (hour, zone) = self.hour_and_zone(day, setting);
        let parts: Vec<&str> = [day].into_iter().filter(|day| !day.is_empty()).chain(hour).chain(zone).collect();
        (!parts.is_empty()).then(|| format!("{}?", parts.join(", ")))
    }

    /// What is open beside the day, in a few words each.
    fn hour_and_zone(&self, day: &str, setting: &Setting) -> (Option<&'static str>, Option<&'static str>) {
        let readers = setting.readers;
        let of_house = readers.meaning(&self.phrase);
        let has_zone =
            self.has_zone || setting.is_zone_stated || readers.one_zone().is_some() || of_house.is_some_and(named::has);
        let has_hour = self.hours.is_some()
            || self.hours_of_house(setting).is_some()
            || self.moment.is_end_of_day() && readers.business_hours.is_some();
        let only_promised = !self.is_explicit && !matches!(self.moment, Moment::EndOfDay | Moment::PartOfDay);
        let hour = match () {
            () if has_hour || only_promised || day.is_empty() && has_zone => None,
            () if self.cue == Cue::Until => Some("is it included"),
            () => Some("until what hour"),
        };
        (hour, (!has_zone && !only_promised).then_some("in whose zone"))
    }

    /// A label and, where it can be computed, between which instants all readings lie.
    fn with_interval(&self, label: String, setting: &Setting) -> String {
        let interval = self.reading(setting).and_then(|it| it.interval(setting.readers));
        interval.map_or(label.clone(), |it| format!("{label} ({})", told(&it)))
    }
}

/// "anywhere from 2026-11-20 03:00 to 2026-11-21 12:00 UTC: 33 hours".
fn told(interval: &Interval) -> String {
    let of = |at: jiff::Timestamp| at.strftime("%Y-%m-%d %H:%M");
    let hours = interval.hours();
    let unit = if hours == 1 { "hour" } else { "hours" };
    format!("anywhere from {} to {} UTC: {hours} {unit}", of(interval.earliest), of(interval.latest))
}
