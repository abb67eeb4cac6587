//! What a thing should do that it does not do yet.

use super::{By, Evidence, said};
use crate::document::Document;
use crate::words::english::wish;

/// A sentence that says what should be, or a title that orders it.
pub fn told(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, wish::find);
    let title = doc.title().filter(|title| wish::find_in_title(&title.title).is_some());
    let title = title.filter(|_| places.iter().all(|it| it.by != By::Title));
    places.extend(title.map(|title| Evidence { span: title.heading, by: By::Title }));
    places
}
