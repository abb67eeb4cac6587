//! What divides a text: headings behind hashes, those above an underline, and lines across the page.

use super::Reader;
use crate::markdown::block::{BlockKind, Content};
use crate::markdown::line::{self, Line};
use crate::text::Span;

/// Whether hashes that a line begins with may mark a heading: none of a word does.
pub(super) fn may_be_marked(words: &str) -> bool {
    words.trim_start_matches('#').bytes().next().is_none_or(|byte| !byte.is_ascii_alphanumeric())
}

impl Reader<'_> {
    pub(super) fn heading(&mut self, line: Line, inside: usize) -> Option<usize> {
        let words = line.words(self.text);
        let level = words.bytes().take_while(|byte| *byte == b'#').count();
        let behind = words[level..].trim_start_matches([' ', '\t']);
        let (title, is_marked) = (behind.trim_end(), behind.len() < words.len() - level);
        let is_plain = level <= 6 && is_marked && !title.is_empty() && inside == 0;
        if !is_plain {
            return None;
        }
        self.close(0);
        let span = Span::new(line.text, line.end).trimmed(self.text);
        let title = Span::new(line.end - behind.len(), line.end - behind.len() + title.len());
        let content = line::without_closing_hashes(self.text, title);
        self.add(
            BlockKind::Heading { level: level as u8 },
            span,
            content.map(|it| Content::from_buf([it])).unwrap_or_default(),
        );
        Some(line.next)
    }

    /// A line across the page. It has to end: without a line end behind them, its marks are words to the grammar; and
    /// the first one of a text may open its front matter.
    pub(super) fn thematic_break(&mut self, line: Line, inside: usize) -> Option<usize> {
        let is_ended = line.next > line.end;
        let is_first = self.text[..line.start].trim_start_matches('\u{feff}').is_empty();
        if inside > 0 || line.indent > 0 || self.words.is_some() || !is_ended || is_first {
            return None;
        }
        self.close(0);
        let span = Span::new(line.start, line.end).trimmed(self.text);
        self.add(BlockKind::Break, span, Vec::new());
        Some(line.next)
    }

    /// Whether a line makes a heading of the open paragraph: `===` or `---` below one that stands in nothing else, and is
    /// no row.
    pub(super) fn is_underline(&self, words: &str) -> bool {
        let Some(open) = self.words.as_ref().filter(|_| self.items.is_empty() && self.quotes.is_empty()) else {
            return false;
        };
        let last = self.text[open.start..open.end].rsplit(['\n', '\r']).next().unwrap_or_default();
        !last.contains('|') && line::run(words).is_some()
    }

    pub(super) fn underlined(&mut self, line: Line) -> Option<usize> {
        let level = if self.text.as_bytes()[line.text] == b'=' { 1 } else { 2 };
        let (span, content) = self.words.take().filter(|it| it.tag.is_none()).map(|words| self.content(words))?;
        let span = Span::new(span.start, line.end).trimmed(self.text);
        self.add(BlockKind::Heading { level }, span, content);
        Some(line.next)
    }
}
