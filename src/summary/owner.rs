//! Who answers for a document.

use super::Spot;
use crate::document::Document;

/// Somebody who answers for a document, as it is written there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owner {
    pub name: String,
    pub spot: Spot,
}

pub fn all(_doc: &Document) -> Vec<Owner> {
    Vec::new()
}
