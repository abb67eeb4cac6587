//! Reports so short that their wording says little: who complains and says nothing else reports a fault.

use thin_vec::thin_vec;

use super::{Kind, Recognised, SURE};
use crate::document::{Document, Sentence};
use crate::text::Origin;
use crate::words::english::complaint;

/// The kind of such a report, and of an issue that asks and says of what as little.
const REPORT: &str = "bug-report";
const QUESTION: &str = "question";

/// Words of an issue that may say nothing, its title with them.
const MOST_OF_EMPTY: usize = 12;

/// Sentences and words of a title; whoever writes more says more.
const MOST_SENTENCES: usize = 4;
const MOST_WORDS: usize = 5;

/// An issue or a message that is a complaint and nothing else: no code, no link, no list.
pub(super) fn read<'k>(doc: &Document, kinds: impl Iterator<Item = &'k Kind>) -> Option<Recognised> {
    let is_said = matches!(doc.source().origin, Origin::Issue | Origin::Message);
    let is_plain = || {
        doc.code().is_empty()
            && doc.links().is_empty()
            && doc.items().is_empty()
            && doc.prose().sentences().len() <= MOST_SENTENCES
    };
    if !is_said || !is_plain() {
        return None;
    }
    let (kind, because) = match (is_complaint(doc), is_empty(doc)) {
        (true, _) => (REPORT, "it says that something fails, and nothing else"),
        (false, true) if is_of_fault(doc) => (REPORT, "it says that something fails, in words that fit every fault"),
        (false, true) if asks(doc) => (QUESTION, "it asks for help, in words that fit every question"),
        (false, _) => return None,
    };
    Recognised::worded(kind, kinds, SURE, thin_vec![because.to_owned()])
}

/// Whether an issue holds no word that could be looked up.
fn is_empty(doc: &Document) -> bool {
    let sentences = doc.prose().sentences();
    let words: usize = sentences.iter().map(|it| doc.prose().said(it).split_whitespace().count()).sum();
    let is_short = doc.source().origin == Origin::Issue && (1..=MOST_OF_EMPTY).contains(&words);
    is_short && doc.title().is_some() && sentences.iter().all(|it| complaint::is_empty(doc.prose().said(it)))
}

fn is_of_fault(doc: &Document) -> bool {
    doc.prose().sentences().iter().any(|it| complaint::names_fault(doc.prose().said(it)))
}

fn asks(doc: &Document) -> bool {
    doc.prose().sentences().iter().any(|it| complaint::asks(doc.prose().said(it)))
}

fn is_complaint(doc: &Document) -> bool {
    let complains = |sentence: &Sentence| complaint::is_all(doc.prose().said(sentence));
    let adds_nothing = |sentence: &Sentence| {
        let text = doc.prose().said(sentence);
        let is_title = sentence.place.is_heading() && text.split_whitespace().count() <= MOST_WORDS;
        is_title || complaint::is_beside(text)
    };
    let mut sentences = doc.prose().sentences().iter();
    sentences.clone().any(complains) && sentences.all(|it| complains(it) || adds_nothing(it))
}
