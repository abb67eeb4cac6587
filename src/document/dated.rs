//! When a text was written, as far as it says so itself or came with an event: that makes "tomorrow" a day.

mod beside;
mod either;
mod entries;
mod parts;

use jiff::civil::Date;

use super::{Document, Known, Place};
use crate::text::Origin;
use crate::words::date::late;
use crate::words::english::deadline::house;
use crate::words::english::scheduled;
use crate::words::list::is_among;
use crate::words::{date, file_name};
use parts::Parts;

/// The dates that a text gives itself.
#[derive(Debug, Default)]
pub struct Dated {
    /// Of the whole text: its header, its path, its title, its first lines.
    whole: Option<Date>,
    /// Of the parts below a dated heading, as a log of meetings has them.
    parts: Parts,
    /// When it was begun or last changed, where nothing above says when it was written.
    begun: Option<Date>,
}

const FIELDS: &[&str] = &[
    "date",
    "meeting date",
    "date/time",
    "date and time",
    "date time",
    "meeting date/time",
    "meeting time",
    "time",
    "as of",
    "when",
    "published",
    "posted",
];

/// The text began on that day, and may have grown since.
const BEGUN: &[&str] = &[
    "last updated",
    "updated",
    "last modified",
    "last reviewed",
    "last reviewed on",
    "reviewed",
    "start date",
    "created",
    "creation date",
    "creation-date",
    "last-updated",
    "last-reviewed",
    "created at",
    "authored",
];

/// A heading with more words than these beside its date speaks of the date; it is not dated by it.
const LONGEST_REST: usize = 32;

/// Words of a heading whose date is not the day of writing: "Phase 2 (due 2026-12-01)".
const OF_ANOTHER_DAY: &[&str] =
    &["due", "deadline", "until", "by", "before", "target", "planned", "eta", "phase", "milestone", "from", "since"];

/// Days. People meet for no longer.
const LONGEST_MEETING: i32 = 31;

/// A date stands in its text's first lines.
const FIRST_PASSAGES: usize = 4;

pub fn of(doc: &Document) -> Dated {
    let in_field = || {
        doc.fields().iter().filter(|it| FIELDS.contains(&it.name.as_str())).find_map(|it| date::value::day(&it.text))
    };
    let in_path = || doc.source().path().and_then(file_name::in_path);
    let in_title = || {
        doc.sections().first().filter(|it| !is_event(doc, &it.title)).and_then(|first| date::value::day(&first.title))
    };
    let begun =
        doc.fields().iter().filter(|it| BEGUN.contains(&it.name.as_str())).find_map(|it| date::value::day(&it.text));
    let whole = in_field().or_else(in_path).or_else(in_title).or_else(|| in_first_lines(doc));
    let parts = parts::of(doc, whole);
    Dated { whole, parts, begun }
}

/// Whether a title names what people come together for. In a file it is the name of a log.
fn is_event(doc: &Document, title: &str) -> bool {
    doc.source().origin != Origin::File && scheduled::is_event(title)
}

/// A line at the top that holds a date and little else.
fn in_first_lines(doc: &Document) -> Option<Date> {
    (0..doc.passages().len().min(FIRST_PASSAGES)).find_map(|index| {
        if let Some(day) = first_line(doc, index) {
            return Some(day);
        }
        let text = doc.prose().passage(index);
        let speaks_of_it = |word: &str| OF_ANOTHER_DAY.contains(&word.to_lowercase().trim_end_matches(':'));
        if text.len() <= LONGEST_REST * 2 && text.split(' ').any(speaks_of_it) {
            return None;
        }
        let days = date::mentions(text);
        // "July 1st, 2026 - June 30th, 2027" says for how long a text holds, and not when it was written.
        let ends = || Some((days.first()?.date()?, days.last()?.date()?));
        if ends().is_some_and(|(first, last)| first.until(last).is_ok_and(|it| it.get_days() > LONGEST_MEETING)) {
            return None;
        }
        let Some(found) = days.into_iter().next() else {
            return date::numeric::plain(text).filter(|_| text.len() <= LONGEST_REST + "2026-11-20".len());
        };
        found.date().filter(|_| text.len() - found.range.len() <= LONGEST_REST && !tells_of_it(text, found.range.start))
    })
}

/// A date alone, and below it in the same paragraph lines that say more of the day: "5/18/25", "**Start time:** 20:05".
fn first_line(doc: &Document, passage: usize) -> Option<Date> {
    const LONGEST: usize = "Wednesday, September 20th, 2026".len();
    let passage = &doc.passages()[passage];
    let (line, rest) = doc.at(passage.span).split_once('\n').filter(|_| passage.place == Place::Paragraph)?;
    let line = line.trim_matches([' ', '\t', '\r', '\\', '*', '_']);
    let is_label = |line: &str| {
        let line = line.trim_start_matches(['*', '_', ' ']);
        line.starts_with(|it: char| it.is_uppercase()) && line.split_once(':').is_some_and(|it| it.0.len() <= LONGEST)
    };
    if line.len() > LONGEST || passage.quoted || !rest.lines().next().is_some_and(is_label) {
        return None;
    }
    let is_whole = |it: &date::Mention| it.range == (0..line.len());
    date::only(line).filter(is_whole).and_then(|it| it.date()).or_else(|| date::numeric::plain(line))
}

