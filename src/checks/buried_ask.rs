//! `rules/ask/buried-ask.md`

use std::ops::Range;

use crate::document::{Document, Place};
use crate::finding::Findings;
use crate::words::english::ask;
use crate::words::sentence::count_words;

/// A shorter message is read to its end.
const LONG: usize = 150;
/// So many paragraphs at either end of a message are read by everybody.
const READ: usize = 2;
/// A paragraph of fewer words at the end is a greeting or a name.
const FEWEST_WORDS: usize = 6;
/// More asks than this are the course of the text.
const FEW: usize = 2;

pub fn check(doc: &Document, found: &mut Findings) {
    if !doc.has_words(LONG + 1) {
        return;
    }
    let prose = doc.prose();
    let asked = doc.in_sentences(ask::find).filter(|it| !courtesy(it.text)).map(|it| it.sentence);
    let asks: Vec<(usize, Range<usize>)> = asked.map(|it| (it.passage, it.range.clone())).collect();
    let paragraphs = paragraphs(doc);
    let place_of = |passage: usize| paragraphs.iter().position(|it| it.contains(&passage));
    let is_deep = |passage: usize| {
        place_of(passage).is_some_and(|at| (READ..paragraphs.len().saturating_sub(READ)).contains(&at))
    };
    let is_told = |passage: usize| {
        let span = doc.passages()[passage].span;
        doc.section_at(span.start).is_some_and(|it| it.level > 1)
            || doc.at(span).contains("**")
            || doc.label_at(span.start).is_some()
    };
    if asks.is_empty() || asks.len() > FEW || !asks.iter().all(|(passage, _)| is_deep(*passage) && !is_told(*passage)) {
        return;
    }
    let range = asks[0].1.clone();
    let before = count_words(&prose.text()[..range.start]);
    let after = count_words(&prose.text()[range.end..]);
    let flag = found.flag(prose.span(range), format!("{before} words stand before it, and {after} behind it"));
    // What is quoted, pasted and signed at the end of a mail is hard to tell from its last paragraphs.
    flag.unsure();
    for (_, other) in &asks[1..] {
        flag.and(prose.span(other.clone()), "and this");
    }
}

/// The paragraphs and lists of the message, each by its passages; without the names and greetings at its end.
fn paragraphs(doc: &Document) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut was_item = false;
    for (index, passage) in doc.passages().iter().enumerate() {
        let is_item = matches!(passage.place, Place::Item | Place::Cell);
        match (passage.place, out.last_mut()) {
            (Place::Heading(_), _) => {}
            _ if passage.quoted => {}
            (_, Some(last)) if is_item && was_item => last.end = index + 1,
            _ => out.push(index..index + 1),
        }
        was_item = is_item;
    }
    let is_short = |it: &Range<usize>| count_words(doc.prose().passage(it.start)) < FEWEST_WORDS;
    while out.last().is_some_and(|it| is_short(it) && it.len() == 1) {
        out.pop();
    }
    let first = out.iter().position(|it| !is_short(it) || it.len() > 1);
    out.split_off(first.unwrap_or(out.len()))
}

/// Thanks that stand where an ask might.
fn courtesy(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    ["thank", "appreciat", "let me know if", "grateful"].iter().any(|it| lower.contains(it))
}
