//! Things that somebody is to do: whether each has an owner, whether each has a day.

use super::{By, Evidence};
use crate::document::{Action, Document, Place};

/// Tasks, promises, and whatever stands under a heading for things to do.
pub fn items(doc: &Document) -> Vec<Evidence> {
    some(doc, |_| true)
}

/// Each has an owner. What is done, or not there to do, needs none.
pub fn all_owned(doc: &Document) -> Vec<Evidence> {
    all(doc, Action::has_owner)
}

/// At least one has an owner.
pub fn some_owned(doc: &Document) -> Vec<Evidence> {
    some(doc, Action::has_owner)
}

/// Each has a day, whenever it is read. What is done, or not there to do, needs none.
pub fn all_dated(doc: &Document) -> Vec<Evidence> {
    all(doc, Action::has_date)
}

/// At least one has a day.
pub fn some_dated(doc: &Document) -> Vec<Evidence> {
    some(doc, Action::has_due)
}

fn all(doc: &Document, holds: impl Fn(&Action) -> bool) -> Vec<Evidence> {
    let holds = |it: &Action| !it.is_open() || holds(it);
    if doc.actions().iter().all(holds) { some(doc, holds) } else { Vec::new() }
}

fn some(doc: &Document, holds: impl Fn(&Action) -> bool) -> Vec<Evidence> {
    doc.actions().iter().filter(|it| holds(it)).map(|it| Evidence { span: it.span, by: by(it) }).collect()
}

fn by(action: &Action) -> By {
    match action.place {
        Place::Item => By::List,
        Place::Cell => By::Table,
        Place::Paragraph | Place::Heading(_) => By::Prose,
    }
}
