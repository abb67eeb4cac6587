//! What stands beside a sentence that says no time: another one that does, or that says where to look.

use super::{Document, Sentence};
use crate::words::english::deadline;
use crate::words::{date, near};

/// Bytes. What is longer says more than a time.
const LONGEST: usize = 400;

impl Document<'_> {
    /// Whether a sentence beside one, by its number, says when what it promises is there, or where that is told.
    pub fn says_when_beside(&self, index: usize) -> bool {
        let sentences = self.prose().sentences();
        let sentence = &sentences[index];
        let is_near = |it: &&Sentence| it.passage == sentence.passage;
        let said = |it: Option<&Sentence>| it.filter(is_near).map_or("", |it| self.prose().said(it));
        let (last, next) = (said(index.checked_sub(1).map(|it| &sentences[it])), said(sentences.get(index + 1)));
        is_dated_next(next)
            || is_told_next(next)
            || is_dated_before(last, self.prose().said(sentence))
            || self.is_updated_below(sentence)
    }

    /// "Will do it as soon as I have time", and below it "Update 2026-12-03: done": what came of it stands there.
    fn is_updated_below(&self, sentence: &Sentence) -> bool {
        let next = self.passages().get(sentence.passage + 1).filter(|it| !it.place.is_heading());
        let text = next.map_or("", |_| self.prose().passage(sentence.passage + 1));
        text.strip_prefix("Update")
            .is_some_and(|it| it.starts_with([' ', ':']) && date::has_date(near::ahead_within(it, 24)))
    }
}

/// Whether the next sentence says until when: "It will come soon. We should see something by the next call."
fn is_dated_next(next: &str) -> bool {
    next.len() <= LONGEST && (date::has_date(next) || deadline::find(next).iter().any(|it| it.is_explicit))
}

/// "It will soon appear. The announcement will be posted to the list": where it is told that it is there.
fn is_told_next(next: &str) -> bool {
    const PLACES: &[&str] = &["posted to ", "posted on ", "posted in ", "sent to ", "made on ", "made in "];
    let (_, told) = near::ahead(next).split_once("nnouncement will be ").unwrap_or_default();
    PLACES.iter().any(|it| told.starts_with(it))
}

/// "The next one will be held in July next year. We'll announce the details in due time."
fn is_dated_before(last: &str, sentence: &str) -> bool {
    let is_about_details = || ["specifics", "details"].iter().any(|it| sentence.contains(it));
    let says_when = last.len() <= LONGEST && date::has_month(last) && last.contains(" will ");
    says_when && is_about_details()
}
