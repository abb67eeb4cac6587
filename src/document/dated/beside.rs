//! Days that are named nearer to a place than what dates the whole text.

use crate::document::{Document, Item, Passage, Place};
use crate::text::Span;
use crate::words::date;
use crate::words::digit::holds_digit;

impl Document<'_> {
    /// Whether an item around names a day: "Rosa goes on Tuesday", below "The fair, 11 September".
    pub fn is_below_day(&self, at: Span) -> bool {
        let led = |it: &Item| it.passage.is_some_and(|passage| self.names_day(self.passages()[passage].span));
        self.items_around(at).any(led)
    }

    /// Whether something nearer than what dates the text names a day: the row of a table, the item around, or a line that is
    /// nothing but a date. Whoever wrote below it may have counted from there.
    pub fn is_beside_day(&self, at: Span) -> bool {
        const MOST_CELLS: usize = 16;
        const MOST_LINES: usize = 200;
        let is_line_of_day =
            |it: &Passage| !it.place.is_heading() && it.place != Place::Cell && self.names_day(it.span);
        let before = self.passages().partition_point(|it| it.span.end <= at.start);
        let first = self.section_at(at.start).map_or(0, |it| it.lead.start);
        let lines = self.passages()[..before].iter().rev().take_while(|it| it.span.start >= first);
        self.cells_around(at).iter().take(MOST_CELLS).any(|it| self.names_day(*it))
            || self.is_below_day(at)
            || lines.take(MOST_LINES).any(is_line_of_day)
    }

    /// Whether a short piece holds a date.
    fn names_day(&self, piece: Span) -> bool {
        const LONGEST: usize = 48;
        piece.len() <= LONGEST && holds_digit(self.at(piece)) && date::has_date(self.prose().clean(piece))
    }
}
