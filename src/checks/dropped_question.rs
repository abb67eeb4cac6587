//! `rules/complete/dropped-question.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::thread::{Talk, Thread, question};

pub fn check(doc: &Document, thread: &Thread, found: &mut Findings) {
    let talk = Talk::of(thread, doc.text());
    if thread.is_shut || talk.people() < 2 || !talk.is_english() {
        return;
    }
    for dropped in question::dropped(thread, &talk) {
        let flag = found.flag(dropped.span, format!("{} wrote nothing after this", dropped.person));
        if !dropped.is_to_know {
            flag.unsure();
        }
    }
}
