//! Rows of an index, and entries of a log: what a document says in one line of each of many decisions.

use super::{Decision, Mention, Spot, evidence, mentions, said, succession, target};
use crate::document::{Document, Row, Section, Table};
use crate::kind::Recognised;
use crate::slot::entries::{self, Entry, Part};
use crate::slot::standing;
use crate::text::Span;
use crate::words::date;
use crate::words::english::status::{self, Standing};
use crate::words::serial::{self, Serial};

/// The decisions of a log, and those that an index lists.
pub fn all(doc: &Document, path: &str, recognised: &Recognised) -> Vec<Decision> {
    if recognised.sure() == Some("decision-log") {
        let entries = entries::all(doc);
        return entries.iter().filter_map(|it| entry(doc, path, it)).collect();
    }
    let mut rows: Vec<Decision> = doc.tables().iter().flat_map(|it| table(doc, path, it)).collect();
    rows.extend(list(doc, path));
    // One or two lines are mentions, no index.
    const FEWEST: usize = 3;
    if rows.len() < FEWEST { Vec::new() } else { rows }
}

fn entry(doc: &Document, path: &str, entry: &Entry) -> Option<Decision> {
    let text = |span: Span| doc.prose().readable(doc, doc.prose().clean_range(span)).trim().to_owned();
    let of = |part: Part| entry.part(part).map(text).unwrap_or_default();
    let name = text(entry.name);
    let (serial, title) = numbered(&name);
    let title = undated(title);
    let state = entry.part(Part::State);
    let until = entry.part(Part::Deadline).and_then(|span| Some((date::value::day(&text(span))?, Spot::of(doc, span))));
    let mut row = Decision {
        serial,
        title: title.into(),
        spot: Spot::of(doc, entry.name),
        standing: state.and_then(|span| standing::read_one(&text(span))),
        status: state.map(|span| (text(span).into(), Spot::of(doc, span))),
        date: date::value::day(&of(Part::Date)),
        deciders: said::listed(&of(Part::Owner)).into(),
        deadline: until.map(|(day, spot)| said::Deadline { day, spot }),
        evidence: evidence::within(doc, entry.span).into(),
        told: said::listed(&of(Part::Affected)).into(),
        ..Decision::default()
    };
    said::decided_in_status(&mut row);
    succession::of_line(doc, path, state.unwrap_or(entry.name), &mut row);
    Some(row).filter(|it| !it.title.is_empty())
}

/// A title without the day that it begins with, which is told beside it: "2026-11-05: Drop MySQL".
fn undated(title: String) -> String {
    let first = date::mentions(&title).into_iter().next().filter(|it| it.range.start == 0 && it.date().is_some());
    let rest = first.map_or("", |it| &title[it.range.end..]);
    let marks = [':', '-', '\u{2013}', '\u{2014}', '|'];
    let bare = rest.trim_start().trim_start_matches(marks).trim_start();
    // "2026-11-05 is the day" is a sentence.
    let is_parted = bare.len() < rest.trim_start().len();
    if is_parted && !bare.is_empty() { bare.to_owned() } else { title }
}

/// The number at the head of a line, and the rest.
fn numbered(line: &str) -> (Option<Serial>, String) {
    match serial::of_title(line) {
        Some((serial, start)) if start < line.len() => (Some(serial), line[start..].trim().to_owned()),
        _ => (None, line.to_owned()),
    }
}

const IDS: &[&str] =
    &["adr", "number", "no", "id", "rfc", "pep", "eip", "num", "record", "proposal", "nr", "identifier"];
const TITLES: &[&str] =
    &["title", "decision", "name", "summary", "subject", "record", "description", "proposal", "topic"];
const STATES: &[&str] = &["status", "state"];

