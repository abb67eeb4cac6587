//! `rules/when/perishable-now.md`

use crate::document::{Document, Place};
use crate::finding::Findings;
use crate::words::english::perishable;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    for sentence in prose.sentences().iter().filter(|it| !matches!(it.place, Place::Heading(_))) {
        let start = sentence.range.start;
        let Some(now) = perishable::find(&prose.text()[sentence.range.clone()]) else { continue };
        let span = prose.span(start + now.range.start..start + now.range.end);
        if doc.written_at(span.start).is_some() {
            continue;
        }
        let label = if now.is_makeshift { "until when?" } else { "as of which date or version?" };
        let flag = found.flag(span, label);
        if !now.is_makeshift {
            flag.unsure();
        }
    }
}
