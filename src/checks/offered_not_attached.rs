//! `rules/complete/offered-not-attached.md`

use crate::document::{Document, Said};
use crate::finding::Findings;
use crate::slot::shape;
use crate::words::english::offer::{self, Thing};

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    for Said { sentence, found: offer, .. } in shape::said(doc, offer::find) {
        let Some(offer) = offer.filter(|offer| !has(doc, offer.thing)) else { continue };
        let span = prose.span_in(sentence, &offer.range);
        let flag = found.flag(span, "offered, and not here");
        if offer.is_promised || offer.thing == Thing::Anything {
            // It may hang beside the text; and "more" is as often a courtesy.
            flag.unsure();
        }
        return;
    }
}

/// Whether the text holds the thing.
fn has(doc: &Document, thing: Thing) -> bool {
    let shapes: &[&str] = match thing {
        Thing::Output => &["program-output", "image"],
        Thing::Picture => &["image", "picture"],
        Thing::Source => &["source", "code-block", "runnable-link"],
        Thing::Anything => &["program-output", "image", "source", "code-block", "listed-steps", "announced-steps"],
    };
    shape::shows(doc, shapes)
}
