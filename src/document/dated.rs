//! When a text was written, as far as it says so itself or came with an event: that makes "tomorrow" a day.

use std::cell::LazyCell;

use jiff::civil::Date;

use super::{Document, Known, Passage, Place};
use crate::text::Origin;
use crate::words::date::numeric::{Numeric, Order};
use crate::words::digit::holds_digit;
use crate::words::english::scheduled;
use crate::words::list::is_among;
use crate::words::{date, file_name, heading};

/// The dates that a text gives itself.
#[derive(Debug, Default)]
pub struct Dated {
    /// Of the whole text: its header, its path, its title, its first lines.
    whole: Option<Date>,
    /// Of the parts below a dated heading, as a log of meetings has them: where the heading begins, and its date, unless it can
    /// be read in two ways.
    parts: Vec<(usize, Option<Date>)>,
    /// The newest day of those parts.
    newest: Option<Date>,
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

/// The same of one that begins with its date: what stands behind it is the name of a meeting.
const LONGEST_NAME: usize = 80;

/// Words of a heading whose date is not the day of writing: "Phase 2 (due 2026-12-01)".
const OF_ANOTHER_DAY: &[&str] =
    &["due", "deadline", "until", "by", "before", "target", "planned", "eta", "phase", "milestone", "from", "since"];

/// Days. People meet for no longer.
const LONGEST_MEETING: i32 = 31;

/// A date stands in its text's first lines.
const FIRST_PASSAGES: usize = 4;

pub fn of(doc: &Document) -> Dated {
    let in_field = || doc.fields().iter().filter(|it| FIELDS.contains(&it.name.as_str())).find_map(|it| full(&it.text));
    let in_path = || doc.source().path().and_then(file_name::in_path);
    // In a file such a title is the name of a log.
    let is_event = |title: &str| doc.source().origin != Origin::File && scheduled::is_event(title);
    let in_title = || doc.sections().first().filter(|it| !is_event(&it.title)).and_then(|first| full(&first.title));
    let begun = doc.fields().iter().filter(|it| BEGUN.contains(&it.name.as_str())).find_map(|it| full(&it.text));
    let whole = in_field().or_else(in_path).or_else(in_title).or_else(|| in_first_lines(doc));
    let year = whole.map(Date::year);
    // Nearly no text has such a heading.
    let order = LazyCell::new(|| order(doc));
    let part = |start: usize, title: &str, name: &str| {
        let (range, day) = doc.once(title, date::mentions).into_iter().next().map_or_else(
            || {
                let compact = || Some((0..title.len(), Some(compact(title)?)));
                let Some((found, year)) = date::numeric::with_year(title).next() else { return compact() };
                let day = read(&found, *order, year, whole);
                Some((found.range, day))
            },
            |found| {
                let day = found.date().or_else(|| found.in_year(year.filter(|_| found.year.is_none())?))?;
                Some((found.range, Some(day)))
            },
        )?;
        let speaks_of_it = name.split(' ').any(|word| OF_ANOTHER_DAY.contains(&word)) || is_event(title);
        // "Meeting Date/Time: 20 July 2023, 14:00-15:30 UTC" is a field that is written as a heading.
        let key = title.split_once(':').map(|(key, _)| heading::normalise(key));
        let is_field = key.is_some_and(|key| FIELDS.contains(&key.as_str()));
        // "Oct 19, 2026 | The working group that looks after doors"
        let longest = if range.start == 0 { LONGEST_NAME } else { LONGEST_REST };
        let is_dated = (is_field || title.len() - range.len() <= longest) && !speaks_of_it;
        is_dated.then_some((start, day))
    };
    let sections = doc.sections().iter().filter_map(|it| part(it.heading.start, &it.title, &it.name));
    let mut parts: Vec<_> = sections.collect();
    let marked = in_html(doc).filter_map(|(start, title)| part(start, title, &heading::normalise(title)));
    let known = parts.len();
    parts.extend(marked);
    parts.extend(in_lines(doc));
    if parts.len() > known {
        parts.sort_by_key(|it| it.0);
        parts.dedup_by_key(|it| it.0);
    }
    let newest = parts.iter().filter_map(|it| it.1).max();
    Dated { whole, parts, newest, begun }
}

/// The headings that are written as tags, each on a line of its own, and where they begin: `<h3>Oct 19, 2026</h3>`.
fn in_html<'d>(doc: &'d Document) -> impl Iterator<Item = (usize, &'d str)> {
    let title = |line: &'d str| {
        let level = line.strip_prefix("<h")?.bytes().next().filter(|it| (b'1'..=b'6').contains(it))?;
        let (_, rest) = line.split_once('>')?;
        let (title, close) = rest.rsplit_once("</h")?;
        (close.bytes().next() == Some(level) && !title.contains('<')).then(|| title.trim())
    };
    // To the grammar they are words; what is shown in code is no passage.
    let passages = doc.passages().iter().map(|it| it.span).filter(|span| doc.at(*span).starts_with("<h"));
    passages.flat_map(move |span| {
        let mut at = span.start;
        let lines = doc.at(span).split_inclusive('\n');
        lines.filter_map(move |line| {
            let start = at;
            at += line.len();
            Some((start, title(line)?))
        })
    })
}

