//! What the author takes for the cause.

use super::{By, Evidence, said};
use crate::document::Document;
use crate::words::english::cause;

pub fn cause(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, cause::find);
    // A title is as often the program's own message: "… because no record was found".
    places.retain(|place| place.by != By::Title && !is_below_output(doc, place));
    places
}

/// What stands below "Error message" was said by a program.
fn is_below_output(doc: &Document, place: &Evidence) -> bool {
    let section = doc.section_at(place.span.start).filter(|section| section.parent.is_some());
    section.is_some_and(|section| is_output(&section.name))
}

fn is_output(name: &str) -> bool {
    name.split(' ').any(|word| matches!(word, "error" | "log" | "output" | "message" | "traceback" | "stack" | "query"))
}
