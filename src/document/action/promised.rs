//! What people take on in the running text of minutes, where no list and no label says that it is an action.

use super::owner::trimmed;
use super::{Action, Owner, Reader, is_told};
use crate::document::Place;
use crate::words::english::taken_on;

impl Reader<'_, '_> {
    /// Promises in sentences that are no action by their place, where `actions` are those that are known, in order.
    pub(super) fn promised(&self, actions: &[Action]) -> Vec<Action> {
        let doc = self.doc;
        if !doc.is_minutes() {
            return Vec::new();
        }
        let prose = doc.prose();
        let mut speakers = None;
        let mut out = Vec::new();
        for sentence in prose.sentences().iter().filter(|it| matches!(it.place, Place::Paragraph | Place::Item)) {
            let text = prose.said(sentence);
            let passage = &doc.passages()[sentence.passage];
            let at = passage.span.start;
            let is_meant = || !passage.quoted && self.is_dated(at) && !self.is_for_next_meeting(at);
            let Some(who) = taken_on::promised(text).filter(|_| is_meant()) else { continue };
            let mut speaks = || speakers.get_or_insert_with(|| taken_on::initials_in(prose.text())).contains(who);
            let is_person = doc.may_be_person(trimmed(who)) || speaks();
            let span = prose.span(sentence.range.clone());
            let is_of_course = || doc.items_around(span).next().is_some_and(|it| self.is_of_course(it));
            let mut around = doc.items_around(span).filter_map(|it| it.passage).map(|it| doc.passages()[it].span);
            if !is_person || is_told(actions, span) || around.any(|it| is_told(actions, it)) || is_of_course() {
                continue;
            }
            let told = self.told(span, sentence.place, text, doc.at(span));
            out.push(Action { owner: Owner::Someone, is_task: true, is_marked: true, ..told });
        }
        out
    }
}
