//! Places in texts that a report does not hold: counted in the lines that came with them.

use crate::finding::Elsewhere;
use crate::text::{Lines, Position, Span};

/// Where a place begins and ends in its own text. Without its lines only the first of them is known.
pub fn ends(it: &Elsewhere) -> [Position; 2] {
    let Some(excerpt) = &it.excerpt else {
        let at = |offset| Position { offset, line: it.line, column_utf8: 1, column_utf16: 1, column_char: 1 };
        return [at(it.span.start), at(it.span.start)];
    };
    let lines = Lines::of(&excerpt.text);
    [it.span.start, it.span.end].map(|offset| {
        let inside = offset.saturating_sub(excerpt.start).min(excerpt.text.len());
        let found = lines.position(inside, &excerpt.text);
        Position { offset, line: found.line + it.line - 1, ..found }
    })
}

/// The place inside of the lines that came with it.
pub fn inside(it: &Elsewhere, start: usize) -> Span {
    Span::new(it.span.start.saturating_sub(start), it.span.end.saturating_sub(start))
}
