//! Slots whose answer is not written but counted: how long it took from one event to another.

use super::{By, Evidence};
use crate::document::Document;
use crate::words::date;

/// What was counted, and from what.
pub struct Measure {
    pub value: String,
    pub evidence: [Evidence; 2],
}

/// What a shape of this name counts; most count nothing.
pub fn of(shape: &str, doc: &Document) -> Option<Measure> {
    let length = match shape {
        "time-to-detect" => doc.time_to_detect(),
        "time-to-restore" => doc.time_to_restore(),
        _ => None,
    }?;
    let evidence = [length.from, length.to].map(|span| Evidence { span, by: By::List });
    Some(Measure { value: date::length(length.minutes), evidence })
}
