//! Decisions that a document names, and whether it relies on them.

use std::collections::HashSet;
use std::ops::Range;

use super::Spot;
use crate::document::{Document, Link, Place};
use crate::slot::standing::{self, Course, Status};
use crate::text::Span;
use crate::words::address::local;
use crate::words::date;
use crate::words::english::{reliance, succession};
use crate::words::list::is_among;
use crate::words::serial::{self, Serial};

/// A place where a document names what may be a decision.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Citation {
    pub serial: Option<Serial>,
    /// Where a link leads, from the root of the repository.
    pub path: Option<Box<str>>,
    pub spot: Spot,
    /// Something follows from it: it stands in running text of no day, nothing beside it speaks of what was, and it is a
    /// link, or a number that the sentence rests on.
    pub is_relied_on: bool,
}

/// Headings (normalised) below which links stand for further reading.
const ASIDE: &[&str] = &[
    "history",
    "changelog",
    "revision",
    "prior art",
    "alternative",
    "reference",
    "see also",
    "related",
    "further reading",
    "background",
    "motivation",
    "rationale",
    "link",
    "resource",
    "acknowledgement",
    "acknowledgment",
    "footnote",
    "table of content",
    "appendix",
    "release note",
    "previous",
    "archive",
    "supersede",
    "superseded",
    "what this supersede",
    "legacy",
    "deprecated",
    "rejected",
    "obsolete",
    "withdrawn",
    "shipped",
    "completed",
    "done",
];

/// No more are kept of one document.
const MOST: usize = 400;

/// The decisions that a document names, in order.
pub fn all(doc: &Document, path: &str) -> Vec<Citation> {
    let mut found: Vec<Citation> = Vec::new();
    for link in doc.links().iter().filter(|it| !it.image && !it.target.starts_with('#')) {
        if let Some((place, is_newest)) = on_forge(&link.target) {
            let own = citation(doc, link.span);
            let is_relied_on = own.is_relied_on && is_newest;
            found.push(Citation { path: Some(place.into()), is_relied_on, ..own });
            continue;
        }
        let Some(place) = local::parse(&link.target).filter(|it| !it.path.is_empty()) else { continue };
        let Some(place) = place.path_from(path).filter(|it| it != path) else { continue };
        if serial::of_path(&place).is_some() || place.contains("decision") || place.contains("adr/") {
            let serial = serial::of_path(&place);
            found.push(Citation { path: Some(place.into()), serial, ..citation(doc, link.span) });
        }
    }
    let prose = doc.prose();
    for (range, serial) in serial::mentions(prose.text()).take(MOST) {
        let span = prose.span(range.clone());
        if !is_in_link(doc, span) {
            let own = citation(doc, span);
            let is_relied_on = own.is_relied_on && is_rested_on(doc, &range);
            found.push(Citation { serial: Some(serial), is_relied_on, ..own });
        }
    }
    found.extend(quoted(doc));
    found.sort_by_key(|it| it.spot);
    found.truncate(MOST);
    if !found.is_empty() {
        let is_past = is_finished(doc);
        let warned = warnings(doc);
        let is_warned = |it: &Citation| warned.iter().any(|around| around.contains(it.spot.span()));
        found.iter_mut().filter(|it| is_past || is_warned(it)).for_each(|it| it.is_relied_on = false);
    }
    // Of those from which nothing follows it only counts that they are named.
    let mut named = HashSet::new();
    found.retain(|it| it.is_relied_on || named.insert((it.path.clone(), it.serial)));
    found
}

/// Whether the sentence around a number, a range of the prose, rests on the record that it calls.
fn is_rested_on(doc: &Document, range: &Range<usize>) -> bool {
    let prose = doc.prose();
    let sentences = prose.sentences();
    let index = sentences.partition_point(|it| it.range.end <= range.start);
    let own = sentences.get(index).map_or(range, |it| &it.range);
    let said = |it: Range<usize>| prose.text().get(it).unwrap_or_default();
    reliance::rests_on(said(own.start.min(range.start)..range.start), said(range.end..own.end.max(range.end)))
}

/// What a quotation names: nothing follows from it, and whoever wrote the page has read it.
fn quoted<'d>(doc: &'d Document) -> impl Iterator<Item = Citation> + 'd {
    let passages = doc.passages().iter().filter(|it| it.quoted);
    passages.take(MOST).flat_map(move |passage| {
        let named = serial::mentions(doc.at(passage.span)).take(MOST);
        named.map(move |(range, serial)| {
            let span = Span::from(range).after(passage.span.start);
            Citation { serial: Some(serial), spot: Spot::of(doc, span), ..Citation::default() }
        })
    })
}

/// Bytes at the beginning of a text in which a warning about all of it stands.
const WARNING: usize = 1500;

/// The parts of which a quotation says that they hold no longer: all of the text where it stands near the beginning, or
/// else its section. "> Superseded by ADR-12: read it as history."
fn warnings(doc: &Document) -> Vec<Span> {
    const WORDS: &[&str] =
        &["superseded", "obsolete", "deprecated", "outdated", "as history", "historical", "archived", "retired"];
    let warns = |span: Span| {
        let said = doc.at(span).to_lowercase();
        WORDS.iter().any(|word| said.contains(word))
    };
    let around = |span: Span| match doc.section_at(span.start) {
        Some(section) if span.start >= WARNING => section.body,
        _ => Span::new(0, doc.text().len()),
    };
    doc.passages().iter().filter(|it| it.quoted && warns(it.span)).map(|it| around(it.span)).collect()
}

