//! What the entries of a decision log say: seen where at least half of them say it.

use super::{By, Evidence};
use crate::document::Document;
use crate::slot::entries::{self, Part};

pub fn decision(doc: &Document) -> Vec<Evidence> {
    // The heading or the row is the decision, if nothing in it is called so.
    entries::all(doc).into_iter().map(|it| Evidence { span: it.name, by: By::List }).collect()
}

pub fn date(doc: &Document) -> Vec<Evidence> {
    most(doc, Part::Date)
}

pub fn owner(doc: &Document) -> Vec<Evidence> {
    most(doc, Part::Owner)
}

pub fn state(doc: &Document) -> Vec<Evidence> {
    most(doc, Part::State)
}

pub fn reason(doc: &Document) -> Vec<Evidence> {
    most(doc, Part::Reason)
}

pub fn affected(doc: &Document) -> Vec<Evidence> {
    most(doc, Part::Affected)
}

pub fn deadline(doc: &Document) -> Vec<Evidence> {
    most(doc, Part::Deadline)
}

pub fn discussion(doc: &Document) -> Vec<Evidence> {
    most(doc, Part::Discussion)
}

/// States that are explained for the whole log.
pub fn legend(doc: &Document) -> Vec<Evidence> {
    let legends = doc.sections().iter().filter(|it| ["status", "state", "legend"].contains(&it.name.as_str()));
    legends.map(|it| Evidence { span: it.heading, by: By::Heading }).collect()
}

fn most(doc: &Document, part: Part) -> Vec<Evidence> {
    let entries = entries::all(doc);
    let found: Vec<Evidence> = entries
        .iter()
        .filter_map(|it| it.part(part))
        .map(|span| Evidence { span: span.trimmed(doc.text()), by: By::List })
        .collect();
    if found.len() * 2 >= entries.len() { found } else { Vec::new() }
}
