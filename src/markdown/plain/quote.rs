//! Quotes that stand in nothing else, or in the text of an item, and hold nothing but paragraphs and quotes.

use super::Reader;
use crate::markdown::block::BlockKind;
use crate::markdown::line::{self, Line};
use crate::markdown::neutral::DEEPEST;
use crate::text::Span;

impl Reader<'_> {
    /// A line that begins with the mark of a quote.
    pub(super) fn quote(&mut self, line: Line, inside: usize) -> Option<usize> {
        let is_inner = inside == self.items.len();
        let is_outer = inside == 0 && line.indent == 0 && self.quotes.is_empty();
        if !is_inner && !is_outer {
            return None;
        }
        let (marks, at) = self.marks(line);
        let depth = marks.len();
        let rest = &self.text[at..line.end];
        let words = rest.trim_start_matches(' ');
        if words.is_empty() {
            return self.blank_in_quote(depth, line);
        }
        let goes_on = self.words.is_some() && depth <= self.quotes.len();
        let is_code = rest.len() - words.len() >= line::CODE && !goes_on;
        if is_code || !self.is_words(words, depth) {
            return None;
        }
        // Looking for the marks of deeper quotes, the grammar takes the spaces before the text.
        let at = if depth < self.quotes.len() { line.end - words.len() } else { at };
        if goes_on {
            let open = self.words.as_mut()?;
            open.content.push(Span::new(at, line.next));
            open.end = line.end;
            return Some(line.next);
        }
        self.end_words();
        self.close_quotes(depth);
        if !is_inner {
            self.close(0);
        }
        for mark in &marks[self.quotes.len()..] {
            let quote = self.add(BlockKind::Quote, Span::new(*mark, *mark), Vec::new());
            self.quotes.push(quote);
        }
        self.begin(at, &line, None);
        Some(line.next)
    }

    /// Whether the paragraph of a quote certainly goes on in words without a mark.
    pub(super) fn is_lazy(&self, words: &str) -> bool {
        let is_begun = words.starts_with(|it: char| it.is_ascii_alphanumeric() || it == '`');
        self.words.is_some() && is_begun && !line::begins_block(words)
    }

    /// Where the marks of a line stand, and where its text begins.
    fn marks(&self, line: Line) -> (Vec<usize>, usize) {
        let bytes = &self.text.as_bytes()[..line.end];
        let (mut marks, mut at) = (Vec::new(), line.text);
        while bytes.get(at) == Some(&b'>') && marks.len() < DEEPEST {
            marks.push(at);
            at += if bytes.get(at + 1) == Some(&b' ') { 2 } else { 1 };
        }
        (marks, at)
    }

    /// A line of nothing but marks ends the paragraph, and the quotes that it does not mark.
    fn blank_in_quote(&mut self, depth: usize, line: Line) -> Option<usize> {
        if self.quotes.len() < depth {
            return None;
        }
        self.end_words();
        self.close_quotes(depth);
        Some(line.next)
    }

    /// Whether what stands behind the marks is certainly text.
    fn is_words(&self, words: &str, depth: usize) -> bool {
        // The grammar is not shown the marks of deeper quotes, unless a list begins before them. Where a line holds nothing
        // else, they are no text at its end.
        let is_deepest = self.items.is_empty() && depth == DEEPEST && words.starts_with('>');
        let is_first = is_deepest && self.quotes.is_empty();
        let has_words = !words.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'>'));
        let is_text = if is_deepest { !words.contains('<') } else { !line::begins_block(words) };
        line::is_plainly_spaced(words) && is_text && (has_words || is_first)
    }

    /// Ends all quotes but the first `left`.
    pub(super) fn close_quotes(&mut self, left: usize) {
        let end = self.list.last().map_or(0, |last| last.span.end);
        for quote in self.quotes.drain(left.min(self.quotes.len())..) {
            self.list[quote].span.end = end;
        }
    }
}
