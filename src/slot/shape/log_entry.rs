//! What the entries of a decision log say: seen where at least half of them say it.

use super::{By, Evidence};
use crate::document::{Document, MASK, Place};
use crate::slot::entries::{self, Entry, Part};
use crate::slot::{State, fill};
use crate::text::{Span, border};
use crate::words::english::tradeoff;
use crate::words::{date, year};

pub fn decision(doc: &Document) -> Vec<Evidence> {
    entries::all(doc).iter().filter_map(|it| Some(Evidence { span: decided(doc, it)?, by: By::List })).collect()
}

/// The heading, the item or the row itself, unless it is a date or a number alone; or the part of that name; or what
/// stands below without a label.
fn decided(doc: &Document, entry: &Entry) -> Option<Span> {
    let names = || says_more_than_a_date(doc.prose().clean(entry.name)).then_some(entry.name);
    let below = || {
        let inside = doc.passages_in(Span::new(entry.name.end.min(entry.span.end), entry.span.end));
        let mut own = inside.map(|index| &doc.passages()[index]).filter(|it| !it.place.is_heading());
        own.find(|it| doc.label_at(it.span.start).is_none() && fill::fill(doc, it.span) == State::Present)
    };
    names().or_else(|| entry.part(Part::Decision)).or_else(|| below().map(|it| it.span))
}

fn says_more_than_a_date(name: &str) -> bool {
    let is_word = |word: &str| word.contains(char::is_alphabetic) && !word.contains(|it: char| it.is_ascii_digit());
    let has_word = |text: &str| text.split_whitespace().any(is_word) || text.contains(MASK);
    let mut from = 0;
    for mention in date::mentions(name) {
        if name.get(from..mention.range.start).is_some_and(has_word) {
            return true;
        }
        from = from.max(mention.range.end);
    }
    name.get(from..).is_some_and(has_word)
}

/// A part of that name, a day near the beginning, or the year in the name: "`[1]` 2026-11-20", "## 2026-11: pool".
pub fn date(doc: &Document) -> Vec<Evidence> {
    const NEAR: usize = 160;
    let entries = entries::all(doc);
    let begins = |entry: &Entry| {
        let text = doc.at(entry.span);
        let near = &text[..border(text, NEAR)];
        let mention = date::mentions(near).into_iter().next();
        let found = mention.map(|it| Span::from(it.range).after(entry.span.start));
        found.or_else(|| year::all(doc.at(entry.name)).next().map(|_| entry.name))
    };
    // What another part holds is another day: "open until 2026-12-01".
    let dated = |entry: &Entry| match entry.part(Part::Date) {
        None if entry.part(Part::Deadline).is_none() => begins(entry),
        date => date,
    };
    let found = at_least_half(doc, &entries, entries.iter().filter_map(dated).collect());
    if found.is_empty() { dated_paragraphs(doc) } else { found }
}

/// A log whose entries are paragraphs: several of them begin with a day.
fn dated_paragraphs(doc: &Document) -> Vec<Evidence> {
    const NEAR: usize = 40;
    const SEVERAL: usize = 3;
    let begins = |span: Span| {
        let text = doc.at(span);
        date::has_date(&text[..border(text, NEAR)])
    };
    let dated =
        doc.passages().iter().filter(|it| it.place == Place::Paragraph).map(|it| it.span).filter(|it| begins(*it));
    let found: Vec<Evidence> = dated.map(|span| Evidence { span, by: By::List }).collect();
    if found.len() < SEVERAL { Vec::new() } else { found }
}

pub fn owner(doc: &Document) -> Vec<Evidence> {
    most(doc, Part::Owner)
}

pub fn state(doc: &Document) -> Vec<Evidence> {
    most(doc, Part::State)
}

/// A part of that name, or a word that begins a reason.
pub fn reason(doc: &Document) -> Vec<Evidence> {
    let entries = entries::all(doc);
    let told = |it: &Entry| it.part(Part::Reason).or_else(|| because(doc, it.span));
    at_least_half(doc, &entries, entries.iter().filter_map(told).collect())
}

fn because(doc: &Document, entry: Span) -> Option<Span> {
    let spans = doc.passages_in(entry).map(|index| (index, doc.passages()[index].span));
    // A label over nothing says nothing.
    let is_bare = |span: Span| doc.label_at(span.start).is_some_and(|label| fill::is_blank(doc, label));
    let mut telling = spans.filter(|(index, span)| tradeoff::says_why(doc.prose().passage(*index)) && !is_bare(*span));
    telling.next().map(|(_, span)| span)
}

pub fn affected(doc: &Document) -> Vec<Evidence> {
    most(doc, Part::Affected)
}

pub fn deadline(doc: &Document) -> Vec<Evidence> {
    most(doc, Part::Deadline)
}

pub fn discussion(doc: &Document) -> Vec<Evidence> {
    most(doc, Part::Discussion)
}

/// States that are explained for the whole log.
pub fn legend(doc: &Document) -> Vec<Evidence> {
    let legends = doc.sections().iter().filter(|it| ["status", "state", "legend"].contains(&it.name.as_str()));
    legends.map(|it| Evidence { span: it.heading, by: By::Heading }).collect()
}

fn most(doc: &Document, part: Part) -> Vec<Evidence> {
    let entries = entries::all(doc);
    at_least_half(doc, &entries, entries.iter().filter_map(|it| it.part(part)).collect())
}

fn at_least_half(doc: &Document, entries: &[Entry], found: Vec<Span>) -> Vec<Evidence> {
    if found.len() * 2 < entries.len() {
        return Vec::new();
    }
    found.into_iter().map(|span| Evidence { span: span.trimmed(doc.text()), by: By::List }).collect()
}
