//! What makes a message answerable: whom it speaks to, what it is about, what was tried, until when.

use super::{By, Evidence, said};
use crate::document::{Document, Said, Sentence, Stand};
use crate::text::Span;
use crate::words::english::{addressee, ask, attempt, conversation, needed_by};
use crate::words::sentence::count_words;
use crate::words::version;

/// A handle, or a name at the head of the message.
pub fn named_addressee(doc: &Document) -> Vec<Evidence> {
    // "As of: 2026-11-20 17:00 UTC" is the head of a message, and calls nobody.
    let is_field = |said: &Sentence| {
        let start = doc.prose().span(said.range.clone()).start;
        doc.label_at(start).is_some_and(|it| it.key.contains(Span::new(start, start + 1)))
    };
    let opens = |(said, text): &(&Sentence, &str)| {
        !said.place.is_heading() && (addressee::find(text, true).is_some() || !is_field(said))
    };
    let first = doc.own_sentences().find(opens);
    let called = first.and_then(|(sentence, text)| said::within(doc, sentence, addressee::find(text, true)?));
    let is_first = |it: &Said<_>| first.is_some_and(|(first, _)| first == it.sentence);
    let named = doc.in_sentences(|it| addressee::find(it, false)).filter(|it| doc.is_own(it.index) && !is_first(it));
    let named = named.filter_map(|it| said::within(doc, it.sentence, it.found?));
    called.into_iter().chain(named).collect()
}

/// Anybody who reads it.
pub fn anybody(doc: &Document) -> Vec<Evidence> {
    said::places(doc, addressee::find_anybody)
}

/// A statement beside the question: enough to know what it is about.
pub fn background(doc: &Document) -> Vec<Evidence> {
    let is_statement = |sentence: &str| {
        let words = count_words(sentence);
        (words > 5 && ask::find(sentence).is_none() && !conversation::points_elsewhere(sentence))
            .then_some(0..sentence.len())
    };
    let mut places = said::places(doc, is_statement);
    places.retain(|place| place.by != By::Title);
    places
}

/// Words of a question that carries its background in itself.
const LONG: usize = 18;

/// A long question carries something of its background.
pub fn long_question(doc: &Document) -> Vec<Evidence> {
    let mut places =
        said::places(doc, |sentence| (sentence.split_whitespace().count() > LONG).then_some(0..sentence.len()));
    places.retain(|place| place.by != By::Title);
    places
}

/// Something that can be looked up: a link, a block, a version.
pub fn lookup(doc: &Document) -> Vec<Evidence> {
    let links =
        doc.links().iter().map(|link| Evidence { span: link.span, by: if link.image { By::Image } else { By::Link } });
    let mut out: Vec<Evidence> = links.collect();
    out.extend(said::places(doc, version::find));
    out
}

/// A name in code or in quotation marks, that a reader can search for.
pub fn searchable(doc: &Document) -> Vec<Evidence> {
    let prose = doc.prose();
    let masks = prose.masks(0..prose.text().len());
    let named = masks.filter(|(stand, _)| matches!(stand, Stand::Code | Stand::Quotation | Stand::Log));
    named
        .map(|(stand, span)| Evidence { span, by: if stand == Stand::Quotation { By::Prose } else { By::Code } })
        .collect()
}

pub fn tried(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, attempt::find);
    places.retain(|place| place.by != By::Title);
    places
}

pub fn needed_by(doc: &Document) -> Vec<Evidence> {
    said::places(doc, needed_by::find)
}

pub fn hurry(doc: &Document) -> Vec<Evidence> {
    said::places(doc, needed_by::find_soft)
}
