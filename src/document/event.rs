//! Courses of events: headings, items, rows and lines that begin with a clock time, one after the other.
//! Knows clocks and the calendar; not what an incident is.

use foldhash::HashMap;
use jiff::ToSpan;
use jiff::civil::Date;
use memchr::memchr;

use super::passage::Place;
use super::{Document, Section};
use crate::text::Span;
use crate::words::moment::{self, Moment, When};

/// One event of a course.
#[derive(Debug, Clone)]
pub struct Event {
    /// Its clock time, with the day where one stands before it.
    pub at: Span,
    /// What happened.
    pub what: Span,
    pub moment: Moment,
    /// Its line is no part of the course before it: another day, a remark between the two.
    pub is_apart: bool,
}

/// Events that stand side by side: the rows of a table, the items of a list, headings of one level, lines of a section.
#[derive(Debug, Clone, Default)]
pub struct Course {
    pub events: Vec<Event>,
}

/// Two neighbours of which the second is earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backwards {
    /// The index of the second.
    pub index: usize,
    pub minutes: i64,
}

/// A step back that is longer than this is the next day, where no day is written.
const SAME_DAY: i32 = 3 * 60;
/// The same on a clock of 24 hours: there noon begins nothing anew.
const SAME_DAY_OF_24: i32 = 6 * 60;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Table(usize),
    List(usize),
    Headings(u8, Option<usize>),
    Lines(Option<usize>),
}

pub fn all(doc: &Document) -> Vec<Course> {
    let mut courses = Courses::default();
    for (index, table) in doc.tables().iter().enumerate() {
        for row in &table.rows {
            courses.row(doc, Key::Table(index), &row.cells);
        }
    }
    for item in doc.items().iter().filter(|item| !item.quoted && item.parent.is_none()) {
        let Some(passage) = item.passage else { continue };
        let first = doc.passages()[passage].content.first().copied().unwrap_or(item.span);
        courses.line(doc, Key::List(item.list), first, item.span);
    }
    for section in doc.sections().iter().filter(|section| Some(section.heading) != doc.title().map(|it| it.heading)) {
        let what = Span::new(section.heading.start, section.lead.end.max(section.heading.end));
        courses.line(doc, Key::Headings(section.level, section.parent), section.heading, what);
    }
    for passage in doc.passages().iter().filter(|it| it.place == Place::Paragraph && !it.quoted && it.item.is_none()) {
        let around = doc.section_at(passage.span.start).map(|it: &Section| it.heading.start);
        // A clock time has a colon.
        for piece in passage.content.iter().filter(|it| memchr(b':', doc.at(**it).as_bytes()).is_some()) {
            let mut at = piece.start;
            for line in doc.at(*piece).split_inclusive('\n') {
                let span = Span::new(at, at + line.len());
                at = span.end;
                courses.line(doc, Key::Lines(around), span, span);
            }
        }
    }
    courses.close_lines(doc);
    courses.list.retain(|course| course.events.len() > 1);
    courses.list.sort_by_key(|course| course.events[0].at.start);
    courses.list
}

fn leading(doc: &Document, line: Span) -> Option<Moment> {
    let text = doc.at(line);
    moment::may_lead(text).then(|| doc.once(text, moment::leading)).flatten()
}

#[derive(Default)]
struct Courses {
    list: Vec<Course>,
    by_key: HashMap<Key, usize>,
    /// Something without a time stood last in the course.
    is_broken: HashMap<Key, bool>,
}

impl Courses {
    fn line(&mut self, doc: &Document, key: Key, line: Span, what: Span) {
        match leading(doc, line) {
            Some(moment) => self.push(key, line, what, moment),
            // Prose between two lines says as little as an empty line; an item, a row or a heading without a time does.
            None if matches!(key, Key::Lines(_)) => {}
            None => self.breaks(key),
        }
    }

    /// The day may stand in a cell of its own, before that of the time.
    fn row(&mut self, doc: &Document, key: Key, cells: &[Span]) {
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return };
        let what = Span::new(first.start, last.end);
        for end in cells.iter().take(2).map(|cell| cell.end) {
            let lead = Span::new(first.start, end.max(first.start));
            if let Some(moment) = leading(doc, lead) {
                return self.push(key, lead, what, moment);
            }
        }
        self.breaks(key);
    }

    /// Below a line that is hardly more than a time stands what happened, up to the next one.
    fn close_lines(&mut self, doc: &Document) {
        for (_, index) in self.by_key.iter().filter(|(key, _)| matches!(key, Key::Lines(_))) {
            let events = &mut self.list[*index].events;
            for at in 0..events.len() {
                let next = events.get(at + 1).map(|next| next.at.start);
                let section = || doc.section_at(events[at].at.start).map(|section| section.lead.end);
                let end = next.or_else(section).unwrap_or(events[at].what.end);
                events[at].what.end = end.max(events[at].what.end);
            }
        }
    }

    fn breaks(&mut self, key: Key) {
        // What stands before the first event of a course breaks nothing, and most texts have no course.
        if self.by_key.contains_key(&key) {
            self.is_broken.insert(key, true);
        }
    }

    fn push(&mut self, key: Key, line: Span, what: Span, moment: Moment) {
        let index = *self.by_key.entry(key).or_insert_with(|| {
            self.list.push(Course::default());
            self.list.len() - 1
        });
        let is_apart = self.is_broken.insert(key, false).unwrap_or(false);
        let at = Span::new(line.start, line.start + moment.range.end);
        self.list[index].events.push(Event { at, what, moment, is_apart });
    }
}

