//! Where in a text the matches of a pattern may begin: whoever knows that need not try it elsewhere.

use std::ops::Range;
use std::sync::Arc;

use super::begin::Begin;
use super::pieces::Pieces;

#[derive(Debug, Clone)]
pub enum Places {
    Anywhere,
    AtStart,
    With(Arc<Pieces>),
}

impl Places {
    pub fn of(begin: &Begin) -> Self {
        match begin {
            Begin::Anywhere => Self::Anywhere,
            Begin::AtStart => Self::AtStart,
            Begin::With { pieces, is_bordered } => Self::With(Arc::new(Pieces::of(pieces.clone(), *is_bordered))),
        }
    }

    /// The next place of a text, from one on, where a match may begin.
    pub fn next(&self, text: &[u8], from: usize) -> Option<usize> {
        self.next_in(text, from..text.len())
    }

    /// The same in a part of it.
    pub fn next_in(&self, text: &[u8], part: Range<usize>) -> Option<usize> {
        match self {
            Self::Anywhere => (part.start <= part.end).then_some(part.start),
            Self::AtStart => (part.start == 0).then_some(0),
            Self::With(pieces) => pieces.next_in(text, part),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::iter::successors;

    use super::Places;
    use crate::words::pattern::shape::Shape;

    fn places(pattern: &str, text: &str) -> Option<Vec<usize>> {
        let places = Places::of(&Shape::of(pattern).begin);
        let next = |from: usize| places.next(text.as_bytes(), from);
        (!matches!(places, Places::Anywhere)).then(|| successors(next(0), |at| next(at + 1)).collect())
    }

    #[test]
    fn matches_begin_with_pieces_behind_borders() {
        let check = |pattern: &str, text: &str, expected: &[usize]| {
            assert_eq!(places(pattern, text).as_deref(), Some(expected), "{pattern}");
        };
        check(r"(?i)(?-u:\b)(?:the |my )?(?:end|close) of", "At The end; unend my Close", &[3, 18, 21]);
        check(r"(?:very )*soon", "very very soon", &[0, 5, 10]);
        check(r"a+b|\d{2}", "caab 77", &[1, 2, 5, 6]);
        check(r"\[[a-z]+\]|#(?:\d+|x)", "a [b] #x # ", &[2, 6]);
        check(r"^\W*soon|^x?", "soon soon", &[0]);
        check(r"is[ '\u{2019}][0-9]", "is it is\u{2019}7", &[6]);
    }

    #[test]
    fn what_may_begin_with_anything_is_tried_anywhere() {
        for pattern in ["(?:soon)?", r"\w+ soon", "soon|", r"(?:^|[^\d])\d", "[a-z]*soon", "(?:[^x]|y)z", "a.|.b", "é+"]
        {
            assert_eq!(places(pattern, "soon"), None, "{pattern}");
        }
    }
}
