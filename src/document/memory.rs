//! What was read in the pieces of a text, each by itself: asked twice, it is read once, and between two versions of a text
//! that somebody writes nearly all of its pieces stay. Knows neither what was looked for nor why.

mod drawer;
mod shelf;
mod version;

use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Range;

use super::{Document, Sentence};
use crate::text::Span;
use crate::words::pattern::OneOf;
use drawer::Drawer;
use shelf::{Found, Shelf};
pub use shelf::{Kept, Outcome};
use version::{Last, Since};

/// A sentence, and what was found in it.
#[derive(Debug, Clone)]
pub struct Said<'d, R> {
    /// Its number among all sentences.
    pub index: usize,
    pub sentence: &'d Sentence,
    /// Its words.
    pub text: &'d str,
    pub found: R,
}

/// What is kept of a text for its next version.
#[derive(Debug, Default)]
pub struct Memory {
    /// The number of the version that is being read.
    turn: Cell<usize>,
    last: RefCell<Option<Last>>,
    passages: Shelf,
    sentences: Shelf,
    code: Shelf,
    spans: Shelf,
    texts: Drawer,
}

/// The memory that a text is read with, and what of the version before is in this one.
#[derive(Debug, Default)]
pub(super) struct Recall<'m> {
    lent: Option<&'m Memory>,
    own: Memory,
    turn: usize,
    since: OnceCell<Option<Since>>,
    passages: OnceCell<Kept>,
    /// The passages whose prose was taken over.
    prose: OnceCell<Kept>,
    sentences: OnceCell<Option<Kept>>,
    code: OnceCell<Option<Kept>>,
}

impl<'m> Recall<'m> {
    pub fn with(memory: &'m Memory) -> Self {
        let turn = memory.turn.get() + 1;
        memory.turn.set(turn);
        Self { lent: Some(memory), turn, ..Self::default() }
    }

    fn memory(&self) -> &Memory {
        self.lent.unwrap_or(&self.own)
    }

    /// What has changed since the version before.
    fn since(&self, now: &str) -> Option<Since> {
        *self.since.get_or_init(|| Some(Since::of(self.memory().last.borrow().as_ref()?, now)))
    }
}

/// Bytes of the shortest sentence that may say anything by itself: `P1` does, a letter or a dash in a cell does not.
const SHORTEST: usize = 2;

/// To read so few sentences takes no longer than to find out which of them hold a word.
const FEW: usize = 32;

