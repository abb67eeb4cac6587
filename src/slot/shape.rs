//! Shapes that show a slot without naming it: numbered steps, a log, a clock time with its zone.
//! A page lists them by name; each is one function from a document to the places where it is seen.

mod code;
mod image;

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
pub static SHAPES: &[Shape] =
    &[Shape { name: "code-block", find: code::block }, Shape { name: "image", find: image::any }];

pub fn named(name: &str) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| shape.name == name)
}