/// The lines of their own that some logs have in the place of headings: "Meeting agenda, November 18, 2026". One alone may be
/// anything.
fn in_lines(doc: &Document) -> Vec<(usize, Option<Date>)> {
    const LONGEST: usize = 64;
    const OF_MEETINGS: &str = "meeting agenda minutes notes call sync weekly biweekly monthly wg the of for on from \
        mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday";
    let is_short = |it: &(usize, &Passage)| it.1.span.len() <= LONGEST && it.1.place == Place::Paragraph;
    let passages = doc.passages().iter().enumerate();
    let lines = passages.filter(is_short).filter(|it| holds_digit(doc.at(it.1.span)));
    let dated = lines.filter_map(|(index, passage)| {
        let text = doc.prose().passage(index);
        let [found] = date::mentions(text).try_into().ok()?;
        let rest = [&text[..found.range.start], &text[found.range.end..]];
        let mut words =
            rest.iter().flat_map(|it| it.split(|it: char| !it.is_alphanumeric())).filter(|it| !it.is_empty());
        let is_name = words.all(|it| is_among(OF_MEETINGS, &it.to_lowercase()));
        (is_name && !text.contains(':')).then_some((passage.span.start, Some(found.date()?)))
    });
    let dated: Vec<_> = dated.collect();
    let is_log = dated.iter().any(|it| it.1 != dated[0].1);
    if is_log { dated } else { Vec::new() }
}

/// In which order all headings write such dates, where one of them leaves no choice.
fn order(doc: &Document) -> Option<Order> {
    let mut orders =
        doc.sections().iter().filter_map(|section| date::numeric::with_year(&section.title).next()?.0.order());
    let first = orders.next()?;
    orders.all(|it| it == first).then_some(first)
}

/// The day that a date in numbers is, where it is known which of them is the month, or does not matter, or where the whole text
/// is of one of its two days.
fn read(found: &Numeric, order: Option<Order>, year: i16, whole: Option<Date>) -> Option<Date> {
    let of_whole = Order::BOTH.into_iter().filter_map(|order| found.read(order, year)).find(|day| whole == Some(*day));
    if of_whole.is_some() {
        return of_whole;
    }
    let order = found.order().or(order).or((found.one == found.two).then_some(Order::DayFirst))?;
    found.read(order, year)
}

fn full(text: &str) -> Option<Date> {
    // "2026-11-20T09:00:00Z" is a day, too.
    let text = &date::as_written(text);
    date::mentions(text).iter().find_map(date::Mention::date).or_else(|| date::numeric::plain(text))
}

/// A heading that is a date without marks: "20261120".
fn compact(title: &str) -> Option<Date> {
    let is_whole = title.len() == 8 && title.bytes().all(|it| it.is_ascii_digit());
    is_whole.then(|| file_name::date(title)).flatten()
}

/// A line at the top that holds a date and little else.
fn in_first_lines(doc: &Document) -> Option<Date> {
    (0..doc.passages().len().min(FIRST_PASSAGES)).find_map(|index| {
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
        let day = self.said_at(offset).map(|it| it.date);
        day.is_some_and(|day| self.dated().newest.is_some_and(|newest| newest > day))
    }

    /// Whether a place is of a standing page: a file that is of no day, and is read as what holds today.
    pub fn is_page_at(&self, offset: usize) -> bool {
        let is_of_day = || self.written_at(offset).is_some() || self.is_of_unknown_day(offset);
        self.source().origin == Origin::File && !is_of_day()
    }

    fn said_at(&self, offset: usize) -> Option<Anchor> {
        let said = self.part_at(offset).unwrap_or(self.dated().whole);
        said.map(|date| Anchor { date, is_certain: true })
    }

    /// Whether a place stands below a date that can be read in two ways.
    fn is_of_unknown_day(&self, offset: usize) -> bool {
        self.part_at(offset).is_some_and(|day| day.is_none())
    }

    /// What the last dated heading above a place says of the day.
    fn part_at(&self, offset: usize) -> Option<Option<Date>> {
        let parts = &self.dated().parts;
        let after = parts.partition_point(|(start, _)| *start <= offset);
        Some(parts[after.checked_sub(1)?].1)
    }

    fn sent(&self) -> Option<Anchor> {
        let written = self.source().written?;
        let zone = self.zone();
        let date = zone.as_ref().map_or_else(|| written.day(), |it| written.at.to_zoned(it.zone.clone()).date());
        Some(Anchor { date, is_certain: zone.is_some_and(|it| it.known == Known::Stated) })
    }
}
