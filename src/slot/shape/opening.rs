//! What a text says before its first section.

use super::{By, Evidence};
use crate::document::{Document, Place};

/// Fewer words introduce nothing.
const ENOUGH_WORDS: usize = 12;

/// A paragraph under the title, before any other heading.
pub fn paragraph(doc: &Document) -> Vec<Evidence> {
    let title = doc.title().map(|title| title.heading);
    let opening = doc.passages().iter().enumerate().skip_while(|(_, it)| Some(it.span) == title);
    let opening = opening.take_while(|(_, it)| !it.place.is_heading());
    let is_long = |index: usize| doc.prose().passage(index).split_whitespace().count() >= ENOUGH_WORDS;
    let long = opening.filter(|(index, it)| it.place == Place::Paragraph && is_long(*index));
    long.map(|(_, it)| Evidence { span: it.span, by: By::Prose }).collect()
}
