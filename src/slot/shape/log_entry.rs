//! What the entries of a decision log say: seen where at least half of them say it.

use super::{By, Evidence};
use crate::document::Document;
use crate::slot::entries::{self, Entry, Part};
use crate::text::Span;
use crate::words::english::tradeoff;

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

/// A part of that name, or a word that begins a reason.
pub fn reason(doc: &Document) -> Vec<Evidence> {
    let entries = entries::all(doc);
    let told = |it: &Entry| it.part(Part::Reason).or_else(|| because(doc, it.span));
    at_least_half(doc, &entries, entries.iter().filter_map(told).collect())
}

fn because(doc: &Document, entry: Span) -> Option<Span> {
    let mut inside = doc.passages_in(entry);
    inside.find(|index| tradeoff::says_why(doc.prose().passage(*index))).map(|index| doc.passages()[index].span)
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
    at_least_half(doc, &entries, entries.iter().filter_map(|it| it.part(part)).collect())
}

fn at_least_half(doc: &Document, entries: &[Entry], found: Vec<Span>) -> Vec<Evidence> {
    if found.len() * 2 < entries.len() {
        return Vec::new();
    }
    found.into_iter().map(|span| Evidence { span: span.trimmed(doc.text()), by: By::List }).collect()
}
