//! The lines of a text that is being written, and its places as the editor counts them. Edits arrive one after the other.

use std::sync::OnceLock;

use lsp_types::{Position, Range, TextDocumentContentChangeEvent};

use super::shift::Shift;
use crate::text::{self, Encoding, Lines, Span, Units, border};

/// Where the lines of a text begin, for an editor that counts in its own units.
#[derive(Debug, Clone)]
pub struct Sheet {
    lines: Lines,
    encoding: Encoding,
    /// Counted once somebody asks: a message may hold thousands of changes.
    units: OnceLock<Units>,
}

impl Sheet {
    pub fn of(text: &str, encoding: Encoding) -> Self {
        Self { lines: Lines::of(text), encoding, units: OnceLock::new() }
    }

    pub fn position(&self, offset: usize, text: &str) -> Position {
        let line = self.lines.index(border(text, offset));
        let units = self.units.get_or_init(|| Units::of(text, &self.lines, self.encoding));
        let units = units.between(self.lines.span(line, text).start, offset, text);
        Position::new(small(line), small(units))
    }

    /// The offset of a place; the nearest one where there is no such place.
    pub fn offset(&self, at: Position, text: &str) -> usize {
        self.lines.offset(at.line as usize, at.character as usize, text, self.encoding)
    }

    pub fn range(&self, span: Span, text: &str) -> Range {
        Range::new(self.position(span.start, text), self.position(span.end, text))
    }

    /// The span of a range, whichever of its ends comes first.
    pub fn span(&self, range: Range, text: &str) -> Span {
        let (start, end) = (self.offset(range.start, text), self.offset(range.end, text));
        Span::new(start.min(end), start.max(end))
    }

    /// The line that holds an offset, without its end.
    pub fn line(&self, offset: usize, text: &str) -> Span {
        self.lines.around(offset, text)
    }

    /// Changes the text as its editor did; says what stands elsewhere since.
    pub fn apply(&mut self, change: TextDocumentContentChangeEvent, text: &mut String) -> Shift {
        let old = change.range.map_or(Span::new(0, text.len()), |range| self.span(range, text));
        let shift = Shift { old, new: change.text.len() };
        text.replace_range(old.range(), &change.text);
        match change.range {
            Some(_) => self.lines.splice(old, change.text.len(), text),
            None => self.lines = Lines::of(text),
        }
        self.units.take();
        shift
    }
}

/// A place of a text that is not at hand, which reports count from 1 in every unit.
pub fn counted(at: text::Position, encoding: Encoding) -> Position {
    let column = match encoding {
        Encoding::Utf8 => at.column_utf8,
        Encoding::Utf16 => at.column_utf16,
        Encoding::Utf32 => at.column_char,
    };
    Position::new(small(at.line - 1), small(column - 1))
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
