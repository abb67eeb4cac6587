//! What a change does and by what means.

use super::{By, Evidence, said};
use crate::document::Document;
use crate::words::english::{change, reason};

/// A sentence or a title that says what is changed.
pub fn what(doc: &Document) -> Vec<Evidence> {
    said::places(doc, |sentence| {
        (sentence.split_whitespace().count() > 1).then(|| change::find(sentence).unwrap_or(0..sentence.len()))
    })
}

/// Two or more changes told below the title, or one with code beside it.
pub fn how(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, change::find);
    places.retain(|place| place.by != By::Title);
    let has_code = doc.code().iter().any(|code| !code.body.trimmed(doc.text()).is_empty());
    if places.len() > 1 || has_code { places } else { Vec::new() }
}

/// A reason in words, below the title or in it.
pub fn why(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, reason::find);
    places.retain(|place| place.by != By::Title);
    places
}
