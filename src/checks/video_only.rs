//! `rules/complete/video-only.md`

use crate::document::{Document, Link};
use crate::finding::Findings;
use crate::words::address;
use crate::words::english::recording;

/// A summary has this many sentences.
const SUMMARY: usize = 2;

/// Fewer words are a name or a label.
const SENTENCE: usize = 6;

/// One mark is the beginning; two lead somewhere.
const MARKS: usize = 2;

pub fn check(doc: &Document, found: &mut Findings) {
    // Most texts lead to none, and their links need not be parsed for that.
    if !recording::leaves_trace(doc.text()) {
        return;
    }
    let Some(video) = doc.links().iter().find(|link| is_recording(doc, link)) else { return };
    let has_marks = marks(doc) >= MARKS;
    if summary(doc) < SUMMARY {
        let flag = found.flag(video.span, "everything else is in the recording");
        if has_marks || !is_titled(doc, recording::is_event) && !is_titled(doc, recording::is_meeting) {
            flag.unsure();
        }
    } else if !has_marks && is_titled(doc, recording::is_event) {
        let flag = found.flag(video.span, "no time marks lead into it");
        flag.asks("At which minute is what I look for?").unsure();
    }
}

fn is_recording(doc: &Document, link: &Link) -> bool {
    !link.image && (address::leads_to_recording(&link.target) || recording::is_named(doc.at(link.text)))
}

/// The title of the page, or its name in the front matter.
fn is_titled(doc: &Document, names: fn(&str) -> bool) -> bool {
    let named = doc.field(&["title"]).map(|field| field.text.as_str());
    doc.title().map(|title| title.title.as_str()).or(named).is_some_and(names)
}

/// The sentences that tell something, beside those that lead to the recording.
fn summary(doc: &Document) -> usize {
    let prose = doc.prose();
    let tells = prose.sentences().iter().filter(|sentence| {
        let span = prose.span(sentence.range.clone());
        let words = prose.said(sentence).split_whitespace();
        !sentence.place.is_heading()
            && words.filter(|word| word.contains(char::is_alphabetic)).count() >= SENTENCE
            && !doc.links_in(span).iter().any(|link| is_recording(doc, link))
    });
    tells.count() + doc.tables().len()
}

/// Lines that begin with a minute of the recording, and links into it.
fn marks(doc: &Document) -> usize {
    let lines = doc.text().lines().filter(|line| recording::begins_with_mark(line)).count();
    lines + doc.links().iter().filter(|link| address::leads_to_moment(&link.target)).count()
}
