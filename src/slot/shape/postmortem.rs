//! What a report says of its incident: how severe it was, who noticed it.

use super::{By, Evidence, said};
use crate::document::{Document, Place};
use crate::words::english::stage::{self, Stage};

/// A level of severity: "SEV-1", "P2".
pub fn severity(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, stage::find_severity);
    let headings = doc.sections().iter().filter(|it| stage::find_severity(&it.title).is_some());
    places.extend(headings.map(|it| Evidence { span: it.heading, by: By::Title }));
    places
}

/// Somebody or something noticed: told in the timeline, or in a sentence.
pub fn noticed(doc: &Document) -> Vec<Evidence> {
    let event = doc.reached(Stage::Detected).map(|event| Evidence { span: event.at, by: By::List });
    let mut places: Vec<Evidence> = event.into_iter().collect();
    let told = said::places(doc, stage::find_notice);
    places.extend(told.into_iter().filter(|it| it.by != By::of(Place::Heading(1))));
    places
}
