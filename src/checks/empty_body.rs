//! `rules/complete/empty-body.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::By;
use crate::slot::shape::reference;
use crate::words::address;

pub fn check(doc: &Document, found: &mut Findings) {
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

/// Whether there is nothing in the text but sentences.
fn is_plain_text(doc: &Document) -> bool {
    doc.code().is_empty()
        && doc.links().iter().all(|link| address::shows_result(&link.target))
        // A ticket in the title is a link as little as a title is a text.
        && reference::issue(doc).iter().all(|it| it.by == By::Title)
}
