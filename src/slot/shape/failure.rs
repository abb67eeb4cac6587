//! What was seen: a failure told in a sentence, or at least something that happened.

use super::{Evidence, said};
use crate::document::Document;
use crate::words::failure;

/// A sentence that says what failed, or what a thing does where it should do something else.
pub fn told(doc: &Document) -> Vec<Evidence> {
    said::places(doc, |sentence| {
        failure::find(sentence).filter(|_| words(sentence) > 2).or_else(|| failure::find_effect(sentence))
    })
}

/// Any statement of a few words: something is said, if not what.
pub fn statement(doc: &Document) -> Vec<Evidence> {
    said::places(doc, |sentence| (words(sentence) > 3).then_some(0..sentence.len()))
}

fn words(sentence: &str) -> usize {
    sentence.split_whitespace().count()
}
