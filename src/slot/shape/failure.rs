//! What was seen: a failure told in a sentence, or at least a statement of some length.

use super::{Evidence, said};
use crate::document::Document;
use crate::words::english::{ask, failure};

/// A sentence that says what failed, or what a thing does where it should do something else.
pub fn told(doc: &Document) -> Vec<Evidence> {
    said::places(doc, failure::find_told)
}

/// A statement long enough to describe something, in words that we do not know.
pub fn statement(doc: &Document) -> Vec<Evidence> {
    said::places(doc, |sentence| {
        let is_ask = ask::find(sentence).is_some();
        (!is_ask && failure::words_beside_complaint(sentence) > STATEMENT_WORDS).then_some(0..sentence.len())
    })
}

/// Fewer words than these are a greeting, a complaint or a name.
const STATEMENT_WORDS: usize = 3;
