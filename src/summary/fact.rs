//! Facts that a document declares for others, and those that it takes over.

use super::Spot;
use crate::document::Document;

/// How a fact is written down.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A comment: `pingless: fact …`, `pingless: assumes …`.
    #[default]
    Marker,
    /// A row of a table.
    Row,
    /// A link to the anchor of the fact.
    Link,
    /// `assumes:` in front matter.
    FrontMatter,
}

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
    /// When it ends, as it is written.
    pub until: Option<String>,
    /// Who or what decided it.
    pub decided_by: Option<String>,
    /// The fact or the page that took its place.
    pub superseded_by: Option<String>,
    /// What running text calls it.
    pub aliases: Vec<String>,
    pub form: Form,
    /// Where its value stands.
    pub spot: Spot,
    /// Where `since` stands, without the key.
    pub since_spot: Option<Spot>,
    /// The comment or the row.
    pub whole: Spot,
    /// The only amount of its dimension in the sentence that the marker stands behind.
    pub beside: Option<Stated>,
}

/// A fact of another document that this one relies on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Import {
    pub id: String,
    /// What is assumed, as it is written; none where only the fact is named.
    pub value: Option<String>,
    /// Who answers for the assumption.
    pub owner: Option<String>,
    /// When somebody last compared it, as it is written.
    pub seen: Option<String>,
    pub form: Form,
    /// Where its value stands; its id where no value is written.
    pub spot: Spot,
    /// Where `seen` stands, without the key.
    pub seen_spot: Option<Spot>,
    /// The comment, the row, the link, or the item of front matter.
    pub whole: Spot,
    /// The file that a link names, from the root of the repository.
    pub target: Option<String>,
    /// What the constant on the next line says, where the marker has `at=`.
    pub constant: Option<Constant>,
    /// The only amount of its dimension in the sentence that the marker stands behind.
    pub beside: Option<Stated>,
}

/// An amount in a sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stated {
    /// As it is written.
    pub value: String,
    pub spot: Spot,
}

/// A constant that is held against what is assumed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Constant {
    /// As it is written, with the unit that the marker gives it; none where the next line holds nothing of the kind.
    pub value: Option<String>,
    /// The constant, or the expression that did not find it.
    pub spot: Spot,
}

pub fn exports(_doc: &Document) -> Vec<Export> {
    Vec::new()
}

pub fn imports(_doc: &Document) -> Vec<Import> {
    Vec::new()
}
