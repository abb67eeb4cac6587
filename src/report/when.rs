//! What a phrase can mean, for people and for programs.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::{escape, harmless, json as report};
use crate::words::date::weekday_name;
use crate::words::english::reading::{Cue, Hours, Open, Reading, Setting};
use crate::words::readers::Zone;
use crate::words::time::Interval;

/// What `pingless when --format json` prints.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "pingless when, what is printed")]
pub struct Answer {
    /// It grows when a field changes its meaning or goes.
    version: u32,
    /// As it was given.
    phrase: String,
    /// The days of which one is meant; of a stretch, its first and its last.
    days: Vec<Days>,
    /// What nobody can know: `day`, `hour`, `zone`, `end`.
    open: Vec<&'static str>,
    /// By reader; empty where nobody said who reads it.
    readings: Vec<Read>,
    /// Of all readings, in UTC; null where its day is not known.
    earliest: Option<String>,
    /// As `earliest`.
    latest: Option<String>,
    /// The hours between the earliest and the latest, the last one counted whole.
    hours: Option<i64>,
    /// One moment, in time in every reading; null for what has several and is no deadline.
    write: Option<String>,
    /// The day of writing is what is missing.
    #[serde(skip)]
    needs_day: bool,
    /// What may be meant lies behind the last day that can be named.
    #[serde(skip)]
    is_beyond: bool,
    /// Nobody said who reads it.
    #[serde(skip)]
    is_for_anybody: bool,
}

impl Answer {
    /// Whether nobody can tell without the day on which it was written.
    pub fn needs_day(&self) -> bool {
        self.needs_day
    }
}

/// One of the days, or the days of a stretch.
#[derive(Debug, Clone, Serialize, JsonSchema)]
struct Days {
    /// `2026-11-20`
    first: String,
    /// `2026-11-20`
    last: String,
}

/// What one reader takes it for.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(rename = "Reading")]
struct Read {
    /// As it was named, `Europe/Berlin`.
    zone: String,
    /// In UTC.
    earliest: String,
    /// In UTC.
    latest: String,
    /// The same on the clock of this reader.
    #[serde(skip)]
    local: String,
}

/// An instant with its day and hour in UTC.
fn utc(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}

/// What a phrase means, and what it leaves open.
pub fn answer(phrase: &str, reading: &Reading, setting: &Setting) -> Answer {
    let readers = setting.readers;
    let read = |zone: &Zone| -> Option<Read> {
        // Where the phrase names a zone, or all texts are meant in one, it is the same instant for everybody, on another clock.
        let it = match reading.zones.is_empty() && readers.one_zone().is_none() {
            true => reading.in_zone(&zone.zone, readers)?,
            false => reading.interval(readers)?,
        };
        let local = local(&it, &zone.zone);
        Some(Read { zone: zone.name.clone(), earliest: it.earliest.to_string(), latest: it.latest.to_string(), local })
    };
    let interval = reading.interval(readers);
    Answer {
        version: 1,
        phrase: phrase.to_owned(),
        days: reading.days.iter().map(|it| Days { first: it.first.to_string(), last: it.last.to_string() }).collect(),
        open: open(&reading.open(setting)),
        readings: readers.zones.iter().filter_map(read).collect(),
        earliest: interval.map(|it| it.earliest.to_string()),
        latest: interval.map(|it| it.latest.to_string()),
        hours: interval.map(|it| it.hours()),
        write: interval
            .filter(|it| it.is_moment() || is_deadline(reading))
            .map(|it| write(reading.cue, &it, &readers.zones)),
        needs_day: reading.days.is_empty() && setting.written.is_none(),
        is_beyond: interval.is_none() && is_last_year(reading, setting),
        is_for_anybody: reading.zones.is_empty() && readers.zones.is_empty() && readers.one_zone().is_none(),
    }
}

/// Whether what is counted from the day of writing, or a day that is named, may lie where no calendar goes on.
fn is_last_year(reading: &Reading, setting: &Setting) -> bool {
    let named = reading.days.iter().map(|it| it.last);
    named.chain(setting.written).any(|day| day.year() == Date::MAX.year())
}

/// Whether somebody has to be in time for it: by, before or until it, or by the end of a day. What is on Monday is not the
/// earlier for being said to everybody.
fn is_deadline(reading: &Reading) -> bool {
    reading.cue != Cue::At || reading.hours == Hours::End
}

fn open(open: &Open) -> Vec<&'static str> {
    let parts = [("day", open.day), ("hour", open.hour), ("zone", open.zone), ("end", open.end)];
    parts.into_iter().filter(|(_, is_open)| *is_open).map(|(name, _)| name).collect()
}

