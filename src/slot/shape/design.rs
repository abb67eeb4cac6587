//! What a proposal says beside its design: what it aims at, what comes later, and which group it belongs to.

use super::{By, Evidence};
use crate::document::Document;
use crate::slot::{State, fill};

/// Aims are half of a measure of success: they seldom say how one can tell.
const GOALS: &[&str] = &["goal", "objective", "design goal", "goals and non-goal", "project goal", "key objective"];

/// What is left for later is half of a plan.
const OUTLOOK: &[&str] = &[
    "future work",
    "future possibility",
    "future direction",
    "implementation",
    "implementation detail",
    "implementation note",
    "impact on existing code",
    "follow-up",
    "future",
    "unresolved question",
];

/// What the author wants to reach.
pub fn goals(doc: &Document) -> Vec<Evidence> {
    filled(doc, GOALS)
}

/// What is to be done after this.
pub fn outlook(doc: &Document) -> Vec<Evidence> {
    filled(doc, OUTLOOK)
}

/// A group stands in the header where a person might.
pub fn owning_team(doc: &Document) -> Vec<Evidence> {
    let is_team = |name: &str| {
        ["team", "owning-sig", "owning sig", "group", "working group", "squad", "sig", "shepherd-team"].contains(&name)
    };
    let teams = doc.fields().iter().filter(|field| is_team(&field.name) && !field.text.is_empty());
    teams.map(|field| Evidence { span: field.value, by: By::Metadata }).collect()
}

fn filled(doc: &Document, names: &[&str]) -> Vec<Evidence> {
    let parts = doc.under(names).into_iter().filter(|part| fill::fill(doc, *part) != State::Absent);
    parts.map(|part| Evidence { span: part.trimmed(doc.text()), by: By::Heading }).collect()
}
