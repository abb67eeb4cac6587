//! How many units stand before each place of a text with a very long line: such a line may hold ten thousand findings, and
//! is not counted from its start for each of them.

use super::{Encoding, Lines, border};

/// The units before each block of a text.
#[derive(Debug, Clone)]
pub struct Units {
    before: Vec<usize>,
    encoding: Encoding,
}

/// Bytes of a block.
const BLOCK: usize = 1024;
/// Bytes of a line that is counted at once.
const SHORT: usize = 4 * BLOCK;

impl Units {
    /// None where a line is soon counted.
    pub fn of(text: &str, lines: &Lines, encoding: Encoding) -> Option<Self> {
        let is_long = || (0..lines.count()).any(|line| lines.span(line, text).len() > SHORT);
        let is_bytes = text.is_ascii() || encoding == Encoding::Utf8;
        if is_bytes || !is_long() {
            return None;
        }
        let mut before = Vec::with_capacity(text.len() / BLOCK + 1);
        let (mut units, mut start) = (0, 0);
        while start <= text.len() {
            before.push(units);
            let (from, to) = (border(text, start), border(text, start + BLOCK));
            units += encoding.length(&text[from..to]);
            start += BLOCK;
        }
        Some(Self { before, encoding })
    }

    /// How many units stand between the start of a line and an offset in it.
    pub fn between(&self, start: usize, offset: usize, text: &str) -> usize {
        self.before(border(text, offset), text) - self.before(start, text)
    }

    fn before(&self, offset: usize, text: &str) -> usize {
        let block = offset / BLOCK;
        self.before[block] + self.encoding.length(&text[border(text, block * BLOCK)..offset])
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
                let units = Units::of(&text, &lines, encoding).expect("a line is long");
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
            assert!(Units::of(&text, &Lines::of(&text), Encoding::Utf16).is_none());
        }
    }
}
