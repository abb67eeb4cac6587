//! Where places are after an edit: what was found before it is shown until the text is judged anew.

use crate::finding::{Finding, Flag, Label, Suggestion};
use crate::text::Span;

/// Text took the place of other text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// What it took the place of.
    pub old: Span,
    /// How many bytes it has.
    pub new: usize,
}

impl Shift {
    /// Where a place is now; none where it was written over.
    pub fn moved(self, span: Span) -> Option<Span> {
        match span {
            it if it.end <= self.old.start => Some(it),
            it if it.start >= self.old.end => Some(Span::new(self.behind(it.start), self.behind(it.end))),
            // The edit lies inside of it.
            it if it.start <= self.old.start && self.old.end <= it.end => {
                Some(Span::new(it.start, self.behind(it.end)))
            }
            _ => None,
        }
    }

    fn behind(self, offset: usize) -> usize {
        offset - self.old.len() + self.new
    }

    fn label(self, label: &mut Label) -> bool {
        let moved = self.moved(label.span);
        label.span = moved.unwrap_or(label.span);
        moved.is_some()
    }

    fn suggestion(self, it: &mut Suggestion) -> bool {
        it.edits.iter_mut().all(|edit| {
            let moved = self.moved(edit.span);
            edit.span = moved.unwrap_or(edit.span);
            moved.is_some()
        })
    }

    /// Moves a finding; whether it still has a place.
    pub fn finding(self, it: &mut Finding) -> bool {
        it.related.retain_mut(|label| self.label(label));
        it.suggestions.retain_mut(|it| self.suggestion(it));
        self.label(&mut it.at)
    }

    /// Moves what a check saw; whether it still has a place.
    pub fn flag(self, it: &mut Flag) -> bool {
        it.related.retain_mut(|label| self.label(label));
        it.suggestions.retain_mut(|it| self.suggestion(it));
        self.label(&mut it.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: (usize, usize), new: usize, span: (usize, usize), expected: Option<(usize, usize)>) {
        let moved = Shift { old: Span::new(old.0, old.1), new }.moved(Span::new(span.0, span.1));
        assert_eq!(moved, expected.map(|(start, end)| Span::new(start, end)));
    }

    #[test]
    fn places_move_with_what_is_written() {
        check((5, 5), 3, (0, 5), Some((0, 5)));
        check((5, 5), 3, (5, 9), Some((8, 12)));
        check((5, 7), 0, (9, 12), Some((7, 10)));
        check((5, 7), 1, (4, 9), Some((4, 8)));
        check((5, 9), 1, (4, 7), None);
        check((5, 9), 1, (6, 8), None);
    }
}
