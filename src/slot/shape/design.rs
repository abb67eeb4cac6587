//! What a proposal says beside its design: what it aims at, what comes later, and which group it belongs to.

use super::{By, Evidence, line};
use crate::document::{Document, Place};
use crate::slot::{State, fill};
use crate::words::english::person;
use crate::words::heading;

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
];

/// What the author wants to reach.
pub fn goals(doc: &Document) -> Vec<Evidence> {
    filled(doc, GOALS)
}

/// The whole in a few words: it holds the proposal, if not its details.
pub fn summary(doc: &Document) -> Vec<Evidence> {
    filled(doc, &["summary", "abstract", "simple summary", "short summary", "executive summary", "tl dr", "tldr"])
}

/// So many sections describe something, whatever they are called.
pub fn many_sections(doc: &Document) -> Vec<Evidence> {
    const MANY: usize = 8;
    const WORDS: usize = 400;
    let sections = doc.sections();
    let is_long = sections.len() >= MANY && doc.has_words(WORDS);
    sections.last().filter(|_| is_long).map(|it| Evidence { span: it.heading, by: By::Heading }).into_iter().collect()
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

/// Names alone below the title, as authors sign: one a line, before anything else.
pub fn byline(doc: &Document) -> Vec<Evidence> {
    let Some(title) = doc.title() else { return Vec::new() };
    let below = doc.passages().iter().filter(|it| it.span.start >= title.heading.end);
    let Some(first) = below.take(1).find(|it| it.place == Place::Paragraph && !it.quoted) else { return Vec::new() };
    let lines = first.content.iter().flat_map(|piece| line::within(doc, *piece));
    let signed = lines.take_while(|(_, text)| person::is_full_name(text.trim_end_matches(['\\', ' ', ','])));
    signed.map(|(span, _)| Evidence { span, by: By::Prose }).collect()
}

fn filled(doc: &Document, names: &[&str]) -> Vec<Evidence> {
    let sections = doc.sections().iter().filter(|it| names.iter().any(|name| heading::is_titled(&it.name, name)));
    let filled = sections.filter(|it| fill::fill(doc, it.body) != State::Absent);
    filled.map(|it| Evidence { span: it.heading, by: By::Heading }).collect()
}