impl Course {
    /// Minutes of each event on one scale, where it can be known from the one before: days are counted as they are
    /// written, and a clock that starts anew has passed midnight.
    pub fn minutes(&self) -> Vec<Option<i64>> {
        self.scale().into_iter().map(|(minute, _)| minute).collect()
    }

    /// The neighbours that run backwards. A course that mostly runs backwards is told from its end, and one that goes
    /// to and fro is more than one.
    pub fn backwards(&self) -> Vec<Backwards> {
        let scale = self.scale();
        let steps: Vec<(usize, i64)> = (1..scale.len())
            .filter(|index| scale[*index].1)
            .filter_map(|index| Some((index, scale[index].0? - scale[index - 1].0?)))
            .collect();
        let ups = steps.iter().filter(|(_, step)| *step > 0).count();
        let downs = steps.iter().filter(|(_, step)| *step < 0).count();
        let ends = || Some(scale.last()?.0? - scale.first()?.0?);
        let is_forward = ups > 2 * downs || ups >= downs && downs == 1 && ends().is_some_and(|it| it > 0);
        let back = steps.into_iter().filter(|(_, step)| is_forward && *step < 0);
        back.map(|(index, step)| Backwards { index, minutes: -step }).collect()
    }

    /// Each event's minute, and whether it can be compared with the one before.
    fn scale(&self) -> Vec<(Option<i64>, bool)> {
        let is_of_24 =
            self.events.iter().any(|it| it.moment.is_of_24) && !self.events.iter().any(|it| it.moment.has_half);
        let limit = if is_of_24 { SAME_DAY_OF_24 } else { SAME_DAY };
        let mut out: Vec<(Option<i64>, bool)> = Vec::new();
        let mut today: Option<Date> = None;
        let mut before: Option<&Event> = None;
        for event in &self.events {
            let has_day = event.moment.date != When::Unsaid;
            let starts_anew = before.is_none() || event.is_apart && !has_day;
            let (day, is_read) = self.day(event, before, today, starts_anew, limit);
            let same_zone = before.is_none_or(|it| {
                it.moment.zone.is_none() || event.moment.zone.is_none() || it.moment.zone == event.moment.zone
            });
            let is_exact = !event.moment.is_rough && before.is_some_and(|it| !it.moment.is_rough);
            let minute = day.map(|day| days_of(day) * 24 * 60 + i64::from(event.moment.minute));
            out.push((minute, is_read && same_zone && is_exact && !starts_anew));
            today = day;
            before = Some(event);
        }
        out
    }

    /// The day of an event, and whether it is sure beside the one before.
    fn day(
        &self,
        event: &Event,
        before: Option<&Event>,
        today: Option<Date>,
        anew: bool,
        limit: i32,
    ) -> (Option<Date>, bool) {
        // Any day serves where none is written: only differences are used.
        let some_day = today.unwrap_or(jiff::civil::date(2024, 1, 1));
        match (event.moment.date, before) {
            (When::On(date), Some(before)) => (Some(date), before.moment.date != When::Unreadable && self.has_days()),
            (When::On(date), None) => (Some(date), false),
            (When::InSomeYear { month, day }, before) => {
                let year = today.map_or(2024, |it| it.year());
                let date = Date::new(year, month, day).ok();
                // From December to January is a new year, and nothing is sure there.
                let is_near = today.zip(date).is_some_and(|(today, date)| (today.month() - date.month()).abs() < 6);
                (date, before.is_some() && is_near && self.has_days())
            }
            (When::Unreadable, _) => (None, false),
            (When::Unsaid, None) => (Some(some_day), false),
            (When::Unsaid, Some(before)) => {
                let drop = before.moment.minute - event.moment.minute;
                match drop > limit {
                    _ if anew => (Some(some_day), false),
                    true => (some_day.checked_add(1.day()).ok(), false),
                    false => (Some(some_day), today.is_some()),
                }
            }
        }
    }

    /// A day is written at the first event: later ones can be compared with it.
    fn has_days(&self) -> bool {
        self.events.first().is_some_and(|it| matches!(it.moment.date, When::On(_) | When::InSomeYear { .. }))
    }
}

/// Days on a scale.
fn days_of(date: Date) -> i64 {
    let start = jiff::civil::date(1970, 1, 1);
    start.until(date).map_or(0, |span| i64::from(span.get_days()))
}
