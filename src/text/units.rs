//! How many units stand before each place of a text with a very long line: such a line may hold ten thousand findings, and
//! is not counted from its start for each of them.

use super::{Encoding, Lines, border};

/// How the units between two places of a text are counted.
#[derive(Debug, Clone)]
pub enum Units {
    /// A byte is a unit.
    Bytes,
    /// Each line is soon counted.
    Counted(Encoding),
    /// The units before each block of the text.
    Blocks { before: Vec<usize>, encoding: Encoding },
}

/// Bytes of a block.
const BLOCK: usize = 1024;
/// Bytes of a line that is counted at once.
const SHORT: usize = 4 * BLOCK;

impl Units {
    pub fn of(text: &str, lines: &Lines, encoding: Encoding) -> Self {
        if encoding == Encoding::Utf8 || text.is_ascii() {
            return Self::Bytes;
        }
        if !(0..lines.count()).any(|line| lines.span(line, text).len() > SHORT) {
            return Self::Counted(encoding);
        }
        let mut before = Vec::with_capacity(text.len() / BLOCK + 1);
        let (mut units, mut start) = (0, 0);
        while start <= text.len() {
            before.push(units);
            let (from, to) = (border(text, start), border(text, start + BLOCK));
            units += encoding.length(&text[from..to]);
            start += BLOCK;
        }
        Self::Blocks { before, encoding }
    }

    /// How many units stand between the start of a line and an offset in it.
    pub fn between(&self, start: usize, offset: usize, text: &str) -> usize {
        let offset = border(text, offset);
        let (before, encoding) = match self {
            Self::Bytes => return offset - start,
            Self::Counted(encoding) => return encoding.length(&text[start..offset]),
            Self::Blocks { before, encoding } => (before, encoding),
        };
        let up_to = |at: usize| before[at / BLOCK] + encoding.length(&text[border(text, at / BLOCK * BLOCK)..at]);
        up_to(offset) - up_to(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_has_the_places_of_a_short_one() {
        for letters in ["\u{e9}by ", "\u{1f600}\u{e9}x", "a\u{20ac}"] {
            let text = format!("a\n{}\nb", letters.repeat(3 * SHORT));
            let lines = Lines::of(&text);
            for encoding in [Encoding::Utf16, Encoding::Utf32] {
                let units = Units::of(&text, &lines, encoding);
                assert!(matches!(units, Units::Blocks { .. }), "a line is long");
                for offset in (0..=text.len()).step_by(509).chain([0, 1, 2, text.len() - 1, text.len()]) {
                    let (line, expected) = lines.place(offset, &text, encoding);
                    let start = lines.span(line, &text).start;
                    assert_eq!(units.between(start, offset, &text), expected, "{offset}");
                }
            }
        }
    }

    #[test]
    fn most_texts_need_none() {
        for text in ["\u{e9}by EOD\n".repeat(SHORT), "by EOD ".repeat(SHORT)] {
            assert!(!matches!(Units::of(&text, &Lines::of(&text), Encoding::Utf16), Units::Blocks { .. }));
        }
    }
}
