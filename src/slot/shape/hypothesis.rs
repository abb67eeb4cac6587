//! What the author takes for the cause.

use super::{Evidence, said};
use crate::document::Document;
use crate::words::cause;

pub fn cause(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, cause::find);
    places.retain(|place| {
        !doc.section_at(place.span.start).is_some_and(|section| is_output(&section.name) && section.parent.is_some())
    });
    places
}

/// What stands below "Error message" was said by a program.
fn is_output(name: &str) -> bool {
    name.split(' ').any(|word| matches!(word, "error" | "log" | "output" | "message" | "traceback" | "stack" | "query"))
}
