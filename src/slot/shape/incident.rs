//! Where an incident stands, as its page tells it: the state, the next word, what to do meanwhile, how bad it is.

use std::ops::Range;

use super::{By, Evidence, said};
use crate::document::Document;
use crate::words::digit::leading_digits;
use crate::words::english::incident::{self, Phase};

const SEVERITY_FIELDS: &[&str] = &["severity", "severity level", "sev", "impact level", "priority"];

/// A sentence that says what is done about it, or that it is over or still to come.
pub fn state(doc: &Document) -> Vec<Evidence> {
    said::places(doc, |sentence| incident::find_phase(sentence).map(|(_, range)| range))
}

/// Neither over nor planned: somebody is waiting for the next word.
pub fn open(doc: &Document) -> Vec<Evidence> {
    let header = doc.field(incident::STATE_FIELDS);
    let is_closed = header.is_some_and(|it| is_over(&it.text));
    let sentence_in = |wanted: Phase| {
        let is_it = |phase: Phase| phase == wanted;
        let found = doc.in_sentences(incident::find_phase).filter_map(|it| Some((it.index, it.found?)));
        let found = found.filter(|(_, (phase, _))| is_it(*phase)).map(|(sentence, (_, range))| (sentence, range));
        said::of(doc, found, |title| incident::find_phase(title).is_some_and(|(phase, _)| is_it(phase)))
    };
    let is_past_or_planned = || !sentence_in(Phase::Over).is_empty() || !sentence_in(Phase::Ahead).is_empty();
    if is_closed || is_maintenance(doc) || is_past_or_planned() {
        return Vec::new();
    }
    let mut found = sentence_in(Phase::Open);
    let says_so = header.filter(|it| matches!(it.text.trim().to_ascii_lowercase().as_str(), "false" | "no" | "open"));
    found.extend(says_so.map(|it| Evidence { span: it.value, by: By::Metadata }));
    found
}

/// A header says that much is down, in the words of a common scale.
pub fn severe(doc: &Document) -> Vec<Evidence> {
    let named = doc.fields().iter().filter(|it| SEVERITY_FIELDS.contains(&it.name.as_str()) && is_severe(&it.text));
    named.map(|it| Evidence { span: it.value, by: By::Metadata }).collect()
}

pub fn next_update(doc: &Document) -> Vec<Evidence> {
    said::places(doc, incident::find_next_update)
}

pub fn promised_update(doc: &Document) -> Vec<Evidence> {
    said::places(doc, incident::find_promise)
}

pub fn workaround(doc: &Document) -> Vec<Evidence> {
    said::places(doc, incident::find_workaround)
}

/// Whether a header says that it is over, or what comes behind the end.
fn is_over(value: &str) -> bool {
    let is_behind = || ["done", "postmortem"].iter().any(|it| value.trim().eq_ignore_ascii_case(it));
    incident::is_over(value) == Some(true) || is_behind()
}

/// The levels at which people are woken up: one and two of a scale of numbers, and their names.
fn is_severe(value: &str) -> bool {
    let value = value.trim().to_ascii_lowercase();
    let named = ["critical", "major", "down", "high", "urgent", "blocker", "emergency"].map(|it| value.starts_with(it));
    let level = value.trim_start_matches(|it: char| !it.is_ascii_digit());
    let is_number = |word: Range<usize>| matches!(value.get(word), Some("1" | "2"));
    let at = value.len() - level.len();
    let digits = leading_digits(level);
    named.contains(&true) || is_number(at..at + digits)
}

fn is_maintenance(doc: &Document) -> bool {
    let names = doc.field(&["title"]).map(|it| it.text.as_str()).or(doc.title().map(|it| it.title.as_str()));
    let names = names.unwrap_or_default().to_ascii_lowercase();
    const WORK: &[&str] = &["maintenance", "upgrade", "migration", "migrating", "scheduled", "planned", "brownout"];
    WORK.iter().any(|word| names.contains(word)) || names.starts_with("update ")
}
