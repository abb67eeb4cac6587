//! The parts of minutes that say their day in a field of their own, as a file of many meetings has them: "**Date:** 2026-11-18"
//! below "## Meeting 2", or a table for each, whose row "Date" says it. Which fields those are, others find out.

use jiff::civil::Date;

use super::OF_ANOTHER_DAY;
use crate::document::{Document, Section};
use crate::text::{Span, line_start};
use crate::words::heading;

/// What such a field is called. What was published or counted on a day was not said there.
const FIELDS: &[&str] =
    &["date", "meeting date", "date and time", "date time", "date/time", "meeting date/time", "date of meeting"];

/// Of a meeting that is to come, and of a task, a part says the day, and is not of it.
const TO_COME: &[&str] = &[
    "next", "upcoming", "future", "schedule", "calendar", "event", "events", "proposed", "release", "action",
    "actions", "task", "tasks", "todo", "step", "steps",
];

/// Sections around a field that may say so.
const NEAREST: usize = 3;

/// Bytes below a heading in which its own field stands, with others before it.
const NEAR: usize = 240;

/// Bytes of the name of such a field, with its marks.
const LONGEST_KEY: usize = 40;

/// Rows of a table that is the header of a meeting.
const MOST_ROWS: usize = 8;

/// One meeting of many.
#[derive(Debug)]
pub(super) struct Entry {
    /// From its heading, or its table, to the end of the section.
    span: Span,
    /// Unless it can be read in two ways.
    pub day: Option<Date>,
}

/// The parts of minutes that say their own days, where they say more than one. `parts` are of the days of their headings,
/// which stand; `day_of` reads a day as headings have it.
pub(super) fn of(
    doc: &Document,
    whole: Option<Date>,
    parts: &[(usize, Option<Date>)],
    day_of: impl Fn(&str) -> Option<Option<Date>>,
) -> Vec<Entry> {
    let mut fields: Vec<(Span, Span)> = in_labels(doc).chain(in_tables(doc)).collect();
    if fields.is_empty() || !doc.is_minutes() {
        return Vec::new();
    }
    fields.sort_by_key(|it| it.0.start);
    let is_headed =
        |start: usize| parts.binary_search_by_key(&start, |it| it.0).is_ok_and(|index| parts[index].1.is_some());
    let entries = fields.into_iter().filter_map(|(field, value)| {
        let section = doc.section_at(field.start);
        let near = section.filter(|it| is_right_below(it, field));
        // The first one is the header of the whole text.
        let headed = near.filter(|it| it.level > 1 || it.heading.start > doc.sections()[0].heading.start);
        let start = headed.map_or_else(|| line_start(doc.text(), field.start), |it| it.heading.start);
        let around = doc.sections_around(field.start).take(NEAREST);
        // "Minutes of phase 2" is what all of them are called.
        let mut around = around.filter(|it| it.heading != doc.sections()[0].heading);
        let is_other = around.any(|it| it.name.split(' ').any(is_of_other_day));
        let end = section.map_or(doc.text().len(), |it| it.body.end);
        let day = day_of(doc.at(value)).filter(|_| !is_other && !is_headed(start))?;
        Some(Entry { span: Span::new(start, end.max(field.end)), day })
    });
    let entries: Vec<Entry> = entries.collect();
    let first = whole.or_else(|| entries.first()?.day);
    if entries.iter().all(|it| it.day == first) { Vec::new() } else { entries }
}

/// What the fields say.
pub(super) fn said<'d>(doc: &'d Document) -> impl Iterator<Item = &'d str> {
    in_labels(doc).chain(in_tables(doc)).map(|(_, value)| doc.at(value))
}

fn is_of_other_day(word: &str) -> bool {
    OF_ANOTHER_DAY.contains(&word) || TO_COME.contains(&word)
}

fn is_right_below(section: &Section, field: Span) -> bool {
    section.lead.holds(field.start) && field.start - section.lead.start <= NEAR
}

/// The lines "Date: 2026-11-18" that stand right below a heading, and what they say.
fn in_labels(doc: &Document) -> impl Iterator<Item = (Span, Span)> {
    let dates = doc.labels().iter().filter(|it| !it.value.is_empty() && FIELDS.contains(&it.name.as_str()));
    let below = |key: Span| doc.section_at(key.start).is_some_and(|it| is_right_below(it, key));
    dates.filter(move |it| below(it.key)).map(|it| (it.key, it.value))
}

/// The tables of two columns with a row for the date, and what it says.
fn in_tables(doc: &Document) -> impl Iterator<Item = (Span, Span)> {
    let narrow = doc.tables().iter().filter(|it| it.width() == 2);
    narrow.filter_map(|table| {
        let mut pairs =
            table.rows_and_header().take(MOST_ROWS).filter_map(|row| Some((row.cells.first()?, row.cells.get(1)?)));
        let is_key = |key: &str| key.len() <= LONGEST_KEY && FIELDS.contains(&heading::normalise(key).as_str());
        let is_date = |key: &Span| is_key(doc.at(*key));
        let value = pairs.find(|(key, _)| is_date(key)).map(|it| *it.1)?;
        Some((table.span, value))
    })
}

/// Puts entries among other parts. Where one ends, what was so before it holds again.
pub(super) fn join(parts: Vec<(usize, Option<Option<Date>>)>, entries: &[Entry]) -> Vec<(usize, Option<Option<Date>>)> {
    if entries.is_empty() {
        return parts;
    }
    let before = |at: usize| parts[parts.partition_point(|it| it.0 <= at).checked_sub(1)?].1;
    let mut open: Vec<&Entry> = Vec::new();
    let mut ends = Vec::new();
    let mut close = |open: &mut Vec<&Entry>, until: usize| {
        while let Some(last) = open.pop_if(|it| it.span.end <= until) {
            let around = open.last().map(|it| it.day);
            ends.push((last.span.end, around.or_else(|| before(last.span.end))));
        }
    };
    for entry in entries {
        close(&mut open, entry.span.start);
        open.push(entry);
    }
    close(&mut open, usize::MAX);
    let begun = entries.iter().map(|it| (it.span.start, Some(it.day)));
    let mut all: Vec<_> = ends.into_iter().chain(parts.iter().copied()).chain(begun).collect();
    // Of those at one place the last one holds.
    all.sort_by_key(|it| it.0);
    all
}