/// Whether a line is a sentence about a day, and no stamp: "The contract ends on 2026-12-24." Stamps begin otherwise: "Written on
/// 2026-11-20."
fn tells_of_it(line: &str, day: usize) -> bool {
    const OF_STAMPS: &str = "written updated posted published created last as drafted dated notes minutes meeting recorded prepared \
        sent today status report week for of authored by on date version revised edited reviewed taken held this from";
    let before = line[..day].trim_matches(|it: char| !it.is_alphanumeric());
    let first = before.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
    line.trim_end().ends_with('.') && before.contains(' ') && !is_among(OF_STAMPS, &first.to_lowercase())
}

/// The day that a text counts its days from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    pub date: Date,
    /// It stands in the text, or who handed the text over and its zone leave no doubt: an edit may build on it.
    pub is_certain: bool,
}

impl Document<'_> {
    /// The day on which the text at an offset was written.
    pub fn written_at(&self, offset: usize) -> Option<Date> {
        self.said_at(offset).or_else(|| self.sent()).map(|it| it.date)
    }

    /// The same, and how it is known: a dated heading above the place, the date of the whole text, the day on which it was
    /// begun, or at last the moment of the event, which is another day for half of the world.
    pub fn anchor_at(&self, offset: usize) -> Option<Anchor> {
        let begun = || self.dated().begun.filter(|_| !self.is_of_unknown_day(offset));
        self.said_at(offset).or_else(|| begun().map(|date| Anchor { date, is_certain: false })).or_else(|| self.sent())
    }

    /// Whether the text says of which day it is: it tells how things were then.
    pub fn is_record(&self) -> bool {
        self.dated().whole.or(self.dated().begun).is_some()
    }

    /// Whether a place is of one day, and tells how things were then: the day that the text says, or that of a text which
    /// somebody else hands over with its own. A request has only the day on which it was opened.
    pub fn is_record_at(&self, offset: usize) -> bool {
        let is_request = matches!(self.source().origin, Origin::Message | Origin::Issue);
        self.said_at(offset).is_some() || !is_request && self.sent().is_some()
    }

    /// Whether the text goes on with a part of a later day than that of a place: a log that tells what came next.
    pub fn is_followed(&self, offset: usize) -> bool {
        self.day_at(offset).is_some_and(|day| self.dated().parts.newest.is_some_and(|newest| newest > day))
    }

    /// Whether the text goes on with parts that were written so many days later.
    pub fn goes_on_for(&self, offset: usize, days: i32) -> bool {
        let late = self.dated().parts.late;
        self.day_at(offset).zip(late).is_some_and(|(day, late)| day.until(late).is_ok_and(|it| it.get_days() >= days))
    }

    /// Whether the text goes on with parts of days long after that of a place: nobody comes back to it.
    pub fn is_past(&self, offset: usize) -> bool {
        let late = self.dated().parts.late;
        self.day_at(offset).zip(late).is_some_and(|(day, late)| late::is_long_before(day, late))
    }

    /// The day that the text says a place is of.
    pub fn day_at(&self, offset: usize) -> Option<Date> {
        self.said_at(offset).map(|it| it.date)
    }

    /// Whether a place is of a standing page: a file that is of no day, and is read as what holds today.
    pub fn is_page_at(&self, offset: usize) -> bool {
        let is_of_day = || self.written_at(offset).is_some() || self.is_of_unknown_day(offset);
        self.source().origin == Origin::File && !is_of_day()
    }

    /// Whether a place is of a standing page that nobody waits for: neither a message nor a plan.
    pub fn is_standing_at(&self, offset: usize) -> bool {
        self.is_page_at(offset) && !self.is_message() && !self.says_in_name(house::is_plan)
    }

    fn said_at(&self, offset: usize) -> Option<Anchor> {
        let said = self.dated().parts.at(offset).unwrap_or(self.dated().whole);
        said.map(|date| Anchor { date, is_certain: true })
    }

    /// Whether a place stands below a date that can be read in two ways.
    pub fn is_of_unknown_day(&self, offset: usize) -> bool {
        self.dated().parts.at(offset).is_some_and(|day| day.is_none())
    }

    fn sent(&self) -> Option<Anchor> {
        let written = self.source().written?;
        let zone = self.zone();
        let date = zone.as_ref().map_or_else(|| written.day(), |it| written.at.to_zoned(it.zone.clone()).date());
        Some(Anchor { date, is_certain: zone.is_some_and(|it| it.known == Known::Stated) })
    }
}
