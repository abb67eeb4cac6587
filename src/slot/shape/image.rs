//! Pictures: a screenshot shows what words would have to describe.

use super::{By, Evidence};
use crate::document::Document;

pub fn any(doc: &Document) -> Vec<Evidence> {
    doc.links().iter().filter(|link| link.image).map(|link| Evidence { span: link.span, by: By::Image }).collect()
}