impl Document<'_> {
    /// The sentences in which a reading of each by itself finds something.
    pub fn in_sentences<R: Outcome>(&self, read: impl Fn(&str) -> R + 'static) -> impl Iterator<Item = Said<'_, R>> {
        self.in_each_sentence(move |text| if text.len() < SHORTEST { R::default() } else { read(text) })
    }

    /// The same, where a reading finds nothing in what matches none of some patterns: no other sentence is read.
    pub fn in_sentences_with<R: Outcome>(
        &self,
        words: &'static OneOf,
        read: impl Fn(&str) -> R + 'static,
    ) -> impl Iterator<Item = Said<'_, R>> {
        let read = move |text: &str| if text.len() < SHORTEST { R::default() } else { read(text) };
        if cfg!(debug_assertions) {
            self.prove(words, &read);
        }
        self.in_some_sentences(Some(words), read)
    }

    /// That a reading finds nothing in a sentence in which no word says so.
    fn prove<R: Outcome>(&self, words: &'static OneOf, read: impl Fn(&str) -> R) {
        let (prose, all) = (self.prose(), self.prose().sentences());
        let Some(few) = prose.sentences_with(words, 0..all.len()) else { return };
        let is_missed = |at: &usize| few.binary_search(at).is_err() && !read(prose.said(&all[*at])).is_nothing();
        let missed = (0..all.len()).find(is_missed);
        assert_eq!(missed.map(|at| prose.said(&all[at])), None, "something is found where no word says so");
    }

    /// The same of the shortest sentences, too.
    pub(super) fn in_each_sentence<R: Outcome>(
        &self,
        read: impl Fn(&str) -> R + 'static,
    ) -> impl Iterator<Item = Said<'_, R>> {
        self.in_some_sentences(None, read)
    }

    /// The same, where words may say that nothing is to be found.
    fn in_some_sentences<R: Outcome>(
        &self,
        words: Option<&'static OneOf>,
        read: impl Fn(&str) -> R + 'static,
    ) -> impl Iterator<Item = Said<'_, R>> {
        let (prose, memory) = (self.prose(), self.recall.memory());
        let now = prose.sentences();
        let kept = self.recall.sentences.get_or_init(|| self.kept_sentences());
        let which = |range: Range<usize>| {
            let words = words.filter(|_| range.len() > FEW);
            let few = words.and_then(|it| prose.sentences_with(it, range.clone()));
            let all = if few.is_some() { 0..0 } else { range };
            all.chain(few.into_iter().flatten())
        };
        let said = |at: usize| prose.said(&now[at]);
        let found = memory.sentences.read_some(self.recall.turn, *kept, now.len(), which, said, read);
        let said = move |(index, found)| Said { index, sentence: &now[index], text: prose.said(&now[index]), found };
        each(found).map(said)
    }

    /// The same of what matches one of some patterns, without headings, which only name what is said below them, and without
    /// what a form says to whoever fills it in: "[What comes up next week]".
    pub fn in_statements_with<R: Outcome>(
        &self,
        words: &'static OneOf,
        read: impl Fn(&str) -> R + 'static,
    ) -> impl Iterator<Item = Said<'_, R>> {
        let is_of_form = |text: &str| {
            let inside = text.strip_prefix('[').and_then(|it| it.trim_end().strip_suffix(']'));
            inside.is_some_and(|it| !it.contains(['[', ']']))
        };
        self.in_sentences_with(words, read).filter(move |it| !it.sentence.place.is_heading() && !is_of_form(it.text))
    }

    /// What a reading finds in some text by itself.
    pub fn once<R: Clone + Send + 'static, F: Fn(&str) -> R + 'static>(&self, text: &str, read: F) -> R {
        const { assert!(size_of::<F>() == 0, "what a reading holds besides, its outcome depends on") };
        match self.recall.lent {
            Some(memory) => memory.texts.read(self.recall.turn, text, read),
            None => read(text),
        }
    }

    /// The passages, each as it is written, that a reading holds for, by their numbers.
    pub fn in_passages(&self, read: impl Fn(&str) -> bool + 'static) -> impl Iterator<Item = usize> {
        let (now, memory) = (self.passages(), self.recall.memory());
        let kept = self.recall.passages.get().copied();
        each(memory.passages.read(self.recall.turn, kept, now.len(), |at| self.at(now[at].span), read))
            .map(|(at, _)| at)
    }

    /// What a reading finds in the texts of some spans, in order, each by itself.
    pub fn in_spans<R: Outcome>(&self, spans: Vec<Span>, read: impl Fn(&str) -> R + 'static) -> Vec<(Span, R)> {
        let Some(memory) = self.recall.lent else {
            let each = spans.into_iter().map(|span| (span, read(self.at(span))));
            return each.filter(|(_, found)| !found.is_nothing()).collect();
        };
        let since = self.recall.since(self.text());
        memory.spans.read_at(self.recall.turn, since, spans, self.text(), read)
    }

    /// The blocks of code in whose bodies, each by itself, a reading finds something, by their numbers.
    pub fn in_code<R: Outcome>(&self, read: impl Fn(&str) -> R + 'static) -> impl Iterator<Item = (usize, R)> {
        let (now, memory) = (self.code(), self.recall.memory());
        let kept = self.recall.code.get_or_init(|| {
            let last = memory.last.borrow();
            let Last { turn, text, code: old, .. } = last.as_ref()?;
            Some(Kept::of(*turn, old.len(), now.len(), |a, b| old[a].body.of(text) == self.at(now[b].body)))
        });
        each(memory.code.read(self.recall.turn, *kept, now.len(), |at| self.at(now[at].body), read))
    }
}

