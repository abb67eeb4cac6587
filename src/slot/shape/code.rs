//! Code that stands in a block of its own.

use super::{By, Evidence};
use crate::document::Document;

/// A code block with something in it.
pub fn block(doc: &Document) -> Vec<Evidence> {
    let filled = doc.code().iter().filter(|code| !code.body.trimmed(doc.text()).is_empty());
    filled.map(|code| Evidence { span: code.span, by: By::Code }).collect()
}
