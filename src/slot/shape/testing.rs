//! How the change was checked: told, listed as commands, or at least mentioned.

use super::{By, Evidence, said};
use crate::document::{Document, Stand};
use crate::words::english::verification;

pub fn told(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, verification::find);
    places.retain(|place| place.by != By::Title);
    places.extend(commands(doc));
    places
}

/// Tests that the change adds or touches; whether they ran is not said.
pub fn mentioned(doc: &Document) -> Vec<Evidence> {
    said::places(doc, verification::find_mention)
}

/// `cargo test` as inline code.
fn commands(doc: &Document) -> Vec<Evidence> {
    let prose = doc.prose();
    let code = prose.masks(0..prose.text().len()).filter(|(stand, _)| *stand == Stand::Code).map(|(_, span)| span);
    let tests = code.filter(|span| verification::find(doc.at(*span)).is_some());
    tests.map(|span| Evidence { span, by: By::Code }).collect()
}
