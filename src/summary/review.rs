//! When a document has to be looked at again.

use super::Spot;
use crate::document::Document;

/// What a document says of its own review.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Review {
    pub spot: Spot,
}

pub fn of(_doc: &Document) -> Option<Review> {
    None
}
