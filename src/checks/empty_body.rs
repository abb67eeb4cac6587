//! `rules/complete/empty-body.md`

use super::nothing_to_search_for;
use crate::document::Document;
use crate::finding::{Findings, Level};
use crate::kind;
use crate::slot::By;
use crate::slot::shape::{bare_title, reference};
use crate::words::address;
use crate::words::english::{failure, motive, reason};

/// The kind of an issue whose reader has to make a thing happen again.
const REPORT: &str = "bug-report";

pub fn check(doc: &Document, found: &mut Findings) {
    if kind::is_issue(doc) {
        return issue(doc, found);
    }
    if reference::is_bare_revert(doc) {
        let flag = found.flag(doc.head(), "the text below says which change, and nothing else").of_whole();
        flag.message = Some("nothing says why the change is taken back".to_owned());
        // The button of a forge writes so, and whoever presses it is mostly in a hurry that everybody there knows of.
        flag.asks("What was wrong with that change?").unsure();
    } else if reference::own_words(doc).is_empty() && reference::bare(doc).is_empty() {
        let flag = found.flag(doc.head(), "only the title says what it is about").of_whole();
        // A picture of what it looks like now tells the half of it.
        if doc.links().iter().any(|it| it.image) {
            flag.unsure();
        }
    } else if is_plain_text(doc) && reference::repeats_title(doc) {
        let (label, message) = match reference::shares_title(doc) {
            true => ("the text below says the title once more, and nothing else", "the text only repeats its title"),
            false => ("the text below would fit a hundred others", "nothing below the title is about this change"),
        };
        found.flag(doc.head(), label).message = Some(message.to_owned());
    }
}

/// An issue of a title and nothing else. Who reports a fault knows what they did; who wishes may have said all of it.
fn issue(doc: &Document, found: &mut Findings) {
    let Some(title) = doc.title().filter(|_| bare_title::is_title_alone(doc)) else { return };
    let is_report = doc.source().kind.as_deref().map_or(failure::find(&title.title).is_some(), |it| it == REPORT);
    let is_told = || reason::is_self_evident(&title.title) || motive::gives_reason(&title.title);
    // A complaint is asked for all of it already.
    if !is_report && is_told() || nothing_to_search_for::complaint(doc).is_some() {
        return;
    }
    let flag = found.flag(doc.head(), "only the title says what it is about").of_whole();
    if is_report {
        flag.asks("What did you do, what did you expect, and what happened instead?");
        flag.help = Some("write down the steps that led to it, and what exactly it said");
    } else {
        flag.asks("What is wrong or missing today, and for whom?");
        flag.help = Some("say in one sentence what it is for");
        flag.level = Some(Level::Note);
        flag.unsure();
    }
}

/// Whether there is nothing in the text but sentences.
fn is_plain_text(doc: &Document) -> bool {
    doc.code().is_empty()
        && doc.links().iter().all(|link| address::shows_result(&link.target))
        // A ticket in the title is a link as little as a title is a text.
        && reference::issue(doc).iter().all(|it| it.by == By::Title)
}
