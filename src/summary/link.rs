//! Links from a document to its neighbours.

use super::Spot;
use crate::document::Document;
use crate::words::address::local;

/// A link that leads to a file of the same repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The file or folder from the root of the repository; the document itself for a bare fragment.
    pub path: String,
    pub fragment: Option<String>,
    pub spot: Spot,
}

/// The local links of a document at `path`, in order.
pub fn all(doc: &Document, path: &str) -> Vec<Link> {
    let links = doc.links().iter().filter(|it| !it.image);
    let local = links.filter_map(|link| {
        let target = local::parse(&link.target)?;
        let place = if target.path.is_empty() { path.to_owned() } else { target.path_from(path)? };
        Some(Link { path: place, fragment: target.fragment, spot: Spot::of(doc, link.span) })
    });
    local.collect()
}
