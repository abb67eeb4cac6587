//! `rules/complete/vague-title.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::words::english::vague_title;

pub fn check(doc: &Document, found: &mut Findings) {
    let Some(subject) = doc.subject() else { return };
    let title = doc.at(subject);
    let is_part = doc.sections().len() > 1 && vague_title::is_of_form(title);
    if vague_title::names_nothing(title) && !is_part {
        found.flag(subject, "this would fit a hundred others");
    }
}
