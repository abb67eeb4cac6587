//! Places of one text as consumers count them. Knows nothing of findings and formats.

use crate::text::{Lines, Position, Span};

/// Counts from the last place that was asked for: findings come in order, so a line of a megabyte is counted once.
pub struct Places<'t> {
    text: &'t str,
    lines: Lines,
    last: Position,
}

impl<'t> Places<'t> {
    pub fn of(text: &'t str) -> Self {
        let lines = Lines::of(text);
        let last = lines.position(0, text);
        Self { text, lines, last }
    }

    pub fn at(&mut self, offset: usize) -> Position {
        self.last = match self.lines.index(offset) + 1 == self.last.line {
            true => self.last.moved(offset, self.text),
            false => self.lines.position(offset, self.text),
        };
        self.last
    }

    pub fn ends(&mut self, span: Span) -> [Position; 2] {
        [self.at(span.start), self.at(span.end)]
    }
}
