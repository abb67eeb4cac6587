//! The parts of a text that are of days of their own, as a log of meetings has them: below headings, tags, or lines in the
//! place of headings. Which day the whole text is of, others find out.

use std::cell::LazyCell;

use jiff::civil::Date;

use super::{FIELDS, LONGEST_REST, OF_ANOTHER_DAY, entries, is_event};
use crate::document::{Document, Passage, Place};
use crate::words::date::late;
use crate::words::date::numeric::{Numeric, Order};
use crate::words::digit::holds_digit;
use crate::words::list::is_among;
use crate::words::{date, file_name, heading, near};

/// The same of one that begins with its date: what stands behind it is the name of a meeting.
const LONGEST_NAME: usize = 80;

/// The dated parts of a text.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Where the heading begins, and its date, unless it can be read in two ways. Behind a part that ends with its section, a
    /// place is of the day of the whole text again.
    all: Vec<(usize, Option<Option<Date>>)>,
    pub newest: Option<Date>,
    /// How late it was at least when the newest were written.
    pub late: Option<Date>,
}

impl Parts {
    /// What the last dated heading above a place says of the day.
    pub fn at(&self, offset: usize) -> Option<Option<Date>> {
        let after = self.all.partition_point(|(start, _)| *start <= offset);
        self.all[after.checked_sub(1)?].1
    }
}

/// The parts of a text that is of a day, if it says of which.
pub(super) fn of(doc: &Document, whole: Option<Date>) -> Parts {
    let year = whole.map(Date::year);
    // Nearly no text has such a heading.
    let order = LazyCell::new(|| order(doc));
    let day_of = |title: &str| {
        doc.once(title, date::mentions).into_iter().next().map_or_else(
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
        )
    };
    let part = |start: usize, title: &str, name: &str| {
        let (range, day) = day_of(title)?;
        let speaks_of_it = name.split(' ').any(|word| OF_ANOTHER_DAY.contains(&word)) || is_event(doc, title);
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
    let entries = entries::of(doc, whole, &parts, |text| Some(day_of(text)?.1));
    let days = || parts.iter().filter_map(|it| it.1).chain(entries.iter().filter_map(|it| it.day));
    let (newest, late) = (days().max(), late::told_by(days()));
    let all = parts.into_iter().map(|(start, day)| (start, Some(day))).collect();
    Parts { newest, late, all: entries::join(all, &entries) }
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
        // A signature has a break below it as well, but does not begin with its day.
        let is_title = is_name || is_ruled(doc.text(), passage.span.end, found.range.start == 0);
        (is_title && !text.contains(':')).then_some((passage.span.start, Some(found.date()?)))
    });
    let dated: Vec<_> = dated.collect();
    let is_log = dated.iter().any(|it| it.1 != dated[0].1);
    if is_log { dated } else { Vec::new() }
}

/// Whether a line has a rule of its own below it, and an empty line between: "July 30, 2026 - The round of the lamps", and then
/// "======". A break that parts one thing from the next is written with hyphens, too.
fn is_ruled(text: &str, end: usize, may_be_break: bool) -> bool {
    const SHORTEST: usize = 3;
    let below = near::ahead(&text[end..]).trim_start();
    let rule = below.lines().next().unwrap_or_default().trim_end();
    let is_of = |mark: char| rule.chars().all(|it| it == mark);
    rule.len() >= SHORTEST && (is_of('=') || may_be_break && is_of('-'))
}

/// In which order all headings, and the fields of meetings, write such dates, where one of them leaves no choice.
fn order(doc: &Document) -> Option<Order> {
    let said = doc.sections().iter().map(|it| it.title.as_str()).chain(entries::said(doc));
    let mut orders = said.filter_map(|it| date::numeric::with_year(it).next()?.0.order());
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

/// A heading that is a date without marks: "20261120".
fn compact(title: &str) -> Option<Date> {
    let is_whole = title.len() == 8 && title.bytes().all(|it| it.is_ascii_digit());
    is_whole.then(|| file_name::date(title)).flatten()
}
