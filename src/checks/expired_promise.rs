//! `rules/when/expired-promise.md`

use std::cell::LazyCell;
use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::document::{Document, Item, Section};
use crate::finding::{Findings, ago};
use crate::slot::standing;
use crate::summary;
use crate::text::Span;
use crate::words::english::promised::{self, Promised};
use crate::words::english::record;
use crate::words::english::status::Standing;
use crate::words::of_its_day::is_name_of_record;
use crate::words::{date, edition, year};

/// Labels whose value is the day by which something is to be done.
const DUE: &[&str] = &[
    "due",
    "due date",
    "deadline",
    "eta",
    "target",
    "target date",
    "planned for",
    "decision due",
    "decide by",
    "review by",
    "review deadline",
    "comments due",
    "feedback by",
    "feedback due",
    "expires",
    "valid until",
    "sunset",
    "removal",
];

pub fn check(doc: &Document, found: &mut Findings) {
    let Some(now) = doc.now() else { return found.abstain() };
    let is_live = match standing::of(doc) {
        Some(Standing::Open) => true,
        Some(_) => false,
        // What bears the day or the year in which it was written is a record of it.
        None => !(doc.is_record() || names_day(doc) || is_of_release(doc) || is_proposal(doc)),
    };
    sentences(doc, now, is_live, found);
    if is_live {
        fields(doc, now, found);
    }
}

/// "elections/2023/README.md", "2025H2 goals", "annual-review.md": what was said then.
fn names_day(doc: &Document) -> bool {
    doc.says_in_name(|name| year::is_in_name(name) || is_name_of_record(name))
}

/// What a guide to one release plans was planned then.
fn is_of_release(doc: &Document) -> bool {
    doc.source().path().is_some_and(edition::tells_of_release)
}

/// Whether a thing was done is said by its status, where it has one.
fn is_proposal(doc: &Document) -> bool {
    doc.sections().iter().any(|section| record::is_of_proposal(&section.name))
}

fn sentences(doc: &Document, now: Timestamp, is_live: bool, found: &mut Findings) {
    let prose = doc.prose();
    let mut boxes = doc.items().iter().filter(|item| item.task.is_some()).collect::<Vec<&Item>>();
    boxes.sort_by_key(|item| item.span);
    let cues = LazyCell::new(|| cues(prose.text()));
    for sentence in prose.statements() {
        let passage = &doc.passages()[sentence.passage];
        let last = boxes.partition_point(|item| item.span.start <= passage.span.start).checked_sub(1);
        let task = last.map(|at| boxes[at]).filter(|item| item.span.contains(passage.span)).and_then(|item| item.task);
        let is_open_box = task == Some(false);
        if task == Some(true) || !(is_live || is_open_box) {
            continue;
        }
        let text = prose.said(sentence);
        for it in promised::find(text).into_iter().filter(|it| date::is_over(it.last, now)) {
            let span = prose.span_in(sentence, &it.range);
            // "Cycle 1 … deadline:", "Cycle 2 … deadline:": a calendar is read by whoever comes next.
            let cue = text[..it.range.start].trim_end().rsplit(' ').next().unwrap_or_default();
            let is_calendar = cues.get(without_marks(cue)).is_some_and(|count| *count > 1);
            let is_shown = is_calendar || doc.is_example(sentence.passage);
            if !is_shown && (is_open_box || it.is_promise && !is_told_as_past(doc, span)) {
                flag(&it, span, is_open_box, now, found);
            }
        }
    }
}

/// "(due:" is "due:".
fn without_marks(word: &str) -> &str {
    word.trim_start_matches(|it: char| !it.is_alphanumeric())
}

/// How often each word that ends with a colon stands in a text.
fn cues(text: &str) -> HashMap<&str, usize> {
    let mut cues = HashMap::new();
    for word in text.split_whitespace().filter(|it| it.ends_with(':')) {
        *cues.entry(without_marks(word)).or_default() += 1;
    }
    cues
}

fn flag(it: &Promised, span: Span, is_open_box: bool, now: Timestamp, found: &mut Findings) {
    let flag = found.flag(span, passed(it.last, now));
    if is_open_box {
        flag.asks("Was this done, and if not: by when will it be?");
    }
}

fn fields(doc: &Document, now: Timestamp, found: &mut Findings) {
    // Until when one may object is a question of its own.
    let feedback = summary::feedback(doc).map(|it| it.spot.span());
    let labels = doc.labels().iter().filter(|it| feedback.is_none_or(|span| !span.overlaps(it.value)));
    for label in labels.filter(|it| DUE.contains(&it.name.as_str())) {
        let Some(last) = date::mentions(doc.at(label.value)).iter().find_map(date::Mention::date) else { continue };
        if date::is_over(last, now) && !is_told_as_past(doc, label.value) && !is_in_prose(doc, label.value, now) {
            found.flag(label.value, passed(last, now));
        }
    }
}

/// It was said of the sentence already.
fn is_in_prose(doc: &Document, value: Span, now: Timestamp) -> bool {
    let prose = doc.prose();
    let sentence = prose.sentence_at(prose.clean_range(value).start);
    sentence.is_some_and(|it| {
        let found = promised::find(prose.said(it));
        found.iter().any(|it| it.is_promise && date::is_over(it.last, now))
    })
}

fn passed(last: Date, now: Timestamp) -> String {
    format!("{}, and nothing says how it ended", ago(last, now))
}

/// A part that tells what was, whatever tense it uses.
fn is_told_as_past(doc: &Document, span: Span) -> bool {
    let is_past =
        |section: &Section| record::is_past(&section.name) || !date::mentions(section.short_title()).is_empty();
    doc.sections_around(span.start).any(is_past)
}
