//! What a person wrote, as clean text in single spaces, with the way back to the original bytes.
//! Code, addresses, quotations, comments, formulas, images and logs are one [`MASK`] each; block quotes are left out.

use std::ops::Range;

use super::Document;
use super::passage::{Passage, Place};
use crate::markdown::{Inline, InlineKind};
use crate::text::Span;
use crate::words::{log, sentence};

/// Stands in clean text for something that can be looked up but is not prose.
pub const MASK: char = '\u{fffc}';

/// What a mask stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    Code,
    Address,
    Quotation,
    Image,
    Log,
    Other,
}

/// A piece of clean text and the bytes that it stands for.
#[derive(Debug, Clone, Copy)]
struct Piece {
    clean: usize,
    original: Span,
    mask: Option<Stand>,
}

#[derive(Debug, Default)]
pub struct Prose {
    text: String,
    pieces: Vec<Piece>,
    sentences: Vec<Sentence>,
    /// The clean text of each passage.
    passages: Vec<Range<usize>>,
}

/// One sentence of clean text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub range: Range<usize>,
    /// The passage that holds it: an index into [`Document::passages`].
    pub passage: usize,
    pub place: Place,
}

impl Prose {
    pub fn of(doc: &Document) -> Self {
        let mut prose = Self::default();
        for (index, passage) in doc.passages().iter().enumerate() {
            let start = prose.text.len();
            if !passage.quoted && !passage.broken {
                prose.add(doc, passage);
            }
            let range = start..prose.text.len();
            for part in sentence::split(&prose.text[range.clone()]) {
                let range = start + part.start..start + part.end;
                prose.sentences.push(Sentence { range, passage: index, place: passage.place });
            }
            prose.passages.push(range);
            prose.text.push('\n');
        }
        prose
    }

    /// All clean text; passages are separated by line ends.
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
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

    /// The sentence around a place of clean text.
    pub fn sentence_at(&self, clean: usize) -> Option<&Sentence> {
        let index = self.sentences.partition_point(|it| it.range.end <= clean);
        self.sentences.get(index).filter(|it| it.range.start <= clean)
    }

    /// The original bytes of a range of clean text.
    pub fn span(&self, clean: Range<usize>) -> Span {
        let piece = |at: usize| self.pieces[self.pieces.partition_point(|piece| piece.clean <= at).saturating_sub(1)];
        let first = piece(clean.start);
        let last = piece(clean.end.saturating_sub(1).max(clean.start));
        let start = if first.mask.is_some() {
            first.original.start
        } else {
            first.original.start + (clean.start - first.clean)
        };
        let end = if last.mask.is_some() { last.original.end } else { last.original.start + (clean.end - last.clean) };
        Span::new(start.min(first.original.end), end.min(last.original.end).max(start.min(first.original.end)))
    }

    /// The clean text that stands for the original bytes of `span`.
    pub fn clean(&self, span: Span) -> &str {
        &self.text[self.clean_range(span)]
    }

    pub fn clean_range(&self, span: Span) -> Range<usize> {
        let from = self.pieces.partition_point(|piece| piece.original.end <= span.start);
        let to = self.pieces.partition_point(|piece| piece.original.start < span.end);
        if from >= to {
            return 0..0;
        }
        let (first, last) = (self.pieces[from], self.pieces[to - 1]);
        let into = if first.mask.is_some() { 0 } else { span.start.saturating_sub(first.original.start) };
        let length =
            if last.mask.is_some() { MASK.len_utf8() } else { span.end.min(last.original.end) - last.original.start };
        let range = first.clean + into..last.clean + length;
        if range.start > range.end { range.start..range.start } else { range }
    }

    /// The masks in a range of clean text: what they stand for, and where.
    pub fn masks(&self, clean: Range<usize>) -> impl Iterator<Item = (Stand, Span)> + '_ {
        let from = self.pieces.partition_point(|piece| piece.clean < clean.start);
        self.pieces[from..]
            .iter()
            .take_while(move |piece| piece.clean < clean.end)
            .filter_map(|piece| piece.mask.map(|stand| (stand, piece.original)))
    }

    fn add(&mut self, doc: &Document, passage: &Passage) {
        let masks = masks(doc, passage);
        let mut mask = masks.iter().peekable();
        let start = self.text.len();
        let mut covered = 0;
        for content in &passage.content {
            let mut at = content.start.max(covered);
            while let Some((span, stand)) = mask.next_if(|(span, _)| span.start < content.end) {
                if span.start > at {
                    self.copy(doc, Span::new(at, span.start), start);
                }
                match stand {
                    Some(stand) => self.put(*span, *stand),
                    None => self.space(span.start, start),
                }
                at = at.max(span.end);
                covered = at;
            }
            if at < content.end {
                self.copy(doc, Span::new(at, content.end), start);
            }
            self.space(content.end, start);
        }
        while self.text.len() > start && self.text.ends_with(' ') {
            self.text.pop();
        }
    }

    fn put(&mut self, original: Span, stand: Stand) {
        self.pieces.push(Piece { clean: self.text.len(), original, mask: Some(stand) });
        self.text.push(MASK);
    }

    /// One space, unless there is one already or the passage has just begun.
    fn space(&mut self, original: usize, start: usize) {
        if self.text.len() > start && !self.text.ends_with(' ') {
            self.pieces.push(Piece { clean: self.text.len(), original: Span::new(original, original), mask: None });
            self.text.push(' ');
        }
    }

    /// Copies original text, without the marks of emphasis and escape.
    fn copy(&mut self, doc: &Document, span: Span, start: usize) {
        let text = doc.at(span);
        let mut previous = self.text.chars().next_back().unwrap_or(' ');
        let mut letters = text.char_indices().peekable();
        let mut is_run = false;
        while let Some((at, letter)) = letters.next() {
            let next = letters.peek().map_or(' ', |(_, next)| *next);
            let is_mark = match letter {
                '*' => true,
                '_' | '~' => {
                    letter == next || letter == previous || !(previous.is_alphanumeric() && next.is_alphanumeric())
                }
                '\\' => next.is_ascii_punctuation(),
                _ => false,
            };
            previous = letter;
            if is_mark {
                is_run = false;
            } else if letter.is_whitespace() || letter.is_control() {
                is_run = false;
                self.space(span.start + at, start);
            } else {
                let from = span.start + at;
                let to = from + letter.len_utf8();
                match self.pieces.last_mut() {
                    Some(piece) if is_run => piece.original.end = to,
                    _ => self.pieces.push(Piece { clean: self.text.len(), original: Span::new(from, to), mask: None }),
                }
                self.text.push(letter);
                is_run = true;
            }
        }
    }
}

