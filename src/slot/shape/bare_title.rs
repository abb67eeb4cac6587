//! A text that is its title and nothing else.

use crate::document::Document;
use crate::text::Span;

/// Whether nothing that a reader sees stands below the title, or the title once more.
pub fn is_title_alone(doc: &Document) -> bool {
    let Some(title) = doc.title() else { return false };
    let is_beside = |span: Span| !title.heading.contains(span);
    let is_again = |span: Span| doc.at(span).trim().eq_ignore_ascii_case(title.title.trim());
    let mut passages = doc.passages().iter().map(|it| it.span).filter(|it| is_beside(*it));
    doc.code().iter().all(|it| !is_beside(it.span))
        && doc.links().iter().all(|it| !is_beside(it.span))
        && passages.all(is_again)
}
