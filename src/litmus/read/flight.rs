//! What is in flight, who has it, what is blocked? Said by status updates, hand-overs and plans, each of its day.

use super::{Part, Reader, Role};
use crate::litmus::Question::{self, Blocked, Holder, InFlight};
use crate::text::Span;
use crate::words::english::blocked;
use crate::words::english::person;
use crate::words::list::holds;

/// What is worked on.
const NOW: &str = "\
    now, today, doing, in progress, in flight, current, current work, currently, current focus, current statu, \
    current state, this week, working on, working on now, work in progress, wip, ongoing, ongoing work, active, \
    active work, under way, currently working on, this sprint, current sprint, this quarter, current quarter, this \
    month, progress, open incident, started, being worked on, what i'm working on, what we're working on, \
    current priority";

const BLOCKED: &str = "\
    blocked, blocker, blocking, blocked by, blocked on, impediment, waiting for, waiting on, blocked item, blocked \
    or waiting, blocker and risk, what is blocked, current blocker";

const HOLDERS: &str = "\
    owner, assignee, assigned to, who, lead, dri, driver, responsible, holder, author, from";

/// Names of files that say what is planned and done.
pub fn is_plan(stem: &str) -> bool {
    matches!(
        stem,
        "roadmap"
            | "status"
            | "backlog"
            | "todo"
            | "progress"
            | "in-progress"
            | "now"
            | "plan"
            | "handoff"
            | "handover"
    )
}

pub fn read(reader: &mut Reader) {
    if !matches!(reader.role, Role::Status | Role::Readme) {
        return;
    }
    let from = reader.page.said.len();
    let names = if reader.role == Role::Readme { "in flight, current work, work in progress" } else { NOW };
    let parts: Vec<Part> = parts(reader, names);
    for part in &parts {
        if let Some(span) = first_work(reader, part.body) {
            reader.say(InFlight, 0, span);
        }
        if let Some(span) = held(reader, part.body) {
            reader.say(Holder, 0, span);
        }
    }
    if reader.role == Role::Status {
        in_header(reader);
        in_table(reader);
        for part in self::parts(reader, BLOCKED) {
            say_blocked(reader, part);
        }
    }
    for said in &mut reader.page.said[from..] {
        let start = reader.doc.lines().span(said.line - 1, reader.doc.text()).start;
        said.day = reader.doc.written_at(start);
    }
}

/// Sections and labels, bold or not: a status update is written in few marks.
fn parts(reader: &Reader, names: &str) -> Vec<Part> {
    let mut parts = reader.parts(names);
    let is_named = |name: &str| holds(names, name);
    let labels = reader.doc.labels().iter().filter(|it| !it.bold && is_named(&it.name));
    parts.extend(labels.map(|it| Part { head: it.key, body: it.body, is_title: false }));
    parts.retain(|it| !it.is_title && !reader.doc.at(it.body.trimmed(reader.doc.text())).is_empty());
    parts
}

/// The first line that names work: a bare "none" names none.
fn first_work(reader: &Reader, body: Span) -> Option<Span> {
    let is_work = |text: &str| text.split_whitespace().count() > 1 && !blocked::is_nothing(text);
    reader.sentences(body).find(|(_, text)| is_work(text)).map(|(span, _)| span)
}

/// The first line in which somebody has the work.
fn held(reader: &Reader, body: Span) -> Option<Span> {
    let doc = reader.doc;
    let inside = doc.passages_in(body).filter(|it| !doc.passages()[*it].place.is_heading());
    let lines = inside.flat_map(|it| &doc.passages()[it].content).flat_map(|it| it.lines(doc.text()));
    let mut lines = lines.map(|it| it.trimmed(doc.text())).filter(|it| !it.is_empty());
    lines.find(|line| {
        let text = doc.prose().clean(*line);
        person::has_handle(text) || person::leading(text).is_some()
    })
}

/// A status update of one person: who wrote it has what stands in it. Who wrote a hand-over has it no longer.
fn in_header(reader: &mut Reader) {
    let is_handed_on = ["handoff", "handover", "hand-off", "hand-over"].iter().any(|it| reader.stem().contains(it));
    let is_named = |it: &&crate::document::Field| {
        holds(HOLDERS, &it.name)
            && !(is_handed_on && matches!(&*it.name, "author" | "from" | "who"))
            && (person::has_handle(&it.text) || person::is_person(&it.text))
    };
    if let Some(field) = reader.doc.fields().iter().find(is_named) {
        let span = Span::new(field.key.start, field.value.end.max(field.key.end));
        let quote = super::short(reader.doc.at(span));
        reader.say_as(Holder, 1, span, quote);
    }
}

fn in_table(reader: &mut Reader) {
    for table in reader.doc.tables() {
        let Some(column) = table.column(&HOLDERS.split(", ").collect::<Vec<_>>()) else { continue };
        let cells = table.rows.iter().filter_map(|it| it.cells.get(column));
        let named =
            cells.filter(|it| person::is_person(reader.doc.at(**it)) || person::has_handle(reader.doc.at(**it)));
        if let Some(cell) = named.copied().next() {
            reader.say(Question::Holder, 1, cell);
        }
    }
}

/// That nothing is blocked is an answer.
fn say_blocked(reader: &mut Reader, part: Part) {
    let text = reader.doc.text();
    let Some(line) = part.body.lines(text).map(|it| it.trimmed(text)).find(|it| !it.is_empty()) else { return };
    let words = reader.doc.at(line).trim_matches(|it: char| !it.is_alphanumeric());
    if !words.is_empty() && !words.eq_ignore_ascii_case("tbd") {
        let lines = reader.doc.lines();
        let is_beside = lines.index(part.head.start) == lines.index(line.start);
        let quote = super::short(reader.doc.at(if is_beside { Span::new(part.head.start, line.end) } else { line }));
        reader.say_as(Blocked, 0, line, quote);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_written_as_headings_are_compared() {
        let all = [super::NOW, super::BLOCKED];
        all.iter().flat_map(|it| it.split(", ")).for_each(|it| assert_eq!(crate::words::heading::normalise(it), it));
    }
}
