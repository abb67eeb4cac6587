//! What the author wants of the reader.

use super::{By, Evidence, said};
use crate::document::Document;
use crate::words::english::ask;

/// A plea or a question in the text. A title in the form of a question names a topic.
pub fn plea(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, ask::find);
    places.retain(|it| it.by != By::Title);
    places
}

/// What the author of a change wants of its reviewer.
pub fn of_reviewer(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, ask::find_beside_change);
    places.retain(|it| it.by != By::Title);
    places
}

/// A sentence below the title that ends in a question mark, however short. A wish in other words asks nothing.
pub fn open_question(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, |sentence| {
        let is_asked = sentence.trim_end().ends_with('?') && sentence.contains(char::is_alphabetic);
        is_asked.then_some(0..sentence.len())
    });
    places.retain(|it| it.by != By::Title);
    places
}

/// A title that is a question, or a text that leaves one open.
pub fn question(doc: &Document) -> Vec<Evidence> {
    let titles = doc.own_sentences().filter(|(sentence, _)| sentence.place.is_heading());
    titles.filter_map(|(sentence, text)| said::within(doc, sentence, ask::find(text)?)).collect()
}
