//! Facts that a document declares for others, and those that it takes over.

use super::Spot;
use crate::document::Document;

/// A fact that others may rely on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Export {
    /// `auth.token.refresh`
    pub id: String,
    /// As it is written.
    pub value: String,
    pub owner: Option<String>,
    /// Since when it holds, as it is written.
    pub since: Option<String>,
    /// Who or what decided it.
    pub decided_by: Option<String>,
    /// What running text calls it.
    pub aliases: Vec<String>,
    /// Where its value stands.
    pub spot: Spot,
}

/// A fact of another document that this one relies on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Import {
    pub id: String,
    /// What is assumed, as it is written; none where only the fact is named.
    pub value: Option<String>,
    /// When somebody last compared it, as it is written.
    pub seen: Option<String>,
    pub spot: Spot,
}

pub fn exports(_doc: &Document) -> Vec<Export> {
    Vec::new()
}

pub fn imports(_doc: &Document) -> Vec<Import> {
    Vec::new()
}