/// What of a passage is not prose, in order and without overlaps. Without a stand, nothing is left in its place.
fn masks(doc: &Document, passage: &Passage) -> Vec<(Span, Option<Stand>)> {
    let mut masks: Vec<(Span, Option<Stand>)> = Vec::new();
    for inline in passage.inlines(doc) {
        from_inline(doc, inline, &mut masks);
    }
    for (index, piece) in passage.content.iter().enumerate() {
        log_lines(doc, *piece, &mut masks);
        addresses(doc, *piece, &mut masks);
        quotations(doc, *piece, &mut masks);
        if index == 0 {
            alert_mark(doc, *piece, &mut masks);
        }
        if doc.source().path().is_some_and(|path| path.ends_with(".mdx")) {
            expressions(doc, *piece, &mut masks);
        }
    }
    masks.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    masks.retain(|(span, _)| {
        let is_free = span.start >= end;
        end = end.max(span.end);
        is_free
    });
    masks
}

fn from_inline(doc: &Document, inline: &Inline, masks: &mut Vec<(Span, Option<Stand>)>) {
    match inline.kind {
        InlineKind::Code => masks.push((inline.span, Some(Stand::Code))),
        InlineKind::Autolink => masks.push((inline.span, Some(Stand::Address))),
        InlineKind::Image => masks.push((inline.span, Some(Stand::Image))),
        InlineKind::Math => masks.push((inline.span, Some(Stand::Other))),
        InlineKind::Tag | InlineKind::Comment => masks.push((inline.span, None)),
        // The words of a link are prose; its brackets and its destination are not.
        InlineKind::Link if doc.at(inline.text).trim().starts_with('^') => masks.push((inline.span, None)),
        InlineKind::Link => {
            masks.push((Span::new(inline.span.start, inline.text.start), None));
            masks.push((Span::new(inline.text.end, inline.span.end), None));
        }
    }
}

fn log_lines(doc: &Document, piece: Span, masks: &mut Vec<(Span, Option<Stand>)>) {
    let mut at = piece.start;
    for line in doc.at(piece).split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(doc.text());
        at += line.len();
        if !span.is_empty() && log::is_log_line(doc.at(span)) {
            masks.push((span, Some(Stand::Log)));
        }
    }
}

/// Addresses that stand bare in the text.
fn addresses(doc: &Document, piece: Span, masks: &mut Vec<(Span, Option<Stand>)>) {
    for span in super::link::bare_addresses(doc.text(), piece) {
        masks.push((span, Some(Stand::Address)));
    }
}

/// A quotation longer than this is more likely an unpaired mark.
const LONGEST_QUOTATION: usize = 300;

fn quotations(doc: &Document, piece: Span, masks: &mut Vec<(Span, Option<Stand>)>) {
    let text = doc.at(piece);
    for (open, close) in [('"', '"'), ('\u{201c}', '\u{201d}'), ('\u{ab}', '\u{bb}')] {
        let mut at = 0;
        while let Some(from) = text[at..].find(open).map(|found| at + found) {
            let inside = from + open.len_utf8();
            let Some(to) = text[inside..].find(close).map(|found| inside + found) else { break };
            let before = text[..from].chars().next_back().unwrap_or(' ');
            let opens_here = !before.is_alphanumeric() || open != '"';
            if opens_here && to > inside && to - inside <= LONGEST_QUOTATION {
                masks.push((Span::new(from, to + close.len_utf8()).after(piece.start), Some(Stand::Quotation)));
                at = to + close.len_utf8();
            } else {
                at = inside;
            }
        }
    }
}

/// `[!NOTE]` says what the box is, not what it says.
fn alert_mark(doc: &Document, piece: Span, masks: &mut Vec<(Span, Option<Stand>)>) {
    let text = doc.at(piece);
    if let (true, Some(end)) = (text.starts_with("[!"), text.find(']')) {
        masks.push((Span::new(piece.start, piece.start + end + 1), None));
    }
}

/// `{…}` of MDX.
fn expressions(doc: &Document, piece: Span, masks: &mut Vec<(Span, Option<Stand>)>) {
    let text = doc.at(piece);
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|found| at + found) {
        let Some(close) = text[open..].find('}').map(|found| open + found + 1) else { break };
        masks.push((Span::new(open, close).after(piece.start), Some(Stand::Code)));
        at = close;
    }
}
