//! The entries of a log: one decision each, as a row of a table, a section or an item that begins with a date.

use crate::document::{Document, Section, Table};
use crate::text::Span;
use crate::words::english::status;
use crate::words::{date, heading};

/// What a part of an entry holds, by the names that people give to it (normalised).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Decision,
    Date,
    Owner,
    State,
    Reason,
    Affected,
    Deadline,
    Discussion,
}

const PARTS: &[(Part, &[&str])] = &[
    (Part::Decision, &["decision", "choice", "what we decided", "decided", "resolution", "outcome"]),
    (Part::Date, &["date", "when", "decided on", "decision date", "effective", "effective from", "day"]),
    (
        Part::Owner,
        &[
            "owner",
            "decided by",
            "decider",
            "decision maker",
            "by",
            "who",
            "author",
            "approved by",
            "approver",
            "dri",
            "made by",
            "responsible",
            "decision owner",
            "participant",
        ],
    ),
    (Part::State, &["state", "status", "final", "decision status"]),
    (
        Part::Reason,
        &[
            "reason",
            "reasoning",
            "rationale",
            "why",
            "context",
            "justification",
            "motivation",
            "because",
            "background",
            "trade-off",
            "tradeoff",
            "problem",
            "driver",
            "note",
            "evidence",
            "basis",
            "why this",
        ],
    ),
    (
        Part::Affected,
        &[
            "affect",
            "affected",
            "impact",
            "consequence",
            "who is told",
            "told",
            "informed",
            "notified",
            "downstream",
            "implication",
            "affected team",
            "scope",
            "follow-up",
            "applies to",
        ],
    ),
    (
        Part::Deadline,
        &[
            "deadline",
            "feedback by",
            "comment by",
            "feedback deadline",
            "review by",
            "open until",
            "revisit",
            "objection by",
            "comments due",
        ],
    ),
    (
        Part::Discussion,
        &["discussion", "link", "reference", "source", "pr", "issue", "thread", "see", "ref", "evidence", "where"],
    ),
];

/// A line of more words tells the decision itself.
const LONGEST_LINE: usize = 12;

#[derive(Debug)]
pub struct Entry {
    /// The heading, the item or the row.
    pub span: Span,
    /// What it is called: its heading, its first line, the cell of the decision.
    pub name: Span,
    /// The parts that hold something, and where.
    pub parts: Vec<(Part, Span)>,
}

impl Entry {
    pub fn part(&self, part: Part) -> Option<Span> {
        self.parts.iter().find(|it| it.0 == part).map(|it| it.1)
    }
}

/// The entries in order: of several forms, the one that has most of them.
pub fn all(doc: &Document) -> Vec<Entry> {
    let forms = [sections(doc), rows(doc), items(doc)];
    forms.into_iter().max_by_key(Vec::len).unwrap_or_default()
}

/// Every part that a name stands for: "evidence" is a reason and a source.
fn named(name: &str) -> impl Iterator<Item = Part> + '_ {
    let is_it = move |entry: &str| heading::is_titled(name, entry);
    PARTS.iter().filter(move |(_, names)| names.iter().any(|entry| is_it(entry))).map(|(part, _)| *part)
}

/// Sections that hold a label or a heading of a known part, or that are called by a date or a number.
fn sections(doc: &Document) -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    let title = doc.title().map(|title| title.heading);
    for (index, section) in doc.sections().iter().enumerate() {
        let is_part = named(&section.name).next().is_some();
        if Some(section.heading) == title || is_part || is_about_the_log(section) || is_beside_decision(doc, section) {
            continue;
        }
        let mut parts: Vec<(Part, Span)> = Vec::new();
        let below = doc.sections()[index + 1..].iter().take_while(|it| it.heading.start < section.body.end);
        for sub in below.filter(|it| it.parent == Some(index)) {
            parts.extend(named(&sub.name).filter(|_| !is_empty(doc, sub.body)).map(|part| (part, sub.body)));
        }
        let labels = doc.labels();
        let first = labels.partition_point(|label| label.key.start < section.lead.start);
        for label in labels[first..].iter().take_while(|label| label.key.start < section.lead.end) {
            parts.extend(named(&label.name).filter(|_| !is_empty(doc, label.body)).map(|part| (part, label.body)));
        }
        let is_counted = has_count(&section.title) || has_number(&section.title);
        let is_dated = date::has_date(&section.title);
        if parts.is_empty() && !is_dated && !(is_counted && section.parent.is_some()) {
            continue;
        }
        if is_dated {
            parts.push((Part::Date, section.heading));
        }
        first_line(doc, section, &mut parts);
        found.push(Entry { span: Span::new(section.heading.start, section.body.end), name: section.heading, parts });
    }
    found
}

