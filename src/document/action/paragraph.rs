//! Actions that are told in paragraphs.

use super::{Action, Reader};
use crate::document::Place;
use crate::text::Span;
use crate::words::english::{action, template};

impl Reader<'_, '_> {
    /// A paragraph that begins with a label is one action.
    pub(super) fn labelled(&self) -> Vec<Action> {
        let doc = self.doc;
        let paragraphs = doc.passages().iter().enumerate().filter(|(_, it)| it.place == Place::Paragraph && !it.quoted);
        let task = |(index, passage): (usize, &crate::document::Passage)| {
            let text = doc.prose().passage(index);
            let label = action::label(text).filter(|it| it.is_sure || self.is_dated(passage.span.start))?;
            action::read(text)?;
            let told = self.told(passage.span, Place::Paragraph, text, &passage.raw(doc));
            Some(Action { is_task: true, is_marked: !label.is_note || told.has_owner || self.is_minutes(), ..told })
        };
        paragraphs.filter_map(task).collect()
    }

    /// A text that lists no actions may tell them below the heading of the list, or say that there are none.
    pub(super) fn narrated(&self) -> Vec<Action> {
        let doc = self.doc;
        let paragraphs = doc.passages().iter().filter(|it| it.place == Place::Paragraph && self.is_listed(it.span));
        let parts = self.listed.iter().map(|part| part.trimmed(doc.text()));
        let values = parts.filter(|part| doc.label_at(part.start).is_some_and(|label| label.value == *part));
        let spans = paragraphs.map(|it| it.span).chain(values);
        let told = |span: Span| self.told(span, Place::Paragraph, doc.prose().clean(span).trim(), doc.at(span));
        let is_told = |it: &Action| it.text.contains(char::is_alphanumeric) && !template::is_unwritten(&it.text);
        spans.map(told).filter(is_told).collect()
    }
}
