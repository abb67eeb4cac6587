//! Shapes that show a slot without naming it: numbered steps, a log, a clock time with its zone.
//! A page lists them by name; each is one function from a document to the places where it is seen.

mod action;
mod code;
mod decision;
mod image;
mod opening;
mod people;
mod region;
mod time;

use super::{By, Evidence};
use crate::document::Document;

pub struct Shape {
    pub name: &'static str,
    pub find: fn(&Document) -> Vec<Evidence>,
}

impl std::fmt::Debug for Shape {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(self.name)
    }
}

/// Every shape that a page may name.
pub static SHAPES: &[Shape] = &[
    Shape { name: "code-block", find: code::block },
    Shape { name: "image", find: image::any },
    Shape { name: "opening-paragraph", find: opening::paragraph },
    Shape { name: "date", find: time::dated },
    Shape { name: "dated-slug", find: time::dated_slug },
    Shape { name: "timeline", find: time::timeline },
    Shape { name: "clock-time", find: time::clock_times },
    Shape { name: "time-zone", find: time::zone },
    Shape { name: "options", find: decision::options },
    Shape { name: "comparisons", find: decision::comparisons },
    Shape { name: "rejection", find: decision::rejection },
    Shape { name: "gains", find: decision::gains },
    Shape { name: "costs", find: decision::costs },
    Shape { name: "effects", find: decision::effects },
    Shape { name: "reasons", find: decision::reasons },
    Shape { name: "people-present", find: people::present },
    Shape { name: "people-with-initials", find: people::with_initials },
    Shape { name: "action-items", find: action::items },
    Shape { name: "each-action-owned", find: action::all_owned },
    Shape { name: "some-action-owned", find: action::some_owned },
    Shape { name: "each-action-dated", find: action::all_dated },
    Shape { name: "some-action-dated", find: action::some_dated },
];

pub fn named(name: &str) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| shape.name == name)
}
