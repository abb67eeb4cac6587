//! Shapes that show a slot without naming it: numbered steps, a log, a clock time with its zone.
//! A page lists them by name; each is one function from a document to the places where it is seen.

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
pub static SHAPES: &[Shape] = &[Shape { name: "code-block", find: code_block }, Shape { name: "image", find: image }];

pub fn named(name: &str) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| shape.name == name)
}

fn code_block(doc: &Document) -> Vec<Evidence> {
    let filled = doc.code().iter().filter(|code| !code.body.trimmed(doc.text()).is_empty());
    filled.map(|code| Evidence { span: code.span, by: By::Code }).collect()
}

fn image(doc: &Document) -> Vec<Evidence> {
    doc.links().iter().filter(|link| link.image).map(|link| Evidence { span: link.span, by: By::Image }).collect()
}
