//! What a person wrote, as clean text in single spaces, with the way back to the original bytes.
//! Code, addresses, quotations, comments, formulas, images and logs are one [`MASK`] each; block quotes are left out.

mod again;
mod letters;
mod sentence;

use std::ops::Range;

use smallvec::SmallVec;

use super::Document;
use super::label;
use super::mask::{self, Leaves, Stand};
use super::passage::Passage;
use crate::text::Span;
use crate::words::entity::entity;
use crate::words::pattern::{OneOf, Sifting};
use crate::words::sentence::split as sentences_of;

use letters::{is_mark, plain};
pub use sentence::Sentence;

/// Stands in clean text for something that can be looked up but is not prose.
pub const MASK: char = '\u{fffc}';

/// A piece of clean text and the bytes that it stands for.
#[derive(Debug, Clone, Copy)]
struct Piece {
    clean: usize,
    original: Span,
    /// One letter stands for all bytes; otherwise each byte for itself, and a space of clean text for none.
    whole: bool,
    stand: Option<Stand>,
}

#[derive(Debug, Default)]
pub struct Prose {
    text: String,
    pieces: Vec<Piece>,
    sentences: Vec<Sentence>,
    /// The clean text of each passage.
    passages: Vec<Range<usize>>,
    /// Keeps known where which patterns cannot match; `text` does not change any more when it is made.
    sifting: Sifting,
}

/// So many pieces has a passage where texts have many marks. What nothing is written to costs nothing.
const PIECES: usize = 6;

impl Prose {
    pub fn of(doc: &Document) -> Self {
        let count = doc.passages().len();
        // Lists that grow are copied again and again.
        let mut prose = Self {
            text: String::with_capacity(doc.text().len()),
            pieces: Vec::with_capacity(PIECES * count),
            sentences: Vec::with_capacity(count),
            passages: Vec::with_capacity(count),
            sifting: Sifting::default(),
        };
        prose.read(doc, 0..count);
        Self { sifting: Sifting::of(&prose.text), ..prose }
    }

    fn read(&mut self, doc: &Document, passages: Range<usize>) {
        for (index, passage) in passages.clone().zip(&doc.passages()[passages]) {
            let start = self.text.len();
            if !passage.quoted && !passage.broken {
                self.add(doc, passage);
            }
            let range = start..self.text.len();
            self.split(doc, index, passage, range.clone());
            self.passages.push(range);
            self.text.push('\n');
        }
    }

    /// All clean text; passages are separated by line ends.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The clean text of passage `index`.
    pub fn passage(&self, index: usize) -> &str {
        &self.text[self.passages[index].clone()]
    }

    pub fn passage_range(&self, index: usize) -> Range<usize> {
        self.passages[index].clone()
    }

    /// The passage that a place of clean text belongs to.
    pub fn passage_at(&self, clean: usize) -> usize {
        self.passages.partition_point(|range| range.end < clean).min(self.passages.len().saturating_sub(1))
    }

    /// Whether some question holds of any passage; it holds of none without a match of some patterns.
    pub fn has_passage(&self, words: &OneOf, holds: impl Fn(&str) -> bool) -> bool {
        let Some(places) = words.places(&self.text) else { return holds(&self.text) };
        let mut passages: Vec<usize> = places.into_iter().map(|place| self.passage_at(place)).collect();
        passages.dedup();
        passages.into_iter().any(|index| holds(self.passage(index)))
    }

    /// The original bytes of a range of clean text.
    pub fn span(&self, clean: Range<usize>) -> Span {
        let start = self.original(clean.start, false);
        let end = if clean.is_empty() { start } else { self.original(clean.end, true) };
        Span::new(start, end.max(start))
    }

    /// Where a place of clean text is in the original: before what stands there, or behind what stands before it.
    fn original(&self, clean: usize, is_end: bool) -> usize {
        let reached = self.pieces.partition_point(|piece| piece.clean + usize::from(is_end) <= clean);
        let Some(piece) = reached.checked_sub(1).map(|index| self.pieces[index]) else { return 0 };
        match piece.whole {
            true if is_end || clean > piece.clean => piece.original.end,
            true => piece.original.start,
            false => (piece.original.start + (clean - piece.clean)).min(piece.original.end),
        }
    }

    /// The clean text that stands for the original bytes of `span`.
    pub fn clean(&self, span: Span) -> &str {
        &self.text[self.clean_range(span)]
    }

    /// Where the original bytes of `span` are in clean text; a letter that stands for some of them counts whole.
    pub fn clean_range(&self, span: Span) -> Range<usize> {
        let from = self.pieces.partition_point(|piece| piece.original.end <= span.start);
        let to = self.pieces.partition_point(|piece| piece.original.start < span.end);
        let Some(first) = self.pieces.get(from) else { return self.text.len()..self.text.len() };
        if from >= to {
            return first.clean..first.clean;
        }
        let last = self.pieces[to - 1];
        let into = if first.whole { 0 } else { span.start.saturating_sub(first.original.start) };
        let length = match last.whole {
            true => self.text[last.clean..].chars().next().map_or(0, char::len_utf8),
            false => span.end.min(last.original.end) - last.original.start,
        };
        first.clean + into..(last.clean + length).max(first.clean + into)
    }

