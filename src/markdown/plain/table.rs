//! Tables of which each row begins and ends with a bar.

use super::Reader;
use crate::markdown::block::{Block, BlockKind, Content, push};
use crate::markdown::line::Line;
use crate::text::Span;

impl Reader<'_> {
    /// A table that begins with this line, outside of lists; all of its rows have as many cells as their header.
    pub(super) fn table(&mut self, line: Line, inside: usize, end: usize) -> Option<usize> {
        if inside > 0 || line.indent > 0 || self.words.is_some() {
            return None;
        }
        let header = cells(self.text, line)?;
        let columns = header.len();
        let below = Line::at(self.text, line.next, end);
        if line.next >= end || !is_delimiter(self.text, below, columns) {
            return None;
        }
        self.close(0);
        let whole = Span::new(line.start, trimmed(self.text, below).end);
        let table = self.add(BlockKind::Table, whole, Vec::new());
        self.row(line, header, table, true);
        let mut at = below.next;
        while at < end {
            let line = Line::at(self.text, at, end);
            if line.is_blank() {
                break;
            }
            let row = cells(self.text, line)?;
            // Two tables in a row are nobody's meaning, and to the grammar one dash begins another.
            if row.len() != columns || may_be_delimiter(self.text, line) {
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

/// The cells of a row. A cell of nothing but spaces is an empty one before the bar behind it.
fn cells(text: &str, line: Line) -> Option<Vec<Span>> {
    let row = trimmed(text, line);
    let words = row.of(text);
    let is_plain =
        line.indent == 0 && row.start == line.start && words.len() > 1 && words.ends_with('|') && !words.contains('\t');
    let inside = words.strip_prefix('|')?.strip_suffix('|').filter(|_| is_plain)?;
    let mut at = row.start + 1;
    let mut out = Vec::new();
    for cell in between_bars(inside)? {
        let span = Span::new(at, at + cell.len());
        let plain = cell.trim_matches(' ');
        if cell.is_empty() || plain.len() != cell.trim().len() {
            return None;
        }
        out.push(if plain.is_empty() { Span::new(span.end, span.end) } else { span.trimmed(text) });
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

/// Whether a row has nothing but dashes and colons in its cells, and some of them may be empty.
fn may_be_delimiter(text: &str, line: Line) -> bool {
    let words = trimmed(text, line).of(text);
    words.contains('-') && words.bytes().all(|it| matches!(it, b'|' | b'-' | b':' | b' '))
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
