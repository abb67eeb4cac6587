//! Whether a stretch of text leads its reader anywhere: a link, code, a quotation, a picture, a number of an issue.

use std::cell::OnceCell;
use std::ops::Range;

use super::{Document, Stand};
use crate::words::address::local;
use crate::words::{sentence, specific};

/// A text of more words has room to say elsewhere what one sentence leaves open.
const LONGEST_MESSAGE: usize = 150;

/// What was counted of a text.
#[derive(Debug, Default)]
pub(super) struct Counts {
    words: OnceCell<usize>,
    is_message: OnceCell<bool>,
}

impl Document<'_> {
    /// Whether something in a range of clean text can be looked up.
    pub fn is_specific(&self, clean: Range<usize>) -> bool {
        let prose = self.prose();
        let stands =
            |stand| matches!(stand, Stand::Code | Stand::Address | Stand::Quotation | Stand::Image | Stand::Log);
        prose.masks(clean.clone()).any(|(stand, _)| stands(stand))
            || specific::has_pointer(&prose.text()[clean.clone()])
            || self.has_link(clean)
    }

    /// Whether a link stands in a range of clean text.
    pub fn has_link(&self, clean: Range<usize>) -> bool {
        if clean.is_empty() {
            return false;
        }
        let span = self.prose().span(clean);
        let first = self.links().partition_point(|link| link.span.end <= span.start);
        self.links().get(first).is_some_and(|link| link.span.overlaps(span))
    }

    /// Whether anything in the whole text can be looked up: its title, its code, its quotations, its links.
    pub fn has_evidence(&self) -> bool {
        let is_filled = |body: crate::text::Span| !body.trimmed(self.text()).is_empty();
        self.code().iter().any(|code| is_filled(code.body))
            || !self.links().is_empty()
            || self.passages().iter().any(|passage| passage.quoted)
            || self.is_specific(0..self.prose().text().len())
    }

    /// The words of the text without its code.
    pub fn word_count(&self) -> usize {
        let count = |it: &str| Some(sentence::count_words(it)).filter(|count| *count > 0);
        *self.counts.words.get_or_init(|| self.in_each_sentence(count).filter_map(|it| it.found).sum())
    }

    /// Whether it has so many words. Of a long text no more are counted.
    pub fn has_words(&self, count: usize) -> bool {
        let known = self.counts.words.get().map(|all| *all >= count);
        known.unwrap_or_else(|| sentence::words(self.prose().text()).take(count).count() == count)
    }

    /// Short, and not cut into sections: whatever it points at stands in it, or nowhere. What stands for a folder points at
    /// what lies there.
    pub fn is_message(&self) -> bool {
        let is_cut = || self.passages().iter().filter(|passage| passage.place.is_heading()).nth(1).is_some();
        let is_of_folder = || self.source().path().is_some_and(local::is_folder_page);
        let is_message = || !self.has_words(LONGEST_MESSAGE + 1) && !is_cut() && !is_of_folder();
        // It is asked of each of many places.
        *self.counts.is_message.get_or_init(is_message)
    }
}
