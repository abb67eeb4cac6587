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
        let place = if target.path.is_empty() { path.to_owned() } else { resolved(path, &target)? };
        Some(Link { path: place, fragment: target.fragment, spot: Spot::of(doc, link.span) })
    });
    local.collect()
}

/// Where a target leads from a file; none where it leaves the repository.
pub fn resolved(from: &str, target: &local::Local) -> Option<String> {
    let base = if target.is_rooted { "" } else { local::folder(from) };
    let mut parts: Vec<&str> = base.split('/').filter(|it| !it.is_empty()).collect();
    for part in target.path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
