//! Whether one of a few pieces of text stands in another: a table of the pairs of letters that they begin with, made in no
//! time and asked in little. It knows nothing of patterns.

use std::sync::Arc;

/// Pieces in lower case, none of them empty, found in any case of ASCII.
#[derive(Debug)]
pub struct Pieces {
    sorted: Arc<[String]>,
    /// For each letter, which letters follow it at the beginning of a piece; both without their case.
    pairs: [u32; 32],
}

impl Pieces {
    pub fn of(pieces: &[String]) -> Self {
        let mut sorted = pieces.to_vec();
        sorted.sort_unstable();
        let mut pairs = [0; 32];
        for piece in &sorted {
            match *piece.as_bytes() {
                [] => {}
                [first] => pairs[caseless(first)] = u32::MAX,
                [first, second, ..] => pairs[caseless(first)] |= 1 << caseless(second),
            }
        }
        Self { sorted: sorted.into(), pairs }
    }

    pub fn list(&self) -> Arc<[String]> {
        Arc::clone(&self.sorted)
    }

    pub fn stand_in(&self, text: &str) -> bool {
        let text = text.as_bytes();
        let second = |at: usize| text.get(at + 1).map_or(0, |byte| caseless(*byte));
        let may_begin = |at: &usize| self.pairs[caseless(text[*at])] >> second(*at) & 1 == 1;
        (0..text.len()).filter(may_begin).any(|at| self.begin(&text[at..]))
    }

    /// Whether a text begins with one of them.
    fn begin(&self, text: &[u8]) -> bool {
        let first = text.first().map_or([0], |byte| [byte.to_ascii_lowercase()]);
        let from = self.sorted.partition_point(|piece| piece.as_bytes() < first.as_slice());
        let mut alike = self.sorted[from..].iter().map(String::as_bytes).take_while(|piece| piece.starts_with(&first));
        alike.any(|piece| text.get(..piece.len()).is_some_and(|it| it.eq_ignore_ascii_case(piece)))
    }
}

/// The same number for both cases of a letter.
fn caseless(byte: u8) -> usize {
    usize::from(byte & 31)
}

#[cfg(test)]
mod tests {
    use super::Pieces;

    #[test]
    fn one_of_them_stands_in_any_case() {
        let stand = |pieces: &[&str], text: &str| {
            Pieces::of(&pieces.iter().map(|it| it.to_string()).collect::<Vec<_>>()).stand_in(text)
        };
        for text in ["soon", "As SOON as", "it\u{2019}s", "see 7", "7"] {
            assert!(stand(&["soon", "\u{2019}s", "7"], text), "{text}");
        }
        for text in ["", "so", "soo n", "\u{2019}", "\u{2018}s"] {
            assert!(!stand(&["soon", "\u{2019}s", "7"], text), "{text}");
        }
    }
}
