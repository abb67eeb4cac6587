//! Tables outside of lists and quotes.

use super::{Reader, Words};
use crate::markdown::block::{Block, BlockKind, Content, push};
use crate::markdown::line::{self, Line};
use crate::text::{Span, line_start};

impl Reader<'_> {
    /// A table that begins with this line and its bar, or the words that it certainly is.
    pub(super) fn table(&mut self, line: Line, inside: usize, end: usize) -> Option<usize> {
        let below = self.line_at(line.next, end);
        let has_words = line.words(self.text).bytes().any(|byte| byte.is_ascii_alphanumeric());
        let is_no_header = below.is_blank() || !line::is_of_dashes(below.words(self.text));
        if self.stands_in_nothing() && line.indent == 0 && has_words && is_no_header {
            return Some(self.text(&line, inside, None));
        }
        // No line of a list or a quote that goes on makes the header of one.
        let is_lazy = self.words.is_some() && !self.stands_in_nothing();
        if inside > 0 || is_lazy || line.next >= end {
            return None;
        }
        self.table_of(line, below, end)
    }

    /// A table whose header has no bar before it: that was read as words, and this is the line below.
    pub(super) fn table_below(&mut self, below: Line, end: usize) -> Option<usize> {
        if !self.stands_in_nothing() {
            return None;
        }
        let words = self.words.take().filter(|it| it.tag.is_none())?;
        let header = line_start(self.text, words.end).max(words.start);
        let line = self.line_at(header, end);
        // Where such a letter begins a line, the grammar looks for nothing but what that may begin.
        if line.words(self.text).starts_with(|it: char| "`~*_>#=+-<".contains(it) || it.is_ascii_digit()) {
            return None;
        }
        if header > words.start {
            let end = words.start + self.text[words.start..header].trim_end_matches(['\n', '\r']).len();
            let content = Content::from_buf([Span::new(words.start, header)]);
            self.words = Some(Words { content, end, ..words });
        }
        self.table_of(line, below, end)
    }

    /// A table, whatever its rows have of cells.
    fn table_of(&mut self, line: Line, below: Line, end: usize) -> Option<usize> {
        let header = cells(self.text, line)?;
        let columns = header.len();
        if !is_delimiter(self.text, below, columns) {
            return None;
        }
        self.close(0);
        let whole = Span::new(line.start, trimmed(self.text, below).end);
        let table = self.add(BlockKind::Table, whole, Vec::new());
        self.row(line, header, table, true);
        let mut at = below.next;
        while at < end {
            let line = self.line_at(at, end);
            if line.is_blank() {
                break;
            }
            let words = line.words(self.text);
            if !words.starts_with('|') && line::begins_block(words) {
                return None;
            }
            let row = cells(self.text, line)?;
            // Two tables in a row are nobody's meaning, and to the grammar one dash begins another.
            if line::may_be_delimiter(words) {
                return None;
            }
            self.list[table].span.end = trimmed(self.text, line).end;
            self.row(line, row, table, false);
            at = line.next;
        }
        Some(at)
    }

    fn row(&mut self, line: Line, cells: Vec<Span>, table: usize, header: bool) {
        let row = Block::new(BlockKind::Row { header }, trimmed(self.text, line), Vec::new(), Some(table));
        let row = push(self.list, row);
        for cell in cells {
            push(self.list, Block::new(BlockKind::Cell, cell, Content::from_buf([cell]), Some(row)));
        }
    }
}

fn trimmed(text: &str, line: Line) -> Span {
    Span::new(line.start, line.end).trimmed(text)
}

/// The cells of a row, with bars around it or not. A cell of nothing but spaces is an empty one before the bar behind it.
fn cells(text: &str, line: Line) -> Option<Vec<Span>> {
    let row = trimmed(text, line);
    let words = row.of(text);
    let is_plain = line::is_plainly_spaced(line.words(text)) && !words.contains('\t');
    if line.indent > 0 || row.start > line.start || !is_plain {
        return None;
    }
    let inside = words.strip_prefix('|').unwrap_or(words);
    let mut cells = between_bars(inside)?;
    // One cell without a bar is a table to nobody but the grammar.
    if cells.len() == 1 {
        return None;
    }
    cells.pop_if(|last| last.is_empty());
    let mut at = row.end - inside.len();
    let mut out = Vec::new();
    for cell in cells {
        let span = Span::new(at, at + cell.len());
        if cell.is_empty() || !line::is_plainly_spaced(cell) {
            return None;
        }
        out.push(if cell.trim().is_empty() { Span::new(span.end, span.end) } else { span.trimmed(text) });
        at = span.end + 1;
    }
    Some(out)
}

/// What stands between the bars of a row; one behind a backslash is none. A backslash before a letter is left to the grammar.
fn between_bars(inside: &str) -> Option<Vec<&str>> {
    let bytes = inside.as_bytes();
    let (mut out, mut start, mut at) = (Vec::new(), 0, 0);
    while let Some(found) = memchr::memchr2(b'|', b'\\', &bytes[at..]).map(|next| at + next) {
        if bytes[found] == b'|' {
            out.push(&inside[start..found]);
            start = found + 1;
            at = start;
        } else if bytes.get(found + 1).is_some_and(u8::is_ascii_punctuation) {
            at = found + 2;
        } else {
            return None;
        }
    }
    out.push(&inside[start..]);
    Some(out)
}

/// Whether a line says under each of so many columns how it stands: `|---|:-:|`.
fn is_delimiter(text: &str, line: Line, columns: usize) -> bool {
    cells(text, line).is_some_and(|cells| cells.len() == columns && is_dashed(text, &cells))
}

/// Whether cells hold nothing but dashes, between colons or not.
fn is_dashed(text: &str, cells: &[Span]) -> bool {
    cells.iter().all(|cell| {
        let words = cell.of(text);
        let dashes = words.strip_prefix(':').unwrap_or(words);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
    })
}
