//! `rules/complete/dropped-question.md`

use crate::finding::Findings;
use crate::thread::{Talk, Thread, question};

pub fn check(thread: &Thread, talk: &Talk, found: &mut Findings) {
    if thread.is_shut || talk.people().len() < 2 || !talk.is_english() {
        return;
    }
    for dropped in question::dropped(thread, talk) {
        let flag = found.flag(dropped.span, format!("{} wrote nothing after this", dropped.person));
        if !dropped.is_to_know {
            flag.unsure();
        }
    }
}
