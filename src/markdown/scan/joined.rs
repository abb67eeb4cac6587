//! Pieces of a text that are read as one: a paragraph in an item, without what indents its lines.

use crate::text::Span;

pub(super) struct Joined<'c> {
    content: &'c [Span],
    text: String,
    /// Where each piece ends in the whole.
    ends: Vec<usize>,
}

impl<'c> Joined<'c> {
    pub fn of(text: &str, content: &'c [Span]) -> Self {
        let mut whole = String::with_capacity(content.iter().map(|it| it.len()).sum());
        let add = |piece: &Span| {
            whole.push_str(piece.of(text));
            whole.len()
        };
        let ends = content.iter().map(add).collect();
        Self { content, text: whole, ends }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a part of the whole stands: from its first letter to its last, with what is between its pieces.
    pub fn place(&self, part: Span) -> Span {
        let at = |piece: usize, offset: usize| self.content[piece].end - (self.ends[piece] - offset);
        let last = self.ends.len() - 1;
        let first = self.ends.partition_point(|end| *end <= part.start).min(last);
        let until = self.ends.partition_point(|end| *end < part.end).min(last).max(first);
        Span::new(at(first, part.start), at(until, part.end))
    }
}

#[cfg(test)]
mod tests {
    use super::{Joined, Span};

    #[test]
    fn a_part_stands_where_its_letters_stand() {
        let text = "- ab\n  cd\n  ef";
        let content = [Span::new(2, 5), Span::new(7, 10), Span::new(12, 14)];
        let joined = Joined::of(text, &content);
        assert_eq!(joined.text(), "ab\ncd\nef");
        let check = |part: &str, expected: &str| {
            let start = joined.text().find(part).expect("a part");
            assert_eq!(joined.place(Span::new(start, start + part.len())).of(text), expected);
        };
        check("ab\n", "ab\n");
        check("cd", "cd");
        check("b\nc", "b\n  c");
        check("\nef", "\n  ef");
        check("ab\ncd\nef", "ab\n  cd\n  ef");
    }
}
