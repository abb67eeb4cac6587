//! What the author wants of the reader.

use super::{By, Evidence, said};
use crate::document::{Document, Place};
use crate::words::english::ask;

/// A plea or a question in the text. A title in the form of a question names a topic.
pub fn plea(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, ask::find);
    places.retain(|it| it.by != By::Title);
    places
}

/// A title that is a question, or a text that leaves one open.
pub fn question(doc: &Document) -> Vec<Evidence> {
    let titles = said::sentences(doc).filter(|(sentence, _)| matches!(sentence.place, Place::Heading(_)));
    titles.filter_map(|(sentence, text)| said::within(doc, sentence, ask::find(text)?)).collect()
}
