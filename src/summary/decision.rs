//! Decisions: what a record or a row of a log says of itself and of others.

use super::Spot;
use crate::document::Document;
use crate::kind::Recognised;

/// A decision that somebody wrote down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decision {
    /// What others call it: `12`, `ADR-0012`, `PEP 8`.
    pub id: String,
    pub title: String,
    pub spot: Spot,
}

/// The decision that the whole document records.
pub fn of(_doc: &Document, _path: &str, _recognised: &Recognised) -> Option<Decision> {
    None
}

/// The decisions of a log, and those that an index lists.
pub fn log(_doc: &Document, _path: &str) -> Vec<Decision> {
    Vec::new()
}
