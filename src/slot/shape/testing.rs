//! How the change was checked: told, listed as commands, or at least mentioned.

use std::collections::HashSet;

use super::{By, Evidence, picture, said};
use crate::document::{Document, MASK, Stand};
use crate::words::english::{shell, verification};

pub fn told(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, verification::find_done);
    places.retain(|place| place.by != By::Title);
    places.extend(commands(doc));
    places
}

/// Tests that the change adds or touches; whether they ran is not said.
pub fn mentioned(doc: &Document) -> Vec<Evidence> {
    said::places(doc, verification::find_mention)
}

/// `cargo test` as inline code.
fn commands(doc: &Document) -> Vec<Evidence> {
    let prose = doc.prose();
    let code = prose.masks(0..prose.text().len()).filter(|(stand, _)| *stand == Stand::Code).map(|(_, span)| span);
    let tests = code.filter(|span| verification::find(doc.at(*span)).is_some());
    tests.map(|span| Evidence { span, by: By::Code }).collect()
}

/// Whether anything but boxes stands below a heading that asks about tests.
pub fn is_answered(doc: &Document) -> bool {
    let boxes: HashSet<usize> =
        doc.items().iter().filter(|item| item.task.is_some()).filter_map(|item| item.passage).collect();
    let is_said = |index: usize| {
        let is_heading = doc.passages()[index].place.is_heading();
        let words = doc.prose().passage(index);
        !is_heading && !boxes.contains(&index) && words.contains(|it: char| it.is_alphanumeric() || it == MASK)
    };
    let mut asked = doc.sections().iter().filter(|section| section.name.contains("test"));
    asked.any(|section| doc.passages_in(section.body).any(is_said))
}

/// Whether a reader sees, by words, by a picture or by commands with what they print, that somebody tried the change.
pub fn is_spoken_of(doc: &Document) -> bool {
    let is_shown = || {
        let runs = |code: &crate::document::CodeBlock| {
            let body = doc.at(code.body);
            shell::is_commands(&code.info, body) || verification::is_measured(body)
        };
        !picture::shown(doc).is_empty() || doc.code().iter().any(runs)
    };
    // What a title is about, nobody tried: "Show the slots that are used in production".
    let is_title = |at: usize| doc.title().is_some_and(|it| it.heading.holds(at));
    let tries = |words: &str| verification::find_trial(words).is_some();
    let is_tried =
        || doc.own_sentences().any(|(it, words)| tries(words) && !is_title(doc.prose().span(it.range.clone()).start));
    // "Not tested" tells as much as the reader can ask.
    // "$ benchstat old new" may stand without a fence around it.
    let is_measured = || doc.text().lines().any(verification::is_measured) || is_compared(doc.text());
    let is_denied = || doc.own_sentences().any(|(_, words)| verification::find(words).is_some());
    !told(doc).is_empty()
        || is_denied()
        || is_tried()
        || !mentioned(doc).is_empty()
        || is_answered(doc)
        || is_shown()
        || is_measured()
}

/// Whether a line holds a measure beside its baseline, or stands two lines above one as the head of a table does.
fn is_compared(text: &str) -> bool {
    let rows = || text.lines().filter(|it| !it.trim_matches(['|', '-', ':', ' ']).is_empty());
    let next = rows().skip(1).chain(std::iter::once(""));
    rows().zip(next).any(|(row, next)| verification::is_compared(row, next))
}