fn each<R: Outcome>(found: Found<R>) -> impl Iterator<Item = (usize, R)> {
    (0..found.len()).map(move |at| found[at].clone())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Memory;
    use crate::document::Document;
    use crate::text::{Origin, Source, Span};
    use crate::words::english::ask;
    use crate::words::output;

    const TEXT: &str = "# A *plan*\n\n**Who:** `ada`. Could you look? \"It works\", he said.\n\n- [ ] one [link][a] here\n  goes on\n- two\n\n```\nnpm ERR! no\n```\n\n> quoted\n\n| a | b |\n|---|---|\n| c | &amp; d |\n\n[a]: https://example.com\n\n<p>Text.</p>\n\nlast line\n";

    /// What is put in place of something else.
    const PIECES: &[&str] = &[
        "", "x", " ", "\n", "\n\n", "\r", "\r\n", "`", "\"", "*", "# ", "- ", "[a]", "[a]: u\n", "```\n", "<!-- ",
        " -->", "\u{e9}",
    ];

    /// All that is asked of a text, for comparing.
    fn read(doc: &Document) -> Vec<String> {
        let prose = doc.prose();
        let places = (0..prose.text().len()).map(|at| prose.span(at..at + 1)).collect::<Vec<_>>();
        let masks = prose.masks(0..prose.text().len()).collect::<Vec<_>>();
        let asks = doc.in_sentences(ask::find).map(|it| (it.index, it.found)).collect::<Vec<_>>();
        let errors = doc.in_code(output::holds_error).collect::<Vec<_>>();
        let words = doc.in_spans(doc.written(), |it| Some(it.len()));
        vec![
            format!("{:?}", prose.text()),
            format!("{places:?}"),
            format!("{masks:?}"),
            format!("{:?}", prose.sentences()),
            format!("{:?} {:?}", doc.blocks(), doc.passages()),
            format!("{asks:?} {errors:?} {words:?}"),
            format!("{:?} {:?}", doc.links(), doc.lines()),
        ]
    }

    #[test]
    fn a_letter_outside_of_ascii_may_become_one_inside() {
        let (before, after) = (
            "\u{1f44b}\u{1f3fd} \u{e9}t\u{e9}: please review by EOD\n",
            "\u{1f44b}  \u{e9}t\u{e9}: please review by EOD\n",
        );
        let memory = Memory::default();
        for text in [before, after] {
            let text = format!("# Plan\n\nSome words stand here first.\n\n{text}\nAnd some behind it.\n");
            let source = Source::new("a text", text, Origin::Unnamed);
            let doc = Document::new(&source).with_memory(&memory);
            assert_eq!(read(&doc), read(&Document::new(&source)));
            doc.remember();
        }
    }

    #[test]
    fn the_same_reading_may_be_asked_of_other_places() {
        let source = Source::new("a text", "one two three", Origin::Unnamed);
        let memory = Memory::default();
        let doc = Document::new(&source).with_memory(&memory);
        let places = |spans: &[(usize, usize)]| {
            let spans: Vec<Span> = spans.iter().map(|(start, end)| Span::new(*start, *end)).collect();
            doc.in_spans(spans, is_short).iter().map(|(span, _)| span.start).collect::<Vec<_>>()
        };
        assert_eq!(places(&[(0, 3), (4, 7), (8, 13)]), [0, 4]);
        assert_eq!(places(&[(4, 7), (8, 13)]), [4]);
        assert_eq!(places(&[(0, 3), (4, 7), (8, 13)]), [0, 4]);
    }

    fn is_short(text: &str) -> bool {
        text.len() < 4
    }

    /// What differs between a text that was edited, with what is remembered of it, and the same text read anew.
    fn difference(edits: &[(f64, usize, usize)]) -> Option<String> {
        let memory = Memory::default();
        let mut text = TEXT.to_owned();
        edits.iter().find_map(|&(place, length, piece)| {
            let border = |at: usize| (0..=at.min(text.len())).rev().find(|it| text.is_char_boundary(*it)).unwrap_or(0);
            let start = border((place * text.len() as f64) as usize);
            let end = border(start + length).max(start);
            text.replace_range(start..end, PIECES[piece]);
            let source = Source::new("a text", text.clone(), Origin::Unnamed);
            let doc = Document::new(&source).with_memory(&memory);
            let (remembered, anew) = (read(&doc), read(&Document::new(&source)));
            doc.remember();
            (remembered != anew).then(|| format!("{text:?}\nremembered: {remembered:#?}\nread anew: {anew:#?}"))
        })
    }

    #[test]
    fn edits_that_once_were_remembered_wrongly() {
        for edits in [[(0.0, 0, 5), (0.0, 3, 0)], [(0.16896260769063495, 0, 15), (0.15789039346053468, 3, 0)]] {
            assert_eq!(difference(&edits), None);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_remembered_is_what_is_read(edits in prop::collection::vec((0.0..1.0, 0usize..12, 0..PIECES.len()), 1..9)) {
            prop_assert_eq!(difference(&edits), None);
        }
    }
}
