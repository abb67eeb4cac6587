//! The sentences of clean text, and the way from a place in one of them to the original bytes. What makes a sentence
//! is known to `words`.

use std::ops::Range;

use super::Prose;
use crate::document::passage::Place;
use crate::text::{Span, border};
use crate::words::pattern::OneOf;

/// One sentence of clean text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub range: Range<usize>,
    /// The passage that holds it: an index into [`Document::passages`](crate::document::Document::passages).
    pub passage: usize,
    pub place: Place,
}

impl Prose {
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The sentences that say something: those of headings only name what is said below them.
    pub fn statements(&self) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().filter(|it| !it.place.is_heading())
    }

    /// The words of a sentence.
    pub fn said(&self, sentence: &Sentence) -> &str {
        &self.text[sentence.range.clone()]
    }

    /// The passage around a sentence, as far as it is near: it may be as long as the text, and hold all of its sentences.
    pub fn near(&self, sentence: &Sentence) -> &str {
        const NEAR: usize = 1000;
        let whole = self.passage_range(sentence.passage);
        let start = border(&self.text, whole.start.max(sentence.range.start.saturating_sub(NEAR)));
        let end = border(&self.text, whole.end.min(sentence.range.end + NEAR));
        &self.text[start..end]
    }

    /// The original bytes of a range that was found in the words of a sentence.
    pub fn span_in(&self, sentence: &Sentence, found: &Range<usize>) -> Span {
        self.span(sentence.range.start + found.start..sentence.range.start + found.end)
    }

    /// Of some sentences, by their numbers, those in which one of some patterns may match; none where nothing is known of the
    /// text.
    pub fn sentences_with(&self, words: &OneOf, some: Range<usize>) -> Option<Vec<usize>> {
        let (first, last) = (self.sentences[some.clone()].first()?, self.sentences[some.clone()].last()?);
        let places = words.places(&self.text[first.range.start..last.range.end])?;
        let places: Vec<usize> = places.into_iter().map(|it| first.range.start + it).collect();
        let mut out = Vec::new();
        let (mut next, mut rest) = (some.start, &places[..]);
        while let [place, ..] = rest {
            next += self.sentences[next..some.end].partition_point(|it| it.range.end <= *place);
            let Some(Sentence { range, .. }) = self.sentences[..some.end].get(next) else { break };
            let is_inside = range.start <= *place;
            out.extend(is_inside.then_some(next));
            let end = if is_inside { range.end } else { range.start };
            rest = &rest[rest.partition_point(|it| *it < end)..];
        }
        Some(out)
    }

    /// The sentence around a place of clean text.
    pub fn sentence_at(&self, clean: usize) -> Option<&Sentence> {
        let index = self.sentences.partition_point(|it| it.range.end <= clean);
        self.sentences.get(index).filter(|it| it.range.start <= clean)
    }
}
