//! Links from a document to its neighbours.

use indexmap::IndexMap;

use super::Spot;
use crate::document::Document;
use crate::words::address::local;

/// A link that leads to another file of the same repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The file or folder from the root of the repository.
    pub path: Box<str>,
    /// Where it is led to first.
    pub spot: Spot,
}

/// Where a document at `path` leads besides itself, each once, in order. A table of contents has a link for every
/// heading, and thousands of documents wait for each other.
pub fn all(doc: &Document, path: &str) -> Vec<Link> {
    let mut first = IndexMap::new();
    for link in doc.links().iter().filter(|it| !it.image) {
        let target = local::parse(&link.target).filter(|it| !it.path.is_empty());
        if let Some(place) = target.and_then(|it| it.path_from(path)).filter(|it| it != path) {
            first.entry(place).or_insert_with(|| Spot::of(doc, link.span));
        }
    }
    first.into_iter().map(|(path, spot)| Link { path: path.into(), spot }).collect()
}
