//! `rules/refer/chat-only-decision.md`

use crate::document::{Document, Link, Sentence};
use crate::finding::Findings;
use crate::text::Span;
use crate::words::address;
use crate::words::english::{conversation, verdict};

/// More words than these beside the links say themselves what was decided.
const MOST_WORDS: usize = 3;

/// Headings and labels of what was decided, and of why.
const DECISION: &[&str] = &[
    "decision",
    "decision outcome",
    "decision made",
    "final decision",
    "outcome",
    "verdict",
    "resolution",
    "conclusion",
    "conclusion/resolution",
    "approval",
    "sign-off",
    "agreement",
    "rationale",
    "reason",
    "reasoning",
    "justification",
    "why",
    "root cause",
];

pub fn check(doc: &Document, found: &mut Findings) {
    for place in places(doc) {
        found.flag(place, "this is all that is said of it");
    }
}

/// The links that are the only record of a decision or of its reason.
pub fn places(doc: &Document) -> Vec<Span> {
    if !doc.links().iter().any(|link| is_room(doc, link)) {
        return Vec::new();
    }
    let mut places: Vec<Span> = doc.under(DECISION).into_iter().filter_map(|part| only_link(doc, part)).collect();
    let prose = doc.prose();
    places.extend(prose.sentences().iter().enumerate().filter_map(|(index, it)| reason_elsewhere(doc, index, it)));
    places.sort();
    places.dedup();
    places
}

fn is_room(doc: &Document, link: &Link) -> bool {
    !link.image && doc.once(&link.target, address::leads_to_room)
}

/// The first link of a part that holds nothing but links into rooms, and a topic.
fn only_link(doc: &Document, part: Span) -> Option<Span> {
    let links = doc.links_in(part);
    let text = doc.prose().clean(part);
    let is_empty =
        doc.code_in(part).is_empty() && conversation::words_beside_chat(text) <= MOST_WORDS && !verdict::is_given(text);
    let first = links.first().filter(|_| is_empty && links.iter().all(|link| is_room(doc, link)))?;
    Some(first.span)
}

/// The link of a sentence that sends its reader elsewhere for the reason, where no other sentence beside it gives one.
fn reason_elsewhere(doc: &Document, index: usize, sentence: &Sentence) -> Option<Span> {
    let text = |it: &Sentence| doc.prose().said(it);
    if sentence.place.is_heading() || !verdict::is_sent_elsewhere(text(sentence)) {
        return None;
    }
    let links = doc.links_in(doc.prose().span(sentence.range.clone()));
    let beside = [index.checked_sub(1), Some(index + 1)].into_iter().flatten();
    let mut beside =
        beside.filter_map(|it| doc.prose().sentences().get(it)).filter(|it| it.passage == sentence.passage);
    let first = links.first().filter(|_| links.iter().all(|link| is_room(doc, link)))?;
    (!beside.any(|it| conversation::gives_reason(text(it)))).then_some(first.span)
}
