//! `rules/ask/blocked-without-unblocker.md`

use std::ops::Range;

use crate::document::{Document, Said};
use crate::finding::Findings;
use crate::text::Span;
use crate::words::english::{blocked, person, placeholder};
use crate::words::sentence::count_words;

/// More words tell what is in the way.
const LONGEST: usize = 12;

pub fn check(doc: &Document, found: &mut Findings) {
    // In another language nobody here knows what ends the waiting.
    if !doc.is_english() {
        return;
    }
    let prose = doc.prose();
    let parts = doc.under(blocked::PARTS);
    let mut seen: Vec<Range<usize>> = Vec::new();
    for part in &parts {
        for piece in pieces(doc, *part) {
            if is_open(doc, &piece) {
                found.flag(prose.span(piece.clone()), "by whom, or by what?");
            }
            seen.push(piece);
        }
    }
    for Said { sentence, found: at, .. } in doc.in_statements_with(&blocked::WORDS, blocked::find) {
        // Parts and their pieces stand one behind the other.
        let last = seen.partition_point(|it| it.start <= sentence.range.start).checked_sub(1);
        let is_seen = last.is_some_and(|last| sentence.range.end <= seen[last].end);
        let Some(at) = at.filter(|_| !is_seen) else { continue };
        let said = sentence.range.start + at.start..sentence.range.end;
        // What goes on in the same paragraph may say it.
        let passage = prose.passage_range(sentence.passage);
        if is_open(doc, &said) && is_open(doc, &(said.start..passage.end)) {
            // In running text what blocks is often a thing that everybody there knows.
            found.flag(prose.span(said), "by whom, or by what?").unsure();
        }
    }
}

/// The items of a part, or its paragraphs; each with what hangs below it.
fn pieces(doc: &Document, part: Span) -> Vec<Range<usize>> {
    let prose = doc.prose();
    // An item begins with its indentation, and a part may not.
    let line = doc.lines().around(part.start, doc.text()).start;
    let first = doc.items().partition_point(|it| it.span.start < line);
    let within = doc.items()[first..].iter().take_while(|it| it.span.start < part.end);
    let outer = within.filter(|it| part.contains(it.span.trimmed(doc.text())) && !it.quoted);
    let is_outer = |parent: Option<usize>| parent.is_none_or(|parent| !part.contains(doc.items()[parent].span));
    let items: Vec<Range<usize>> =
        outer.filter(|it| is_outer(it.parent)).map(|it| prose.clean_range(it.span.trimmed(doc.text()))).collect();
    match items.is_empty() {
        true => vec![prose.clean_range(part.trimmed(doc.text()))],
        false => items,
    }
}

/// Whether somebody waits, and nothing says for what could end it.
fn is_open(doc: &Document, piece: &Range<usize>) -> bool {
    let text = &doc.prose().text()[piece.clone()];
    let words = count_words(text);
    words > 0
        && words <= LONGEST
        && text.contains(char::is_alphabetic)
        && !blocked::is_nothing(text)
        && !placeholder::is_placeholder(text)
        && !blocked::names_an_end(text)
        && !doc.is_specific(piece.clone())
        && !person::names_someone(text)
        && person::mentioned(text).is_none()
        && !has_name(text)
}

/// A capital letter inside names a person, a team or a product.
fn has_name(text: &str) -> bool {
    let mut words = text.split_whitespace().skip(1);
    words.any(|word| word.starts_with(char::is_uppercase) && word.len() > 1)
}
