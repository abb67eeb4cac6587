//! Where a part of a text stands in a later version of it.

use std::ops::Range;

use super::Span;

/// A place of an earlier version, and where it is now: what stands around it has moved as far.
#[derive(Debug, Clone, Copy, Default)]
pub struct Move {
    pub from: usize,
    pub to: usize,
}

impl Move {
    pub fn place(self, at: usize) -> usize {
        at + self.to - self.from
    }

    pub fn range(self, range: &Range<usize>) -> Range<usize> {
        self.place(range.start)..self.place(range.end)
    }

    pub fn span(self, span: Span) -> Span {
        Span::new(self.place(span.start), self.place(span.end))
    }
}