    /// A range of clean text as it is read: what a mask stands for is written out.
    pub fn readable(&self, doc: &Document, clean: Range<usize>) -> String {
        if !self.text[clean.clone()].contains(MASK) {
            return self.text[clean].to_owned();
        }
        let mut masks = self.masks(clean.clone());
        let mut out = String::new();
        for letter in self.text[clean].chars() {
            let mask = if letter == MASK { masks.next() } else { None };
            match mask {
                // The marks of code hold whatever is in it, those of an address hold no other.
                Some((_, span)) => out.push_str(&match doc.at(span) {
                    code if code.starts_with('`') => doc.code_as_read(span),
                    address => address.trim_matches(['<', '>']).into(),
                }),
                None => out.push(letter),
            }
        }
        out
    }

    /// The masks in a range of clean text: what they stand for, and where.
    pub fn masks(&self, clean: Range<usize>) -> impl Iterator<Item = (Stand, Span)> + '_ {
        let from = self.pieces.partition_point(|piece| piece.clean < clean.start);
        self.pieces[from..]
            .iter()
            .take_while(move |piece| piece.clean < clean.end)
            .filter_map(|piece| piece.stand.map(|stand| (stand, piece.original)))
    }

    /// Splits a passage into sentences; a line that begins with a label begins one too.
    fn split(&mut self, doc: &Document, index: usize, passage: &Passage, range: Range<usize>) {
        let mut start = range.start;
        let labels = label::keys(doc, index).map(|key| self.clean_range(key).start);
        let borders: SmallVec<[usize; 4]> = labels.filter(|border| range.contains(border)).chain([range.end]).collect();
        for border in borders {
            for part in sentences_of(&self.text[start..border]) {
                let range = start + part.start..start + part.end;
                self.sentences.push(Sentence { range, passage: index, place: passage.place });
            }
            start = border;
        }
    }

    fn add(&mut self, doc: &Document, passage: &Passage) {
        let masks = mask::masks(doc, passage);
        let mut masks = masks.iter().peekable();
        let start = self.text.len();
        let mut covered = 0;
        for content in &passage.content {
            let mut at = content.start.max(covered);
            while let Some(mask) = masks.next_if(|mask| mask.span.start < content.end) {
                if mask.span.start > at {
                    self.copy(doc, Span::new(at, mask.span.start), start);
                }
                match mask.leaves {
                    Leaves::Stand(stand) => self.put(MASK, mask.span, Some(stand)),
                    Leaves::Space => self.space(mask.span.start, start),
                    Leaves::Nothing => {}
                }
                at = at.max(mask.span.end);
                covered = at;
            }
            if at < content.end {
                self.copy(doc, Span::new(at, content.end), start);
            }
            self.space(content.end.max(covered), start);
        }
        while self.text.len() > start && self.text.ends_with(' ') {
            self.text.pop();
            self.pieces.pop();
        }
    }

    /// Puts one letter for all bytes of `original`.
    fn put(&mut self, letter: char, original: Span, stand: Option<Stand>) {
        self.pieces.push(Piece { clean: self.text.len(), original, whole: true, stand });
        self.text.push(letter);
    }

    /// One space, unless there is one already or the passage has just begun.
    fn space(&mut self, original: usize, start: usize) {
        if self.text.len() > start && !self.text.ends_with(' ') {
            let original = Span::new(original, original);
            self.pieces.push(Piece { clean: self.text.len(), original, whole: false, stand: None });
            self.text.push(' ');
        }
    }

    /// Copies original text, without the marks of emphasis and escape, and with its entities as letters.
    fn copy(&mut self, doc: &Document, span: Span, start: usize) {
        let text = doc.at(span);
        let mut previous = self.text.chars().next_back().unwrap_or(' ');
        let mut at = 0;
        let mut is_run = false;
        while let Some(letter) = text[at..].chars().next() {
            let from = span.start + at;
            let plain = plain(&text.as_bytes()[at..]);
            if plain > 0 {
                self.letters(&text[at..at + plain], from, is_run);
                at += plain;
                previous = char::from(text.as_bytes()[at - 1]);
                is_run = true;
                continue;
            }
            at += letter.len_utf8();
            let next = text[at..].chars().next().unwrap_or(' ');
            let entity = (letter == '&').then(|| entity(&text[at - 1..])).flatten();
            let read = entity.map_or(letter, |(_, letter)| letter);
            at = entity.map_or(at, |(length, _)| at - 1 + length);
            let is_mark = is_mark(previous, letter, next);
            previous = read;
            if is_mark || read.is_whitespace() || read.is_control() {
                is_run = false;
                if !is_mark {
                    self.space(from, start);
                }
            } else if entity.is_some() {
                is_run = false;
                self.put(read, Span::new(from, span.start + at), None);
            } else {
                self.letters(letter.encode_utf8(&mut [0; 4]), from, is_run);
                is_run = true;
            }
        }
    }

    /// Adds letters as they are written.
    fn letters(&mut self, letters: &str, from: usize, is_run: bool) {
        let to = from + letters.len();
        match self.pieces.last_mut() {
            Some(piece) if is_run => piece.original.end = to,
            _ => {
                let original = Span::new(from, to);
                self.pieces.push(Piece { clean: self.text.len(), original, whole: false, stand: None });
            }
        }
        self.text.push_str(letters);
    }
}
