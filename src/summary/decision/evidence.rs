//! Where somebody can read how a decision came about.

use std::collections::HashSet;

use super::Spot;
use crate::document::{Document, Link};
use crate::text::Span;
use crate::words::address::{self, bare::bare_addresses};

/// A place outside of the record that it points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    pub target: String,
    pub sort: Sort,
    pub spot: Spot,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A page that stays: a document, a pull request, an issue.
    Page,
    /// A chat or a recording: nobody finds it again, and not everybody may read it.
    Chat,
}

/// Fields that say where it was talked over.
const FIELDS: &[&str] = &[
    "discussion",
    "discussions-to",
    "discussion-to",
    "discussed",
    "review",
    "decision note",
    "decision",
    "pr",
    "rfc pr",
    "pull request",
    "implementation pr",
    "issue",
    "rust issue",
    "ticket",
    "tracking issue",
    "link",
    "reference",
    "evidence",
    "minute",
    "meeting",
    "meeting note",
    "thread",
    "approval",
    "resolution",
    "vote",
    "decided in",
    "source",
    "forum thread",
    "mailing list",
];

/// No more are kept of one record.
const MOST: usize = 6;

pub fn of(doc: &Document) -> Vec<Evidence> {
    let fields = doc.fields().iter().filter(|it| FIELDS.contains(&it.name.as_str())).map(|it| it.value);
    let mut found: Vec<Evidence> = fields.flat_map(|span| within(doc, span)).collect();
    let talks = |it: &&Link| !it.image && (address::leads_to_thread(&it.target) || address::leads_to_room(&it.target));
    found.extend(doc.links().iter().filter(talks).map(|it| evidence(doc, it)));
    let mut seen: HashSet<String> = HashSet::new();
    found.retain(|it| seen.insert(it.target.clone()));
    found.truncate(MOST);
    found.shrink_to_fit();
    found
}

/// The links of a part, and in front matter the bare addresses.
pub fn within(doc: &Document, part: Span) -> Vec<Evidence> {
    let links = doc.links_in(part).iter().filter(|it| !it.image && !it.target.starts_with('#'));
    let mut found: Vec<Evidence> = links.map(|it| evidence(doc, it)).collect();
    if found.is_empty() {
        for span in bare_addresses(doc.text(), part) {
            let target = doc.at(span).to_owned();
            found.push(Evidence { sort: sort(&target), target, spot: Spot::of(doc, span) });
        }
    }
    found
}

fn evidence(doc: &Document, link: &Link) -> Evidence {
    Evidence { target: link.target.clone(), sort: sort(&link.target), spot: Spot::of(doc, link.span) }
}

fn sort(target: &str) -> Sort {
    match address::leads_to_room(target) {
        true => Sort::Chat,
        false => Sort::Page,
    }
}
