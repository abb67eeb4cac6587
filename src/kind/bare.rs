//! Reports so short that their wording says little: who complains and says nothing else reports a fault.

use std::sync::Arc;

use thin_vec::thin_vec;

use super::{By, Kind, Recognised, SURE};
use crate::document::{Document, Sentence};
use crate::text::Origin;
use crate::words::english::complaint;

/// The kind of such a report.
const REPORT: &str = "bug-report";

/// Sentences and words of a title; whoever writes more says more.
const MOST_SENTENCES: usize = 4;
const MOST_WORDS: usize = 5;

/// An issue or a message that is a complaint and nothing else: no code, no link, no list.
pub(super) fn read<'k>(doc: &Document, mut kinds: impl Iterator<Item = &'k Kind>) -> Option<Recognised> {
    let is_said = matches!(doc.source().origin, Origin::Issue | Origin::Message);
    let is_plain = || {
        doc.code().is_empty()
            && doc.links().is_empty()
            && doc.items().is_empty()
            && doc.prose().sentences().len() <= MOST_SENTENCES
    };
    if !is_said || !is_plain() || !is_complaint(doc) || !kinds.any(|kind| kind.name == REPORT) {
        return None;
    }
    Some(Recognised {
        kind: Some(Arc::from(REPORT)),
        confidence: SURE,
        because: thin_vec!["it says that something fails, and nothing else".to_owned()],
        by: By::Wording,
        is_story: false,
    })
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
