//! Places of one text as consumers count them. Knows nothing of findings and formats.

use crate::text::{Kept, Position, Span};

/// Counts from the last place that was asked for: findings come in order, so a line of a megabyte is counted once.
pub struct Places<'t> {
    text: &'t Kept,
    last: Option<Position>,
}

impl<'t> Places<'t> {
    pub fn of(text: &'t Kept) -> Self {
        Self { text, last: None }
    }

    pub fn text(&self) -> &'t Kept {
        self.text
    }

    pub fn at(&mut self, offset: usize) -> Position {
        let found = self.text.position_from(offset, self.last);
        self.last = Some(found);
        found
    }

    pub fn ends(&mut self, span: Span) -> [Position; 2] {
        [self.at(span.start), self.at(span.end)]
    }
}
