//! `rules/complete/status-shape.md`

use std::ops::Range;

use crate::document::Document;
use crate::finding::Findings;
use crate::text::Span;
use crate::words::english::blocked;
use crate::words::tracker;

const DONE: &[&str] = &[
    "yesterday",
    "done",
    "shipped",
    "completed",
    "finished",
    "accomplished",
    "accomplishment",
    "last week",
    "past week",
    "previous week",
    "what i did",
    "what we did",
    "what i shipped",
    "what we shipped",
    "merged",
    "delivered",
    "activities completed",
    "activities done",
    "work done",
];

const NOW: &[&str] = &[
    "today",
    "now",
    "doing",
    "in progress",
    "in-progress",
    "ongoing",
    "wip",
    "work in progress",
    "working on",
    "what i am working on",
    "what i'm working on",
    "current focus",
    "currently",
];

/// Fewer words than these are no deed: "Merged:", "And more".
const FEWEST_WORDS: usize = 3;

pub fn check(doc: &Document, found: &mut Findings) {
    // A page of several projects or weeks has each part several times, and is no message.
    let part = |names: &[&str]| match doc.under(names).as_slice() {
        [only] => Some(*only).filter(|part| !part.trimmed(doc.text()).is_empty()),
        _ => None,
    };
    let (done, now, blocked) = (part(DONE), part(NOW), part(blocked::PARTS));
    out_of_order(doc, [done, now, blocked], found);
    if let Some(now) = now.filter(|_| doc.is_message()) {
        several_at_once(doc, now, found);
    }
    if let Some(done) = done {
        nothing_to_look_at(doc, done, found);
    }
}

/// What was done, what goes on, what is blocked: in that order. The first part that stands too early is flagged.
fn out_of_order(doc: &Document, parts: [Option<Span>; 3], found: &mut Findings) {
    let present: Vec<Span> = parts.into_iter().flatten().collect();
    let early = present.windows(2).find(|pair| pair[1].start < pair[0].start);
    if let Some(&[later, early]) = early {
        let flag = found.flag(name_of(doc, early), "this comes later");
        flag.and(name_of(doc, later), "and this before it").asks("Where do I look first?").unsure();
    }
}

/// The line that announces a part.
fn name_of(doc: &Document, body: Span) -> Span {
    let section = doc.sections().iter().find(|it| it.body == body).map(|it| it.heading);
    let label = || doc.labels().iter().find(|it| it.body == body).map(|it| it.key);
    section.or_else(label).unwrap_or_else(|| doc.line_around(body.start))
}

/// One thing at a time, so that nobody starts the same. A message of one person has one.
fn several_at_once(doc: &Document, now: Span, found: &mut Findings) {
    let items = items(doc, now);
    if let [_, second, ..] = items.as_slice() {
        let flag = found.flag(doc.prose().span(second.clone()), "a second thing at once");
        flag.asks("Which of these do you work on now?").unsure();
    }
}

/// Some of what was done can be looked at, and some cannot.
fn nothing_to_look_at(doc: &Document, done: Span, found: &mut Findings) {
    let mut deeds = items(doc, done);
    if deeds.is_empty() {
        deeds = sentences(doc, done);
    }
    let (with, without): (Vec<_>, Vec<_>) = deeds.into_iter().partition(|deed| leads_somewhere(doc, deed));
    let is_deed = |deed: &Range<usize>| doc.prose().text()[deed.clone()].split_whitespace().count() >= FEWEST_WORDS;
    let mut without = without.into_iter().filter(is_deed);
    let Some(first) = without.next().filter(|_| !with.is_empty()) else { return };
    let flag = found.flag(doc.prose().span(first), "nothing to look at here");
    flag.asks("Where can I see it?").unsure();
    for other in without {
        flag.and(doc.prose().span(other), "nor here");
    }
}

/// A link, or the number of an issue or a commit. A name in code says what it is, and not where.
fn leads_somewhere(doc: &Document, deed: &Range<usize>) -> bool {
    let text = &doc.prose().text()[deed.clone()];
    doc.has_link(deed.clone()) || tracker::find(text).is_some() || tracker::find_commit(text).is_some()
}

/// The own text of the outermost items of a part, each without what hangs below it.
fn items(doc: &Document, part: Span) -> Vec<Range<usize>> {
    let inside = doc.items().iter().filter(|it| part.contains(it.span.trimmed(doc.text())) && !it.quoted);
    let is_outer = |parent: Option<usize>| parent.is_none_or(|parent| !part.contains(doc.items()[parent].span));
    let outer = inside.filter(|it| is_outer(it.parent));
    outer.filter_map(|it| it.passage).map(|passage| doc.prose().passage_range(passage)).collect()
}

/// The sentences of a part; its label is none of theirs.
fn sentences(doc: &Document, part: Span) -> Vec<Range<usize>> {
    let range = doc.prose().clean_range(part);
    let inside = doc.prose().sentences().iter().filter(|it| it.range.end > range.start && it.range.end <= range.end);
    inside.map(|it| it.range.start.max(range.start)..it.range.end).collect()
}