/// From when to when on the clock of one zone.
fn local(interval: &Interval, zone: &TimeZone) -> String {
    let show = |at: Timestamp| {
        let at = at.to_zoned(zone.clone());
        format!("{} {}", &weekday_name(at.weekday())[..3], at.strftime("%Y-%m-%d %H:%M %:z"))
    };
    match interval.is_moment() {
        true => show(interval.earliest),
        false => format!("{} to {}", show(interval.earliest), show(interval.latest)),
    }
}

/// One moment that is in time however the phrase is read, with the clocks of those who read it.
fn write(cue: Cue, interval: &Interval, zones: &[Zone]) -> String {
    let at = interval.earliest;
    let day = at.to_zoned(TimeZone::UTC).date();
    let clock = |zone: &Zone| {
        let here = at.to_zoned(zone.zone.clone());
        let form = if here.date() == day { "%H:%M" } else { "%Y-%m-%d %H:%M" };
        format!("{} {}", here.strftime(form), zone.city())
    };
    let clocks: Vec<String> = zones.iter().filter(|it| it.name != "UTC").map(clock).collect();
    let word = if cue == Cue::At { "" } else { "by " };
    match clocks.as_slice() {
        [] => format!("{word}{}", utc(at)),
        clocks => format!("{word}{} ({})", utc(at), clocks.join(", ")),
    }
}

pub fn schema() -> Schema {
    report::generator().into_root_schema_for::<Answer>()
}

/// One versioned JSON object.
pub fn json(answer: &Answer) -> String {
    harmless::object(answer)
}

/// For people.
pub fn human(answer: &Answer) -> String {
    let mut out = format!("\"{}\"", escape::line(&answer.phrase));
    let question = |part: &&str| match *part {
        "day" => "which day",
        "hour" => "which hour",
        "zone" => "whose zone",
        _ => "is the end included",
    };
    let questions: Vec<&str> = answer.open.iter().map(question).collect();
    match questions.as_slice() {
        [] if answer.hours.is_some_and(|hours| hours > 0) => {
            out.push_str(" is an hour that a change of clocks repeats or leaves out\n");
        }
        [] => out.push_str(" leaves nothing open\n"),
        questions => out.push_str(&format!(" leaves open: {}?\n", questions.join(", "))),
    }
    if answer.needs_day {
        return out + "  it is counted from the day on which it was written: say which with --at 2026-11-18\n";
    }
    if let [first, .., last] = answer.days.as_slice() {
        out.push_str(&format!("  the day is {} or {}\n", first.first, last.first));
    }
    let widest = answer.readings.iter().map(|it| it.zone.chars().count()).max().unwrap_or(0);
    for read in &answer.readings {
        out.push_str(&format!("  {:widest$}  {}\n", read.zone, read.local));
    }
    let (Some(earliest), Some(latest), Some(hours)) = (&answer.earliest, &answer.latest, answer.hours) else {
        let why = match answer.is_beyond {
            true => "the calendar ends with the year 9999",
            false => "an event has no date, and a sprint needs a calendar under `[team]`",
        };
        return out + &format!("  its day is not known here: {why}\n");
    };
    let shown = |at: &str| at.parse::<Timestamp>().map(utc).unwrap_or_default();
    if hours > 0 {
        let whom = if answer.is_for_anybody { " for readers anywhere" } else { "" };
        let unit = if hours == 1 { "hour lies" } else { "hours lie" };
        out.push_str(&format!("  {hours} {unit} between{whom}: {} to {}\n", shown(earliest), shown(latest)));
    }
    if let Some(write) = &answer.write {
        let why = if hours > 0 { ", which is in time in every reading" } else { "" };
        out.push_str(&format!("  write: {write}{why}\n"));
    }
    out
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::words::english::when::read;
    use crate::words::readers::Readers;

    #[test]
    fn where_all_texts_are_meant_in_one_zone_everybody_reads_one_moment() {
        let zone = |name| Zone::named(name).expect(name);
        let readers = Readers { own_zone: Some(zone("UTC")), zones: vec![zone("Asia/Tokyo")], ..Readers::default() };
        let setting = Setting { written: Some(date(2026, 11, 18)), is_zone_stated: false, readers: &readers };
        let reading = read("17:00 Friday", &setting, None).expect("a time");
        let answer = answer("17:00 Friday", &reading, &setting);
        assert_eq!(answer.readings[0].local, "Sat 2026-11-21 02:00 +09:00");
        assert_eq!(answer.earliest.as_ref(), Some(&answer.readings[0].earliest));
    }
}
