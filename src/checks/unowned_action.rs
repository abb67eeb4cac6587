//! `rules/who/unowned-action.md`

use std::cell::LazyCell;

use crate::document::{Document, Given, Item, Place};
use crate::finding::Findings;
use crate::text::{Span, border};
use crate::words::address::local;
use crate::words::case;
use crate::words::english::{action, standstill};
use crate::words::list::is_among;
use crate::words::near;

pub fn check(doc: &Document, found: &mut Findings) {
    // A form that lies in a folder of its own is for who makes minutes of it.
    let is_form = |path: &str| is_among("template templates _template _templates", local::name(local::folder(path)));
    if doc.source().path().is_some_and(is_form) {
        return;
    }
    // "Write an incident report" is done where it stands in one.
    let is_report = || doc.says_in_name(|it| it.to_ascii_lowercase().contains("incident"));
    let is_itself = |text: &str| {
        let text = text.to_lowercase();
        text.starts_with("write") && text.contains("incident report") && is_report()
    };
    let loose = doc.actions().iter().filter(|it| it.is_task() && it.is_open() && !it.has_owner());
    let given = LazyCell::new(|| Given::to_somebody(doc));
    // Where one person met nobody, it is theirs.
    let is_of_one = LazyCell::new(|| doc.has_one_person());
    for action in loose.filter(|it| !is_itself(&it.text) && !given.says(&it.text)) {
        let flag = found.flag(action.span, if action.has_due() { "by whom?" } else { "by whom, and by when?" });
        if action.has_due() {
            flag.asks("Who does this?");
        }
        // "A good first project could be a small timer" is a thought.
        let is_mused = action.text.contains(" could be ");
        let is_whole = action.is_marked && !is_mused && !is_volunteered(doc, action.span.end);
        if !is_whole
            || *is_of_one
            || action::is_of_everybody(&action.text)
            || doc.is_minutes() && standstill::is_order(&action.text)
            || is_advice(doc, action.span)
            || is_principle(doc, action.span)
        {
            flag.unsure();
        }
    }
}

/// "Map the paths through your own services", in an essay on somebody else's outage: what the whole list tells its readers to do.
fn is_advice(doc: &Document, at: Span) -> bool {
    const NEAR: usize = 16;
    let speaks_to_reader = |it: &Item| {
        let said = it.passage.map_or("", |it| doc.prose().passage(it));
        near::ahead(said).split(|it: char| !it.is_alphabetic()).any(|it| matches!(it, "your" | "you" | "Your" | "You"))
    };
    let Some(own) = doc.items_around(at).next() else { return false };
    let index = doc.items().partition_point(|it| it.span.start < own.span.start);
    let around = &doc.items()[index.saturating_sub(NEAR)..(index + NEAR).min(doc.items().len())];
    !doc.is_minutes() && around.iter().filter(|it| it.list == own.list).any(speaks_to_reader)
}

/// "Use the health check as the sign that counts", beside "Prefer names to places": how things are done from now on, and nobody
/// is ever done with it.
fn is_principle(doc: &Document, at: Span) -> bool {
    const KEEP: &str = "use treat keep retain prefer avoid favor favour";
    const PREFER: &str = "prefer avoid never always favor favour";
    let first =
        |text: &str| text.split(|it: char| !it.is_alphabetic()).find(|it| !it.is_empty()).map(str::to_lowercase);
    let opens = |text: &str, words: &str| first(text).is_some_and(|it| is_among(words, &it));
    let Some(own) = doc.items_around(at).next().filter(|_| opens(doc.at(at), KEEP)) else { return false };
    let index = doc.items().partition_point(|it| it.span.start < own.span.start);
    let said = |it: &Item| it.passage.map_or("", |it| doc.prose().passage(it));
    let near = &doc.items()[index.saturating_sub(1)..(index + 2).min(doc.items().len())];
    near.iter().filter(|it| it.list == own.list).any(|it| opens(said(it), PREFER))
}

/// Whether the item below says who came forward: "Volunteers? Rosa", "Rosa needs to do this".
fn is_volunteered(doc: &Document, end: usize) -> bool {
    const TAKES: &[&str] =
        &[" to do this", " will do this", " will do it", " can do this", " does this", " takes this"];
    const NEAR: usize = 40;
    let next = doc.passages().partition_point(|it| it.span.start < end);
    let is_item = doc.passages().get(next).is_some_and(|it| it.place == Place::Item);
    let said = || doc.prose().passage(next).trim_start();
    let name = || said()["volunteer".len()..].trim_start_matches(|it: char| !it.is_whitespace()).trim();
    let takes = || {
        let beginning = &said()[..border(said(), NEAR)];
        beginning.starts_with(char::is_uppercase) && TAKES.iter().any(|it| beginning.contains(it))
    };
    is_item && (case::begins(said(), "volunteer") && !name().is_empty() || takes())
}
