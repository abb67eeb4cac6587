//! Things that somebody is to do: which lines are such, whether each has an owner, whether each has a day.

use super::{By, Evidence, region};
use crate::document::{Document, Item, Place};
use crate::text::Span;
use crate::words::assignment;

/// Headings and labels over things to do.
const TO_DO: &[&str] = &[
    "action item",
    "action",
    "current action",
    "action point",
    "follow-up",
    "followup",
    "follow up",
    "follow-up action",
    "follow-up item",
    "next step",
    "todo",
    "to do",
    "to-do",
    "task",
    "remediation",
    "corrective action",
    "preventive action",
    "preventive measure",
    "preventative measure",
    "recommended action",
];

/// Openings of a line that make it a thing to do.
const MARKS: &[&str] = &["todo:", "todo ", "ai:", "action:", "action item:", "task:", "a.i.:"];

/// One thing to do.
struct Action<'d> {
    span: Span,
    /// Its line, and what hangs below it.
    text: &'d str,
    clean: &'d str,
    by: By,
    /// It stands in a person's own section, or in a row that names one.
    has_own_person: bool,
}

/// Tasks, promises, and whatever stands under a heading for things to do.
pub fn items(doc: &Document) -> Vec<Evidence> {
    actions(doc).into_iter().map(|it| Evidence { span: it.span, by: it.by }).collect()
}

/// Each has an owner, or the text says that there is nothing to do.
pub fn all_owned(doc: &Document) -> Vec<Evidence> {
    let nothing = nothing_to_do(doc);
    if nothing.is_empty() { all(&actions(doc), is_owned) } else { nothing }
}

/// At least one has an owner.
pub fn some_owned(doc: &Document) -> Vec<Evidence> {
    some(&actions(doc), is_owned)
}

/// Each has a day, whenever it is read, or the text says that there is nothing to do.
pub fn all_dated(doc: &Document) -> Vec<Evidence> {
    let nothing = nothing_to_do(doc);
    if nothing.is_empty() { all(&actions(doc), |it| assignment::has_exact_day(it.clean)) } else { nothing }
}

/// "None." where things to do would stand, and no thing to do anywhere.
fn nothing_to_do(doc: &Document) -> Vec<Evidence> {
    const NOTHING: &[&str] = &["none", "nothing", "no actions", "no action items", "no new actions", "no updates"];
    let is_nothing = |clean: &str| NOTHING.contains(&clean.trim_end_matches('.').to_lowercase().as_str());
    if !actions(doc).iter().all(|it| is_nothing(it.clean)) {
        return Vec::new();
    }
    let parts = region::under(doc, TO_DO);
    let said = parts.into_iter().filter(|part| is_nothing(doc.prose().clean(*part).trim()));
    said.map(|span| Evidence { span: span.trimmed(doc.text()), by: By::Prose }).collect()
}

/// At least one has a day.
pub fn some_dated(doc: &Document) -> Vec<Evidence> {
    some(&actions(doc), |it| assignment::has_day(it.clean))
}

fn is_owned(action: &Action) -> bool {
    action.has_own_person || assignment::has_owner(action.text) || assignment::has_owner(action.clean)
}

fn all(actions: &[Action], holds: impl Fn(&Action) -> bool) -> Vec<Evidence> {
    if actions.iter().all(&holds) { some(actions, holds) } else { Vec::new() }
}

fn some(actions: &[Action], holds: impl Fn(&Action) -> bool) -> Vec<Evidence> {
    actions.iter().filter(|it| holds(it)).map(|it| Evidence { span: it.span, by: it.by }).collect()
}

fn actions<'d>(doc: &'d Document) -> Vec<Action<'d>> {
    let parts = region::under(doc, TO_DO);
    let is_under = |span: Span| parts.iter().any(|part| part.contains(span));
    let mut actions: Vec<Action> = Vec::new();
    for item in doc.items().iter().filter(|item| !item.quoted) {
        let Some(index) = item.passage else { continue };
        let clean = doc.prose().passage(index);
        let is_nested = item.parent.is_some_and(|parent| is_under(doc.items()[parent].span));
        if clean.is_empty() || is_nested {
            continue;
        }
        let by = match (is_under(item.span), item.task) {
            (true, task) if task != Some(true) => By::List,
            (false, Some(false)) => By::List,
            (false, None) if is_marked(clean) || assignment::is_promise(clean) => By::Prose,
            _ => continue,
        };
        actions.push(Action {
            span: item.span,
            text: doc.at(item.span),
            clean,
            by,
            has_own_person: person_above(doc, item),
        });
    }
    for table in doc.tables().iter().filter(|table| is_under(table.span)) {
        let owner = table.column(&["owner", "assignee", "who", "responsible", "dri"]);
        for row in &table.rows {
            let named =
                owner.and_then(|column| row.cells.get(column)).is_some_and(|cell| !doc.at(*cell).trim().is_empty());
            let Some(span) = row.span else { continue };
            actions.push(Action {
                span,
                text: doc.at(span),
                clean: doc.at(span),
                by: By::Table,
                has_own_person: named,
            });
        }
    }
    if actions.is_empty() {
        for (index, passage) in doc.passages().iter().enumerate() {
            if passage.place == Place::Paragraph && is_under(passage.span) && !doc.prose().passage(index).is_empty() {
                let clean = doc.prose().passage(index);
                actions.push(Action {
                    span: passage.span,
                    text: doc.at(passage.span),
                    clean,
                    by: By::List,
                    has_own_person: false,
                });
            }
        }
    }
    actions
}

fn is_marked(clean: &str) -> bool {
    MARKS.iter().any(|mark| clean.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark)))
}

/// A list under `### @ada` is Ada's.
fn person_above(doc: &Document, item: &Item) -> bool {
    doc.sections_around(item.span.start).any(|section| section.title.trim().starts_with('@'))
}
