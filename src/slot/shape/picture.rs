//! Pictures: an image shows what words would have to describe; a screenshot or a recording may stand behind a link.

use super::{By, Evidence};
use crate::document::{Document, Link};
use crate::words::address;

/// Any image in the text.
pub fn image(doc: &Document) -> Vec<Evidence> {
    those(doc, |link| link.image)
}

/// What a thing looks like, in the text or behind a link. A badge shows nothing of it.
pub fn shown(doc: &Document) -> Vec<Evidence> {
    those(doc, |link| !address::is_badge(&link.target) && (link.image || address::shows_something(&link.target)))
}

fn those(doc: &Document, is_picture: impl Fn(&Link) -> bool) -> Vec<Evidence> {
    let pictures = doc.links().iter().filter(|link| is_picture(link));
    pictures.map(|link| Evidence { span: link.span, by: By::Image }).collect()
}
