//! Places in texts that a report does not hold: counted in the lines that came with them.

use super::place::Places;
use crate::finding::Elsewhere;
use crate::text::{Kept, Position};

/// Where a place begins and ends in its own text. Without its lines only the first of them is known.
pub fn ends(it: &Elsewhere) -> [Position; 2] {
    let Some(excerpt) = &it.excerpt else {
        let at = |offset| Position { offset, line: it.line, column_utf8: 1, column_utf16: 1, column_char: 1 };
        return [at(it.span.start), at(it.span.start)];
    };
    let kept = Kept::lines(excerpt.text.clone(), excerpt.start, it.line.saturating_sub(1));
    Places::of(&kept).ends(it.span)
}
