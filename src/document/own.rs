//! The sentences that the author says: a heading announces and does not state; a box that nobody ticked, a form's own
//! question and the template's own words are not the author's.

use std::collections::HashSet;

use super::{Document, Item, Sentence};
use crate::words::english::template;
use crate::words::list::holds;

/// Bytes of a passage; a longer one is no placeholder.
const LONGEST_HINT: usize = 160;

/// How the boxes of forms begin: their words are the form's, whoever ticks them.
const VOWS: &[&str] = &[
    "I ",
    "I've ",
    "I\u{2019}ve ",
    "My ",
    "Have ",
    "There is ",
    "There are ",
    "To the best ",
    "Tests have ",
    "The pr ",
    "The PR ",
    "The feature is ",
    "The commit",
    "This PR ",
    "This pull request ",
    "Documentation has ",
    "New and existing ",
];

/// What forms let their authors choose from: sorts of change and sorts of tests.
const CHOICES: &str = "\
    bug fix, bugfix, new feature, feature, enhancement, improvement, breaking change, documentation, documentation \
    update, docs, refactor, refactoring, performance, performance improvement, code style, style, chore, build, ci, \
    dependencies, dependency update, test, tests, unit test, unit tests, integration test, integration tests, e2e tests, \
    end-to-end tests, manual test, manual tests, manual testing, other, others";

impl Document<'_> {
    /// The sentences of the author, with the text of each. Dozens of shapes are looked for in them.
    pub fn own_sentences(&self) -> impl Iterator<Item = (&Sentence, &str)> {
        self.own().iter().map(|index| {
            let sentence = &self.prose().sentences()[*index];
            (sentence, self.prose().said(sentence))
        })
    }

    /// Whether the author says a sentence.
    pub fn is_own(&self, sentence: usize) -> bool {
        self.own().binary_search(&sentence).is_ok()
    }

    /// Tells the document which of its passages a template put there.
    pub fn set_printed(&self, passages: Vec<usize>) {
        let _ = self.answers.printed.set(passages);
    }

    /// Whether a template put a passage there.
    pub fn is_printed(&self, passage: usize) -> bool {
        self.printed().binary_search(&passage).is_ok()
    }

    fn printed(&self) -> &[usize] {
        self.answers.printed.get().map_or(&[], Vec::as_slice)
    }

    fn own(&self) -> &[usize] {
        self.answers.own_sentences.get_or_init(|| all(self))
    }
}

/// The sentences of the author, by their numbers.
fn all(doc: &Document) -> Vec<usize> {
    let prose = doc.prose();
    let title = doc.title().map(|title| title.heading);
    let mut is_unsaid = vec![false; doc.passages().len()];
    let boxes = doc.items().iter().filter(|it| it.task.is_some()).filter_map(|it| printed(doc, it));
    let hints = doc.in_passages(|it| it.len() < LONGEST_HINT && template::is_unwritten(it));
    // Whoever ticks a box says what the form has there.
    let ticked = doc.items().iter().filter(|it| it.task == Some(true)).filter_map(|it| it.passage);
    let ticked: HashSet<usize> = if doc.printed().is_empty() { HashSet::new() } else { ticked.collect() };
    let left = doc.printed().iter().copied().filter(|it| !ticked.contains(it));
    boxes.chain(hints).chain(left).for_each(|it| is_unsaid[it] = true);
    let is_said = |sentence: &Sentence| {
        let is_title = || title.is_some_and(|title| title.contains(prose.span(sentence.range.clone())));
        !is_unsaid[sentence.passage] && (!sentence.place.is_heading() || is_title())
    };
    let mut blank = doc.in_sentences(template::find).map(|it| it.index).peekable();
    // They come in order.
    let mut is_blank = |index: usize| blank.next_if_eq(&index).is_some();
    let sentences = prose.sentences().iter().enumerate();
    sentences.filter(|(index, sentence)| !is_blank(*index) && is_said(sentence)).map(|(index, _)| index).collect()
}

/// The passage of a box that is not ticked, or whose words are the form's vow or choice and not the author's.
fn printed(doc: &Document, item: &Item) -> Option<usize> {
    let passage = item.passage?;
    let text = doc.prose().passage(passage);
    let is_vow = || VOWS.iter().any(|vow| text.starts_with(vow));
    (item.task == Some(false) || is_vow() || is_choice(text)).then_some(passage)
}

/// "Bug fix (non-breaking change which fixes an issue)", "Unit tests".
fn is_choice(text: &str) -> bool {
    let choice = text.split(['(', ':']).next().unwrap_or_default();
    holds(CHOICES, &choice.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase())
}
