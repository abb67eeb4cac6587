//! Whether one of a few pieces of text stands in another: a table of the pairs of letters that they begin with, made in no
//! time and asked in little. It knows nothing of patterns.

use std::sync::Arc;

/// Pieces in lower case, none of them empty, found in any case of ASCII.
#[derive(Debug, Clone, PartialEq)]
pub struct Pieces {
    /// By their first letters.
    sorted: Arc<[String]>,
    /// The first letters of each, and which bits of them count.
    heads: Arc<[(u32, u32)]>,
    /// For each letter, where the pieces that begin with it begin.
    first: [u16; 33],
    /// For each letter, which letters follow it at the beginning of a piece; both without their case.
    pairs: [u32; 32],
    /// They are words, and stand behind no letter.
    is_bordered: bool,
}

impl Pieces {
    pub fn of(pieces: &[String], is_bordered: bool) -> Self {
        let letter = |piece: &String| piece.bytes().next().map_or(0, caseless);
        let mut sorted = pieces.to_vec();
        sorted.sort_unstable_by(|one, other| letter(one).cmp(&letter(other)).then_with(|| one.cmp(other)));
        sorted.dedup();
        sorted.truncate(u16::MAX.into());
        let mut pairs = [0; 32];
        for piece in sorted.iter().map(String::as_bytes) {
            pairs[caseless(piece[0])] |= piece.get(1).map_or(u32::MAX, |second| 1 << caseless(*second));
        }
        let heads = sorted.iter().map(|it| (head(it.as_bytes()), u32::MAX >> (32 - 8 * it.len().min(4))));
        let first = std::array::from_fn(|at| sorted.partition_point(|it| letter(it) < at) as u16);
        Self {
            heads: heads.map(|(head, bits)| (head & bits, bits)).collect(),
            sorted: sorted.into(),
            first,
            pairs,
            is_bordered,
        }
    }

    pub fn list(&self) -> Arc<[String]> {
        Arc::clone(&self.sorted)
    }

    pub fn stand_in(&self, text: &str) -> bool {
        self.next(text.as_bytes(), 0).is_some()
    }

    /// Where the next of them begins in a text, from a place on.
    pub fn next(&self, text: &[u8], from: usize) -> Option<usize> {
        let mut letters = text.get(from..)?.iter().map(|byte| caseless(*byte)).chain([0]);
        let mut letter = letters.next()?;
        for (at, next) in (from..).zip(letters) {
            if self.pairs[letter] >> next & 1 == 1 && self.begin(text, at) {
                return Some(at);
            }
            letter = next;
        }
        None
    }

    /// Whether one begins at a place of a text.
    fn begin(&self, text: &[u8], at: usize) -> bool {
        if self.is_bordered && at > 0 && is_letter(text[at - 1]) {
            return false;
        }
        let text = &text[at..];
        let (letter, head) = (caseless(text[0]), head(text));
        let alike = usize::from(self.first[letter])..usize::from(self.first[letter + 1]);
        let fits = |piece: &[u8]| text.get(..piece.len()).is_some_and(|it| it.eq_ignore_ascii_case(piece));
        alike.into_iter().any(|it| head & self.heads[it].1 == self.heads[it].0 && fits(self.sorted[it].as_bytes()))
    }
}

/// The same number for both cases of a letter.
fn caseless(byte: u8) -> usize {
    usize::from(byte & 31)
}

/// The first four letters, the same for both cases of each.
fn head(text: &[u8]) -> u32 {
    let letter = |at: usize| text.get(at).copied().unwrap_or(0);
    u32::from_le_bytes([letter(0), letter(1), letter(2), letter(3)]) | 0x2020_2020
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::Pieces;

    #[test]
    fn one_of_them_stands_in_any_case() {
        let stand = |pieces: &[&str], text: &str| {
            Pieces::of(&pieces.iter().map(|it| it.to_string()).collect::<Vec<_>>(), false).stand_in(text)
        };
        for text in ["soon", "As SOON as", "it\u{2019}s", "see 7", "7"] {
            assert!(stand(&["soon", "\u{2019}s", "7"], text), "{text}");
        }
        for text in ["", "so", "soo n", "\u{2019}", "\u{2018}s"] {
            assert!(!stand(&["soon", "\u{2019}s", "7"], text), "{text}");
        }
    }
}