/// The rows of a table that names decisions by links or numbers.
fn table(doc: &Document, path: &str, table: &Table) -> Vec<Decision> {
    let states = table.column(STATES);
    let titles = table.column(TITLES);
    let first_is_number = || table.columns.first().is_some_and(String::is_empty).then_some(0);
    let ids = table.column(IDS).or_else(first_is_number);
    let row = |row: &Row| -> Option<Decision> {
        let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).copied();
        let text = |span: Span| doc.prose().readable(doc, doc.prose().clean_range(span)).trim().to_owned();
        let whole = row.span?;
        let record = record(doc, path, whole);
        let number = cell(ids).and_then(|it| serial::in_value(doc.at(it)).into_iter().next()).map(|it| it.1);
        let named = record.as_ref().and_then(|it| it.serial);
        let serial = named.or(number.filter(|_| states.is_some()));
        if record.is_none() && (serial.is_none() || states.is_none()) {
            return None;
        }
        let title = cell(titles).map(text).map(|it| numbered(&it).1);
        let title = title.filter(|it| !it.is_empty() && !it.starts_with(|it: char| it.is_ascii_digit()));
        let mut found = Decision {
            serial,
            title: title.unwrap_or_default().into(),
            spot: Spot::of(doc, whole),
            path: record.and_then(|it| it.path).map(Into::into),
            ..Decision::default()
        };
        if let Some(state) = cell(states).filter(|it| !text(*it).is_empty()) {
            found.standing = standing::read_one(&text(state));
            found.status = Some((text(state).into(), Spot::of(doc, state)));
            succession::of_line(doc, path, state, &mut found);
        }
        Some(found)
    };
    table.rows.iter().filter_map(row).collect()
}

/// The first link of a line into a numbered file.
fn record(doc: &Document, path: &str, line: Span) -> Option<Mention> {
    let is_numbered = |it: &crate::document::Link| {
        !it.image && target(path, &it.target).is_some_and(|place| place != path && serial::of_path(&place).is_some())
    };
    let link = doc.links_in(line).iter().find(|it| is_numbered(it))?;
    let place = target(path, &link.target)?;
    let mut named = mentions(doc, path, link.span).into_iter().filter(|it| it.path.as_ref() == Some(&place));
    let found = named.next();
    let serial = serial::of_path(&place);
    found.map(|it| Mention { serial, ..it })
}

/// Items that begin with a link to a numbered file: `- [12. Use a queue](0012-use-a-queue.md) (accepted)`.
fn list(doc: &Document, path: &str) -> Vec<Decision> {
    let passages = doc.items().iter().filter(|it| !it.quoted).filter_map(|it| it.passage);
    let row = |index: usize| -> Option<Decision> {
        let span = doc.passages()[index].span;
        let first = record(doc, path, span)?;
        let lead = doc.at(Span::new(span.start, first.spot.start as usize));
        if lead.chars().filter(|it| it.is_alphanumeric()).count() > 10 {
            return None;
        }
        let (_, title) = numbered(first.written.trim());
        let status = behind(doc, Span::new(first.spot.end as usize, span.end)).or_else(|| above(doc, span));
        Some(Decision {
            serial: first.serial,
            title: title.into(),
            spot: first.spot,
            path: first.path.map(Into::into),
            standing: status.as_ref().map(|it| it.0),
            status: status.map(|it| (it.1.into(), it.2)),
            ..Decision::default()
        })
    };
    passages.filter_map(row).collect()
}

/// A status behind the link and nothing else: `(accepted)`, `- **Superseded**`.
fn behind(doc: &Document, rest: Span) -> Option<(Standing, String, Spot)> {
    let line = rest.lines(doc.text()).next()?;
    let is_mark = |it: char| !it.is_alphanumeric();
    let text = doc.at(line).trim_matches(is_mark);
    if text.split_whitespace().count() != 1 {
        return None;
    }
    Some((status::standing(text)?, text.to_owned(), Spot::of(doc, line.trimmed(doc.text()))))
}

/// A heading above that is a status and nothing else: `## Accepted`.
fn above(doc: &Document, span: Span) -> Option<(Standing, String, Spot)> {
    let section: &Section = doc.section_at(span.start)?;
    let word = section.name.strip_suffix(" adr").unwrap_or(&section.name);
    let is_word = !word.contains(' ') && !word.is_empty();
    let standing = status::standing(word).filter(|_| is_word)?;
    Some((standing, section.title.clone(), Spot::of(doc, section.heading)))
}
