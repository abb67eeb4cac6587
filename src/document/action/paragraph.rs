//! Actions that are told in paragraphs.

use super::{Action, Owner, Reader, agenda};
use crate::document::Place;
use crate::text::Span;
use crate::words::english::{action, template};

/// An open box, where no list makes one of it.
const BOX: &str = "[ ] ";

impl Reader<'_, '_> {
    /// A paragraph, or a line of one, that begins with a label is one action.
    pub(super) fn labelled(&self) -> Vec<Action> {
        let doc = self.doc;
        let prose = doc.prose();
        let mut out = Vec::new();
        for sentence in prose.sentences().iter().filter(|it| it.place == Place::Paragraph) {
            let passage = &doc.passages()[sentence.passage];
            let range = prose.passage_range(sentence.passage);
            // At its beginning the whole paragraph is the action.
            let is_whole = sentence.range.start == range.start;
            let range = if is_whole { range } else { sentence.range.clone() };
            let text = &prose.text()[range.clone()];
            let Some(label) = action::label(text).filter(|it| it.is_sure || self.is_dated(passage.span.start)) else {
                continue;
            };
            if passage.quoted || action::read(text).is_none() {
                continue;
            }
            let span = if is_whole { passage.span } else { prose.span(range) };
            let told = self.told(span, Place::Paragraph, text, &doc.at(span).replace('\n', " "));
            let is_marked = !label.is_note || told.has_owner() || doc.is_minutes();
            out.push(Action { is_task: true, is_marked, ..told });
        }
        out
    }

    /// Boxes without a list around them, each a line of its own in minutes: "[ ] Ada to send the numbers".
    pub(super) fn boxes(&self) -> Vec<Action> {
        let doc = self.doc;
        if !doc.is_minutes() {
            return Vec::new();
        }
        let paragraphs = doc.passages().iter().filter(|it| it.place == Place::Paragraph && !it.quoted && !it.broken);
        let paragraphs = paragraphs.filter(|it| doc.at(it.span).starts_with(BOX));
        let mut out = Vec::new();
        for span in paragraphs.flat_map(|it| it.span.lines(doc.text())) {
            let span = span.trimmed(doc.text());
            let Some(rest) = doc.at(span).strip_prefix(BOX) else { continue };
            let span = Span::new(span.end - rest.trim_start().len(), span.end);
            let text = doc.prose().clean(span).trim();
            let is_talk = || self.is_for_talk(span.start) || self.is_on_agenda(span.start) || agenda::asks(text);
            if !self.is_dated(span.start) || action::read(text).is_none() || is_talk() {
                continue;
            }
            let told = self.told(span, Place::Paragraph, text, doc.at(span));
            out.push(Action { is_task: true, is_marked: true, ..told });
        }
        out
    }

    /// What a note between other words asks of somebody by name: "(TODO: Ada, could you check this?)".
    pub(super) fn noted(&self) -> Vec<Action> {
        let prose = self.doc.prose();
        let notes = self.doc.in_sentences_with(&action::NOTE_WORDS, action::notes_to_people);
        let notes =
            notes.flat_map(|it| it.found.into_iter().map(move |range| (it.sentence, &it.text[range.clone()], range)));
        let found = notes.map(|(sentence, text, range)| {
            let span = prose.span_in(sentence, &range);
            let told = self.told(span, Place::Paragraph, text, self.doc.at(span));
            Action { owner: Owner::Someone, is_task: true, is_marked: true, ..told }
        });
        found.filter(|it| self.is_dated(it.span.start)).collect()
    }

    /// A text that lists no actions may tell them below the heading of the list, or say that there are none.
    pub(super) fn narrated(&self) -> Vec<Action> {
        let doc = self.doc;
        let paragraphs = doc.passages().iter().filter(|it| it.place == Place::Paragraph && self.is_listed(it.span));
        let parts = self.lists().announced.iter().map(|part| part.trimmed(doc.text()));
        let values = parts.filter(|part| doc.label_at(part.start).is_some_and(|label| label.value == *part));
        let spans = paragraphs.map(|it| it.span).chain(values);
        let told = |span: Span| self.told(span, Place::Paragraph, doc.prose().clean(span).trim(), doc.at(span));
        let is_told = |it: &Action| it.text.contains(char::is_alphanumeric) && !template::is_unwritten(&it.text);
        spans.map(told).filter(is_told).collect()
    }
}
