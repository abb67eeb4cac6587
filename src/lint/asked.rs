//! Questions of a contract: how many a text answers, and those that wait in comments, as `pingless new` and `pingless fill` leave them
//! for an author.

use crate::document::Document;
use crate::finding::Findings;
use crate::kind::is_asked;
use crate::rule::skeleton::TITLE_QUESTION;
use crate::rule::{Catalog, KindPage, Need, Rule};
use crate::slot::{Answer, By, State};
use crate::text::Span;

/// A question that stands in a comment.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'c> {
    pub comment: Span,
    pub question: &'c str,
    /// The text answers it by now; only the comment was forgotten.
    pub is_answered: bool,
}

/// The comments that are word for word a question of this text's contract, or of another one.
pub fn all<'c>(doc: &Document, catalog: &'c Catalog, page: Option<&'c KindPage>, slots: &[Answer]) -> Vec<Asked<'c>> {
    let needs = || page.into_iter().flat_map(|page| &page.needs);
    let own = || needs().filter_map(|need| Some((need.question()?, Some(need))));
    let others = || catalog.kinds.iter().flat_map(|kind| &*kind.kind.questions).map(|it| (it.as_str(), None));
    let mut out = Vec::new();
    for comment in doc.comments().iter().filter(|it| doc.at(it.body).ends_with('?')) {
        let mut questions = own().chain([(TITLE_QUESTION, None)]).chain(others());
        let found = questions.find(|(question, _)| is_asked(doc.at(comment.body), question));
        let Some((question, need)) = found else { continue };
        let is_answered = match need {
            Some(need) => is_present(need, slots),
            None => question == TITLE_QUESTION && is_titled(doc, comment.span),
        };
        out.push(Asked { comment: comment.span, question, is_answered });
    }
    out
}

/// Whether the text has a title, beside this comment: "Review request: <!-- … -->" has none.
fn is_titled(doc: &Document, comment: Span) -> bool {
    let line = doc.lines().around(comment.start, doc.text());
    doc.title().is_some_and(|it| !it.name.is_empty() && !line.overlaps(it.heading))
        || doc.field(&["title"]).is_some_and(|it| it.in_front_matter && !it.text.is_empty())
}

/// A title may say it in short; whoever leaves the question below it has still to answer.
fn is_present(need: &Need, slots: &[Answer]) -> bool {
    let answers = |it: &Answer| it.state == State::Present && it.evidence.iter().any(|it| it.by != By::Title);
    slots.iter().any(|answer| answer.slot == need.name && answers(answer))
}

/// The slots as rules see them that miss one: what a comment asks already is asked there, and not a second time.
pub fn besides(page: Option<&KindPage>, asked: &[Asked], slots: &[Answer]) -> Vec<Answer> {
    let need = |slot: &str| page?.needs.iter().find(|need| need.name == slot);
    let is_asked = |slot: &str| need(slot).is_some_and(|need| stands(need, asked));
    let mut slots = slots.to_vec();
    for answer in slots.iter_mut().filter(|it| it.state == State::Absent && is_asked(&it.slot)) {
        answer.state = State::Partial;
    }
    slots
}

/// Whether the question of a need stands in a comment.
pub fn stands(need: &Need, asked: &[Asked]) -> bool {
    need.question().is_some_and(|question| asked.iter().any(|it| it.question == question))
}

/// Whether a rule has to wait for the answers: what it finds in documents of some kinds alone follows from what their
/// contract asks, and an answer that is still to be written would be asked for twice.
pub fn waits(rule: &Rule, asked: &[Asked]) -> bool {
    !rule.kinds.is_empty() && asked.iter().any(|it| !it.is_answered)
}

/// How many questions of the contract the text answers.
pub fn count_answered(page: &KindPage, slots: &[Answer]) -> u32 {
    let is_asked = |answer: &&Answer| {
        let need = page.needs.iter().find(|need| need.name == answer.slot);
        need.is_some_and(|need| need.is_askable())
    };
    slots.iter().filter(is_asked).filter(|answer| answer.state == State::Present).count() as u32
}

pub fn flag(asked: &[Asked], found: &mut Findings) {
    for open in asked.iter().filter(|it| !it.is_answered) {
        found.flag(open.comment, "nobody has answered this yet").asks(open.question);
    }
}