/// "2026-11-20, accepted": a short line below the heading.
fn first_line(doc: &Document, section: &Section, parts: &mut Vec<(Part, Span)>) {
    let Some(first) = doc.passages_in(section.lead).next() else { return };
    let text = doc.prose().passage(first);
    if text.split_whitespace().count() > LONGEST_LINE {
        let line = text.split_whitespace().take(LONGEST_LINE / 2).collect::<Vec<_>>().join(" ");
        if !date::has_date(&line) {
            return;
        }
    }
    let span = doc.passages()[first].span;
    if date::has_date(text) {
        parts.push((Part::Date, span));
        if status::standing(text).is_some() {
            parts.push((Part::State, span));
        }
    }
}

/// "12. Use one queue". "5.1 New files" is a place in an outline.
fn has_count(title: &str) -> bool {
    let digits = title.len() - title.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let is_outline =
        || title[digits..].strip_prefix('.').is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()));
    digits > 0 && !is_outline()
}

/// "ADR-001", "D12", "DL-3": a short id before the name.
fn has_number(title: &str) -> bool {
    let id = title.split([' ', ':', '.']).next().unwrap_or_default();
    id.len() <= 10 && id.starts_with(|it: char| it.is_alphabetic()) && id.ends_with(|it: char| it.is_ascii_digit())
}

/// Sections that explain the log.
fn is_about_the_log(section: &Section) -> bool {
    [
        "template", "format", "how ", "legend", "status", "state", "purpose", "about", "scope", "open ", "pending",
        "index",
    ]
    .iter()
    .any(|word| section.name.starts_with(word))
}

/// Whether a section stands below one that tells what was not decided, or what was read.
fn is_beside_decision(doc: &Document, section: &Section) -> bool {
    let parents = std::iter::successors(section.parent, |parent| doc.sections()[*parent].parent);
    let is_beside =
        |name: &str| ["alternative", "considered", "reference", "rejected"].iter().any(|it| name.starts_with(it));
    parents.into_iter().any(|parent| is_beside(&doc.sections()[parent].name))
}

fn rows(doc: &Document) -> Vec<Entry> {
    doc.tables()
        .iter()
        .filter(|table| table.column(&["decision", "decided"]).is_some())
        .flat_map(|it| of(doc, it))
        .collect()
}

fn of<'d>(doc: &'d Document, table: &'d Table) -> impl Iterator<Item = Entry> + 'd {
    let columns: Vec<Vec<Part>> = table.columns.iter().map(|name| named(name).collect()).collect();
    let decision = table.column(&["decision", "decided"]).unwrap_or(0);
    table.rows.iter().filter_map(move |row| {
        let name = *row.cells.get(decision)?;
        let parts = row.cells.iter().zip(&columns).filter(|(cell, _)| !is_empty(doc, **cell));
        let parts = parts.flat_map(|(cell, parts)| parts.iter().map(|part| (*part, *cell))).collect();
        Some(Entry { span: row.span?, name, parts })
    })
}

/// Items that begin with a date.
fn items(doc: &Document) -> Vec<Entry> {
    let mut found = Vec::new();
    for item in doc.items().iter().filter(|item| item.parent.is_none() && !item.quoted) {
        let Some(passage) = item.passage.map(|index| &doc.passages()[index]) else { continue };
        let text = doc.at(passage.span).trim_start_matches(['*', '_', '`', '[', '(']);
        if date::mentions(text).first().is_some_and(|it| it.range.start == 0) {
            found.push(Entry { span: item.span, name: passage.span, parts: vec![(Part::Date, passage.span)] });
        }
    }
    found
}

fn is_empty(doc: &Document, span: Span) -> bool {
    super::fill::fill(doc, span) == super::State::Absent
}
