//! `rules/refer/opaque-link.md`

use std::collections::HashSet;

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::shape::{chat, reference};
use crate::text::Span;
use crate::words::address;
use crate::words::address::private::{self, Reach};
use crate::words::english::motive;

pub fn check(doc: &Document, found: &mut Findings) {
    let mut places = reference::bare(doc);
    if places.is_empty() {
        return;
    }
    // Nobody gets there at all, and other rules ask for that.
    let shut =
        doc.links().iter().filter(|link| doc.once(&link.target, private::reach).is_some_and(|it| it != Reach::Members));
    let shut = shut.map(|link| link.span).chain(chat::bare_messages(doc)).chain(chat::only_records(doc));
    // "Add the filter by name" and the page of that filter: it tells what is added, and nobody follows it for a reason.
    let adds = doc.title().is_some_and(|it| motive::adds(&it.title));
    let pages = doc.links().iter().filter(|link| adds && address::is_documentation(&link.target));
    let passed: HashSet<Span> = shut.chain(pages.map(|link| link.span)).collect();
    places.retain(|place| !passed.contains(&place.span));
    if let Some((first, further)) = places.split_first() {
        let flag = found.flag(first.span, "no sentence beside it says why");
        for place in further {
            flag.and(place.span, "nor beside this one");
        }
    }
}
