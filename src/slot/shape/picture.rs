//! What it looks like: a screenshot or a recording, in the text or behind a link. A badge is neither.

use super::{By, Evidence};
use crate::document::Document;
use crate::words::address;

pub fn shown(doc: &Document) -> Vec<Evidence> {
    let pictures = doc
        .links()
        .iter()
        .filter(|link| !address::is_badge(&link.target) && (link.image || address::leads_to_picture(&link.target)));
    pictures.map(|link| Evidence { span: link.span, by: By::Image }).collect()
}
