//! Looks for one slot in a document, as a reader would: header, headings, shapes, prose.

use super::shape::Shape;
use super::{Answer, By, Doubts, Evidence, Slot, State, fill};
use crate::document::{Document, Place, Section};
use crate::finding::Confidence;
use crate::text::Span;
use crate::words::english::placeholder::is_placeholder;
use crate::words::heading;

/// A reader needs no more places than this to believe it.
const ENOUGH_EVIDENCE: usize = 8;

pub fn look(doc: &Document, slot: &Slot) -> Answer {
    let mut full: Vec<Evidence> = Vec::new();
    let mut part: Vec<Evidence> = Vec::new();
    in_fields(doc, slot, &mut full);
    let mut is_announced = false;
    for (place, body) in announced(doc, slot) {
        is_announced = true;
        match fill::fill(doc, body) {
            State::Present => full.push(place),
            State::Partial => part.push(place),
            State::Absent => {}
        }
    }
    full.extend(slot.shapes.iter().flat_map(|shape| (shape.find)(doc)));
    part.extend(slot.partly.iter().flat_map(|shape: &&Shape| (shape.find)(doc)));
    in_prose(doc, slot, &mut full, &mut part);
    let (state, mut evidence) = match (full.is_empty(), part.is_empty()) {
        (false, _) => (State::Present, full),
        (true, false) => (State::Partial, part),
        (true, true) => (State::Absent, Vec::new()),
    };
    evidence.sort_by_key(|it| (it.span.start, it.by));
    evidence.dedup_by_key(|it| doc.line(it.span.start));
    evidence.truncate(ENOUGH_EVIDENCE);
    let confidence = match (&slot.doubts, state) {
        (Some(doubts), State::Absent) if doc.is_english() && !is_announced => without(doc, doubts),
        _ => confidence(doc, state, &evidence, is_announced),
    };
    Answer { slot: slot.name.clone(), state, confidence, evidence }
}

/// Absence is sure where a heading announces the slot over nothing; otherwise prose may say it in words we do not know.
fn confidence(doc: &Document, state: State, evidence: &[Evidence], is_announced: bool) -> Confidence {
    let by_structure = evidence.iter().any(|it| it.by != By::Prose);
    match state {
        State::Present if by_structure || evidence.len() > 1 => Confidence::High,
        State::Present | State::Partial => Confidence::Medium,
        State::Absent if !doc.is_english() => Confidence::Low,
        State::Absent if is_announced => Confidence::High,
        State::Absent => Confidence::Medium,
    }
}

/// An absence that not even a weak sign speaks against is sure.
fn without(doc: &Document, doubts: &Doubts) -> Confidence {
    let is_in_doubt = !doubts.phrases.find(doc.prose().text()).is_empty()
        || doubts.shapes.iter().any(|shape| !(shape.find)(doc).is_empty());
    if is_in_doubt { Confidence::Medium } else { Confidence::High }
}

fn in_fields(doc: &Document, slot: &Slot, full: &mut Vec<Evidence>) {
    for field in doc.fields().iter().filter(|field| slot.fields.contains(&field.name)) {
        if !field.text.is_empty() && !is_placeholder(&field.text) {
            full.push(Evidence { span: field.key, by: By::Metadata });
        }
    }
}

/// The headings and labels of a slot, each with the text that it announces.
fn announced<'d>(doc: &'d Document, slot: &'d Slot) -> impl Iterator<Item = (Evidence, Span)> + 'd {
    // "Motivation: why is this necessary?" is the motivation.
    let begins =
        |title: &str| title.split_once(": ").is_some_and(|(it, _)| is_announced(slot, &heading::normalise(it)));
    let is_it = move |section: &&Section| is_announced(slot, &section.name) || begins(&section.title);
    let sections = doc.sections().iter().filter(is_it);
    let sections = sections.map(|it| (Evidence { span: it.heading, by: By::Heading }, it.body));
    let labels = doc.labels().iter().filter(|label| is_announced(slot, &label.name));
    let labels = labels.map(|it| (Evidence { span: it.key, by: By::Heading }, it.body));
    sections.chain(labels)
}

/// Whether a heading announces the slot. "Current action items" are action items, but "Future decision" is no decision:
/// only an entry of several words may stand at the end, after one other.
fn is_announced(slot: &Slot, name: &str) -> bool {
    slot.headings.iter().any(|entry| {
        let before = || name.strip_suffix(entry.as_str()).filter(|rest| rest.ends_with(' '));
        let is_end = || before().is_some_and(|rest| rest.trim_end().split(' ').count() == 1);
        heading::is_titled(name, entry) || entry.contains(' ') && is_end()
    })
}

fn in_prose(doc: &Document, slot: &Slot, full: &mut Vec<Evidence>, part: &mut Vec<Evidence>) {
    let prose = doc.prose();
    for hit in slot.phrases.find(prose.text()) {
        let place = doc.passages()[prose.passage_at(hit.range.start)].place;
        let span = prose.span(hit.range);
        // A heading announces; it does not state. The title alone says something: the first heading is a sentence.
        if matches!(place, Place::Heading(_)) && !is_title(doc, span) {
            continue;
        }
        let evidence = Evidence { span, by: By::of(place) };
        if hit.list == 0 { full.push(evidence) } else { part.push(evidence) }
    }
}

fn is_title(doc: &Document, span: Span) -> bool {
    doc.title().is_some_and(|title| title.heading.contains(span))
}