/// Whether the text says that the work it tells of is done, or given up: it stays as it was written.
fn is_finished(doc: &Document) -> bool {
    // Of these something may still be to come, and no decision changes what stands there.
    const KEPT: &str = "implemented closed delivered frozen";
    let is_kept = |text: &str| {
        let first = text.split(|it: char| !it.is_alphanumeric()).find(|it| !it.is_empty()).unwrap_or_default();
        is_among(KEPT, &first.to_lowercase())
    };
    let is_kept_so = |it: Status| it.course() != Course::Open || is_kept(&it.text);
    standing::is_put_away(doc) || standing::status(doc).is_some_and(is_kept_so)
}

/// The path in an address of a file on a forge, and whether it is read as it stands today and not as it once stood. It
/// may be of this repository: nobody here knows, but a record at that very path, name and all, is hardly another one.
fn on_forge(target: &str) -> Option<(&str, bool)> {
    let path = target.strip_prefix("https://github.com/")?.split(['?', '#']).next()?;
    let mut parts = path.splitn(5, '/');
    let view = parts.nth(2)?;
    let branch = parts.next()?;
    let place = parts.next()?.trim_end_matches('/');
    let is_newest = matches!(branch, "main" | "master" | "HEAD" | "develop" | "trunk");
    (matches!(view, "blob" | "tree") && serial::of_path(place).is_some()).then_some((place, is_newest))
}

/// Links stand in order, and hardly ever in one another.
fn is_in_link(doc: &Document, span: Span) -> bool {
    let after = doc.links().partition_point(|it| it.span.start < span.end);
    doc.links()[after.saturating_sub(2)..after].iter().any(|it: &Link| it.span.overlaps(span))
}

fn citation(doc: &Document, span: Span) -> Citation {
    let is_aside = || {
        doc.sections_around(span.start).any(|it| is_aside(&it.name))
            || doc.section_at(span.start).is_some_and(|it| it.heading.contains(span))
    };
    let is_standing = || doc.is_page_at(span.start);
    let is_relied_on = is_standing()
        && !is_aside()
        && !is_entry(doc, span)
        && !is_listed(doc, span)
        && !succession::is_history(around(doc, span));
    Citation { spot: Spot::of(doc, span), is_relied_on, ..Citation::default() }
}

fn is_aside(name: &str) -> bool {
    let begins = |it: &str| name.strip_prefix(it).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '/']));
    // "PR 1.6 – Send the mails": a step of a plan, which is over once it is taken.
    let is_step = || {
        let mut words = name.split(' ');
        matches!(words.next(), Some("pr" | "phase" | "milestone" | "sprint"))
            && words.next().is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()))
    };
    ASIDE.iter().any(|it| begins(it)) || is_step()
}

/// The sentence around a place, the one before it and the one behind it.
fn around<'d>(doc: &'d Document, span: Span) -> &'d str {
    let prose = doc.prose();
    let at = prose.clean_range(span);
    let sentences = prose.sentences();
    let index = sentences.partition_point(|it| it.range.end <= at.start);
    let Some(own) = sentences.get(index) else { return prose.clean(span) };
    let beside = |other: Option<usize>| other.and_then(|it| sentences.get(it)).filter(|it| it.passage == own.passage);
    let start = beside(index.checked_sub(1)).map_or(own.range.start, |it| it.range.start);
    let end = beside(Some(index + 1)).map_or(own.range.end, |it| it.range.end);
    prose.text().get(start..end.max(at.end)).unwrap_or_default()
}

/// Whether it stands in what is said of something else: in an item or a row that begins with a link to another document,
/// or that says of which day it is; in one that is ticked; in a label that sends to further reading.
fn is_listed(doc: &Document, span: Span) -> bool {
    let is_ticked = doc.items_around(span).any(|it| it.task == Some(true));
    let is_label = || doc.label_at(span.start).is_some_and(|it| it.value.contains(span) && is_aside(&it.name));
    const LONGEST: usize = 1000;
    let row = doc.row_at(span).filter(|it| it.len() <= LONGEST);
    let is_of_day = || row.is_some_and(|it| !date::mentions(doc.at(it)).is_empty());
    let item = doc.items_around(span).next().and_then(|it| it.passage).map(|it| doc.passages()[it].span);
    let begins = |around: Span| {
        let links = doc.links_in(around);
        let first = links.iter().find(|it| !it.image).filter(|it| it.span != span && it.span.end <= span.start);
        first.is_some_and(|it| {
            let before = doc.at(Span::new(around.start, it.span.start));
            !before.contains(char::is_alphanumeric) && local::parse(&it.target).is_some_and(|it| it.path.contains('.'))
        })
    };
    is_ticked || is_label() || is_of_day() || row.or(item).is_some_and(begins)
}

/// Whether an item or a cell begins with it, and hardly goes on: an entry of a list of records.
fn is_entry(doc: &Document, span: Span) -> bool {
    let Some(passage) = doc.passages().get(doc.passages_in(span).start) else { return false };
    matches!(passage.place, Place::Item | Place::Cell) && passage.opens_with(span, doc)
}
