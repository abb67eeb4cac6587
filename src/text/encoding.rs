//! Places as programs count them that hold a text by its lines: a line from 0, and units of one encoding in it.
//! A byte order mark is a letter like any other here: whoever holds a text knows whether it has one.

use super::{Lines, Span, border};

/// What a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// Code units.
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// How long a text is.
    pub(super) fn length(self, text: &str) -> usize {
        match self {
            // A long line may hold many places: the common case is counted without looking at characters.
            _ if text.is_ascii() => text.len(),
            Encoding::Utf8 => text.len(),
            Encoding::Utf16 => text.chars().map(char::len_utf16).sum(),
            Encoding::Utf32 => text.chars().count(),
        }
    }

    /// How many bytes so many units are; the border before it, where they end inside of a character.
    fn bytes(self, text: &str, units: usize) -> usize {
        let size = |it: char| match self {
            Encoding::Utf8 => it.len_utf8(),
            Encoding::Utf16 => it.len_utf16(),
            Encoding::Utf32 => 1,
        };
        let most = units.min(text.len());
        if text.as_bytes()[..most].is_ascii() {
            return most;
        }
        let mut left = units;
        let fits = |it: &char| {
            let is_left = size(*it) <= left;
            left = left.saturating_sub(size(*it));
            is_left
        };
        text.chars().take_while(fits).map(char::len_utf8).sum()
    }
}

impl Lines {
    /// The line of an offset and the units before it there, both from 0.
    pub fn place(&self, offset: usize, text: &str, encoding: Encoding) -> (usize, usize) {
        let offset = border(text, offset);
        let line = self.index(offset);
        (line, encoding.length(&text[self.span(line, text).start..offset]))
    }

    /// The offset of a place. What lies behind the end of a line is its end, and what lies behind the last line the end of
    /// the text.
    pub fn offset(&self, line: usize, units: usize, text: &str, encoding: Encoding) -> usize {
        if line >= self.count() {
            return text.len();
        }
        let line = self.around(self.span(line, text).start, text);
        line.start + encoding.bytes(line.of(text), units)
    }

    /// The lines of `text`, in which `new` bytes took the place of a span of the text that these are the lines of.
    pub fn splice(&mut self, old: Span, new: usize, text: &str) {
        // Half of a line end may stand on either side.
        let first = self.index(old.start).saturating_sub(1);
        let last = (self.index(old.end) + 2).min(self.count());
        let start = self.starts[first];
        let moved = |at: usize| at - old.len() + new;
        let end = if last < self.count() { moved(self.starts[last]) } else { text.len() };
        let inside = Lines::of(&text[start..end]).starts.into_iter().map(|at| at + start);
        // The line behind begins where the next one of the others does.
        let inside: Vec<usize> = inside.filter(|at| *at < end || last == self.count()).collect();
        self.starts.iter_mut().skip(last).for_each(|at| *at = moved(*at));
        self.starts.splice(first..last, inside);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "\u{1f600} \u{e9} by EOD\r\nx\ry\n";

    #[track_caller]
    fn check(word: &str, encoding: Encoding, expected: (usize, usize)) {
        let lines = Lines::of(TEXT);
        let at = TEXT.find(word).expect("it is there");
        assert_eq!(lines.place(at, TEXT, encoding), expected);
        assert_eq!(lines.offset(expected.0, expected.1, TEXT, encoding), at);
    }

    #[test]
    fn units_behind_a_letter_outside_of_ascii_are_all_of_it() {
        for (units, bytes) in [(0, 0), (1, 0), (2, 4), (3, 4), (4, 8), (5, 9), (9, 9)] {
            assert_eq!(Encoding::Utf16.bytes("\u{1f44b}\u{1f3fd} ", units), bytes, "{units}");
        }
        assert_eq!(Encoding::Utf8.bytes("ab\u{e9}", 3), 2);
    }

    #[test]
    fn columns_count_their_units() {
        check("EOD", Encoding::Utf8, (0, 11));
        check("EOD", Encoding::Utf16, (0, 8));
        check("EOD", Encoding::Utf32, (0, 7));
        check("x", Encoding::Utf16, (1, 0));
    }

    #[test]
    fn what_is_nowhere_is_the_end() {
        let lines = Lines::of(TEXT);
        assert_eq!(lines.offset(0, 99, TEXT, Encoding::Utf16), TEXT.find('\r').expect("it is there"));
        assert_eq!(lines.offset(99, 0, TEXT, Encoding::Utf16), TEXT.len());
        assert_eq!(lines.offset(0, 1, TEXT, Encoding::Utf16), 0, "the second half of a character");
        assert_eq!(lines.offset(0, 3, TEXT, Encoding::Utf8), 0, "the last byte of a character");
    }

    proptest! {
        #[test]
        fn lines_follow_an_edit(text in "[a\u{e9}\r\n]{0,12}", new in "[b\r\n]{0,4}", one in 0usize..20, other in 0usize..20) {
            let (one, other) = (border(&text, one), border(&text, other));
            let old = Span::new(one.min(other), one.max(other));
            let mut lines = Lines::of(&text);
            let mut after = text.clone();
            after.replace_range(old.range(), &new);
            lines.splice(old, new.len(), &after);
            prop_assert_eq!(lines.starts, Lines::of(&after).starts, "{:?} {:?} {:?}", text, old, new);
        }
    }
}
