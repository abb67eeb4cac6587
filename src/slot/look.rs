//! Looks for one slot in a document, as a reader would: header, headings, shapes, prose.

use std::collections::HashSet;

use super::shape::Shape;
use super::{Answer, By, Doubts, Evidence, Slot, State, fill, measure};
use crate::document::{Document, Section, TYPED_MARK};
use crate::finding::Confidence;
use crate::text::Span;
use crate::words::english::placeholder::is_placeholder;
use crate::words::english::template;
use crate::words::heading;

/// A reader needs no more places than this to believe it.
const ENOUGH_EVIDENCE: usize = 8;

/// Nobody announces one thing in more places and says it behind those alone.
const MOST_PLACES: usize = 256;

/// What only says that it is still to be written is short.
const LONGEST_GAP: usize = 60;

pub fn look(doc: &Document, slot: &Slot) -> Answer {
    let (full, part, is_announced) = in_structure(doc, slot);
    further(doc, slot, full, part, is_announced)
}

/// The same for whoever asks only whether the text states it, and how sure that is: where a field or a heading does, no
/// further place is looked for.
pub fn look_briefly(doc: &Document, slot: &Slot) -> Answer {
    let (full, part, is_announced) = in_structure(doc, slot);
    if full.is_empty() {
        return further(doc, slot, full, part, is_announced);
    }
    let (slot, state, confidence) = (slot.name.clone(), State::Present, Confidence::High);
    Answer { slot, state, confidence, evidence: full, value: None }
}

/// What fields and headings say, of all of it and of a part, and whether a heading announces it.
fn in_structure(doc: &Document, slot: &Slot) -> (Vec<Evidence>, Vec<Evidence>, bool) {
    let mut full: Vec<Evidence> = Vec::new();
    let mut part: Vec<Evidence> = Vec::new();
    in_fields(doc, slot, &mut full);
    let mut is_announced = false;
    for (place, body) in announced(doc, slot) {
        is_announced = true;
        if slot.is_to_be_given && template::is_declined_or_unknown(doc.at(body)) {
            continue;
        }
        match fill::fill(doc, body) {
            State::Present => full.push(place),
            State::Partial => part.push(place),
            State::Absent => {}
        }
    }
    (full, part, is_announced)
}

/// What shapes and prose say besides.
fn further(
    doc: &Document,
    slot: &Slot,
    mut full: Vec<Evidence>,
    mut part: Vec<Evidence>,
    is_announced: bool,
) -> Answer {
    full.extend(slot.shapes.iter().flat_map(|shape| (shape.find)(doc)));
    part.extend(slot.partly.iter().flat_map(|shape: &&Shape| (shape.find)(doc)));
    in_prose(doc, slot, &mut full, &mut part);
    if full.is_empty() {
        full.extend(typed_heading(doc, slot));
    }
    let (state, mut evidence) = match (full.is_empty(), part.is_empty()) {
        (false, _) => (State::Present, full),
        (true, false) => (State::Partial, part),
        (true, true) => (State::Absent, Vec::new()),
    };
    evidence.sort_by_key(|it| (it.span.start, it.by));
    let mut last = None;
    let is_in_next_line = |it: &Evidence| {
        let line = Some(doc.line(it.span.start));
        std::mem::replace(&mut last, line) != line
    };
    let evidence: Vec<Evidence> = evidence.into_iter().filter(is_in_next_line).take(ENOUGH_EVIDENCE).collect();
    let confidence = match (&slot.doubts, state) {
        (Some(doubts), State::Absent) if doc.is_english() && !is_announced => without(doc, doubts),
        _ => confidence(doc, state, &evidence, is_announced),
    };
    let value = slot.shapes.iter().find_map(|shape| measure::of(shape.name, doc)).map(|it| it.value);
    Answer { slot: slot.name.clone(), state, confidence, evidence, value }
}

/// A heading whose mark is followed by a space that does not break, as some keyboards make it: renderers show it as text, and a
/// reader understands what is said below it.
fn typed_heading(doc: &Document, slot: &Slot) -> Option<Evidence> {
    let mut found = doc.typed_marks().iter().map(|at| {
        let line = doc.line_around(*at);
        (line, at + TYPED_MARK.len())
    });
    let is_it = |(line, start): &(Span, usize)| {
        let is_mark = doc.text()[line.start..*start - TYPED_MARK.len()].bytes().all(|it| it == b'#');
        let below = doc.text()[line.end..].trim_start().chars().next();
        // A mark with nothing behind it ends behind its line, as that is trimmed.
        let words = doc.text().get(*start..line.end).unwrap_or_default();
        is_mark && below.is_some_and(|it| it != '#') && slot.headings.announce(&heading::normalise(words))
    };
    found.find(is_it).map(|(span, _)| Evidence { span, by: By::Heading })
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
    for field in doc.fields().iter().filter(|field| slot.is_field(&field.name)) {
        if !field.text.is_empty() && !is_placeholder(&field.text) {
            full.push(Evidence { span: field.key, by: By::Metadata });
        }
    }
}

/// The headings and labels of a slot, each with the text that it announces.
pub fn announced<'d>(doc: &'d Document, slot: &'d Slot) -> impl Iterator<Item = (Evidence, Span)> + 'd {
    let is_it = |section: &&Section| {
        slot.headings.announce(&section.name)
            || section.before_mark.as_ref().is_some_and(|it| slot.headings.announce(it))
            || section.in_brackets.as_ref().is_some_and(|it| slot.headings.contains(it))
    };
    let sections = doc.sections().iter().filter(is_it).take(MOST_PLACES);
    let sections = sections.map(|it| (Evidence { span: it.heading, by: By::Heading }, it.body));
    let labels = doc.labels().iter().filter(|label| slot.headings.announce(&label.name)).take(MOST_PLACES);
    let labels = labels.map(|it| (Evidence { span: it.key, by: By::Heading }, doc.announced_by(it)));
    sections.chain(labels)
}

fn in_prose(doc: &Document, slot: &Slot, full: &mut Vec<Evidence>, part: &mut Vec<Evidence>) {
    let prose = doc.prose();
    let hits = slot.phrases.find(prose.text());
    if hits.is_empty() {
        return;
    }
    // A box that nobody ticked says nothing.
    let unticked: HashSet<usize> =
        doc.items().iter().filter(|item| item.task == Some(false)).filter_map(|item| item.passage).collect();
    for hit in hits {
        let passage = prose.passage_at(hit.range.start);
        if unticked.contains(&passage) {
            continue;
        }
        let place = doc.passages()[passage].place;
        let span = prose.span(hit.range);
        // A heading announces; it does not state. The title alone says something: the first heading is a sentence.
        if place.is_heading() && !is_title(doc, span) {
            continue;
        }
        // "TODO" is no part of an answer.
        if prose.passage(passage).len() <= LONGEST_GAP && doc.once(prose.passage(passage), template::is_unwritten) {
            continue;
        }
        // Neither does a label over nothing.
        let label = doc.label_at(span.start).filter(|label| label.key.contains(span));
        if label.is_some_and(|label| fill::is_blank(doc, label)) {
            continue;
        }
        let evidence = Evidence { span, by: By::of(place) };
        if hit.list == 0 { full.push(evidence) } else { part.push(evidence) }
    }
}

fn is_title(doc: &Document, span: Span) -> bool {
    doc.title().is_some_and(|title| title.heading.contains(span))
}
