//! Comments, and tags that begin a block: outside of lists, where the grammar reads HTML, and in items, where it reads words.

use super::Reader;
use crate::markdown::block::BlockKind;
use crate::markdown::line::Line;
use crate::markdown::{neutral, tag};
use crate::text::Span;

impl Reader<'_> {
    /// A comment that begins its line, up to the end of the line in which it ends.
    pub(super) fn comment(&mut self, line: Line, inside: usize, end: usize) -> Option<usize> {
        if inside > 0 || line.indent > 0 {
            return None;
        }
        let close = self.text[line.start..end].find("-->").map(|at| line.start + at)?;
        self.close(0);
        let last = self.line_at(close, end);
        let span = Span::new(line.start, last.end).trimmed(self.text);
        self.add(BlockKind::Html, span, Vec::new());
        Some(last.next)
    }

    /// Code that a tag begins, up to the end of the line that holds a tag which ends it.
    pub(super) fn raw(&mut self, line: Line, end: usize) -> Option<usize> {
        if line.indent > 0 {
            return None;
        }
        let mut last = line;
        // The tag that begins it ends nothing.
        while !tag::ends_code(last.words(self.text)) {
            if last.next >= end {
                return None;
            }
            last = self.line_at(last.next, end);
        }
        let words = last.words(self.text);
        if tag::is_led(words, last.indent) || tag::is_behind_marker(words) {
            return None;
        }
        self.close(0);
        self.add(BlockKind::Html, Span::new(line.start, last.end).trimmed(self.text), Vec::new());
        Some(last.next)
    }

    /// Where the tag stands that the words of a line begin with, where that begins HTML in an item or behind spaces.
    pub(super) fn tag_in_container(&self, line: Line, words: &str) -> Option<usize> {
        if !words.starts_with('<') {
            return None;
        }
        let tag = neutral::html_in_container(&self.text[line.start..line.next]).map(|at| line.start + at);
        tag.filter(|tag| *tag == line.end - words.len())
    }

    /// Tags and what stands between them, up to a blank line.
    pub(super) fn tags(&mut self, line: Line, inside: usize, end: usize) -> Option<usize> {
        if inside > 0 || line.indent > 0 {
            return None;
        }
        let (mut last, mut at) = (line, line.next);
        while at < end {
            let next = self.line_at(at, end);
            if next.words(self.text).trim_matches([' ', '\t']).is_empty() {
                break;
            }
            (last, at) = (next, next.next);
        }
        let span = Span::new(line.start, last.end).trimmed(self.text);
        // A last line of nothing but marks of quotes is left out of it.
        let ends = span.of(self.text).rsplit(['\n', '\r']).next().unwrap_or_default();
        if ends.bytes().all(|byte| matches!(byte, b'>' | b' ' | b'\t')) {
            return None;
        }
        self.close(0);
        self.add(BlockKind::Html, span, Vec::new());
        Some(at)
    }
}
