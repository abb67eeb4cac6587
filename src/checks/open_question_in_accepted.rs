//! `rules/decide/open-question-in-accepted.md`

use crate::document::{Document, Item};
use crate::finding::Findings;
use crate::slot::standing;
use crate::text::Span;

const QUESTIONS: &[&str] = &[
    "open question",
    "unresolved question",
    "unresolved question and bikeshedding",
    "open issue",
    "outstanding question",
    "unresolved issue",
    "open point",
    "unresolved",
    "remaining question",
    "pending question",
    "question to resolve",
];

/// A text about one decision, which is taken.
const DECISION: &[&str] = &["decision", "decision outcome"];

pub fn check(doc: &Document, found: &mut Findings) {
    let parts = doc.under(QUESTIONS);
    if parts.is_empty() || !standing::is_settled(doc) {
        return;
    }
    let is_record = doc.sections().iter().any(|section| DECISION.contains(&section.name.as_str()));
    let prose = doc.prose();
    // What is asked of one option was asked before the choice.
    let is_of_option = |part: &Span| {
        let mut names = doc.sections_around(part.start).map(|it| it.name.as_str());
        names.any(|it| it.starts_with("option ") || it.starts_with("alternative"))
    };
    for part in parts.into_iter().filter(|it| !is_of_option(it)) {
        let mut open: Vec<Span> = Vec::new();
        for index in doc.passages_in(part) {
            let passage = &doc.passages()[index];
            let is_asked = prose.passage(index).trim_end().ends_with('?');
            let is_open = || !is_done(doc, index) && !is_answered(doc, index);
            if is_asked && !passage.place.is_heading() && is_open() {
                open.push(passage.span);
            }
        }
        let Some((first, others)) = open.split_first() else { continue };
        let flag = found.flag(*first, "nothing answers it");
        if !is_record {
            // The archives of the best proposals keep their questions as they were asked.
            flag.unsure();
        }
        for other in others {
            flag.and(*other, "nor this");
        }
    }
}

/// The item that a passage is the words of.
fn item<'d>(doc: &'d Document, index: usize) -> Option<&'d Item> {
    doc.items_around(doc.passages()[index].span).next().filter(|item| item.passage == Some(index))
}

/// Something stands below the question, in its own item.
fn is_answered(doc: &Document, index: usize) -> bool {
    item(doc, index).is_some_and(|item| doc.passages_in(item.span).len() > 1)
}

/// Struck out or ticked.
fn is_done(doc: &Document, index: usize) -> bool {
    let start = doc.passages()[index].span.start;
    let is_ticked = || item(doc, index).is_some_and(|item| item.task == Some(true));
    doc.is_struck(Span::new(start, start)) || is_ticked()
}
