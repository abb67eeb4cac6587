//! The automaton of Aho and Corasick over many pieces, as bytes that are searched where they lie: whoever loads them reads
//! nothing, and a search looks at each letter once, whatever came before.
//!
//! A state is the place from which its cells are counted, and no two begin at one place: so a cell with the class of a letter
//! is the state's own. Where it has none, no more than the last two letters count, and what they lead to stands in a table.

pub mod store;

use std::array::from_fn;
use std::hint::select_unpredictable;

/// In a cell or a pair: the class that it is for.
const CLASS: u32 = 0x7f;
/// Pieces end in the state that it leads to.
const ENDS: u32 = 0x80;
/// How far above them the state stands, or where its list of pieces begins.
const STATE: u32 = 8;

/// In what ends in a state: the last of the list. Below it stand the bytes of a piece, and below them its number.
const LAST: u32 = 1 << 31;
const LENGTH: u32 = 16;

/// Each letter waits for what the one before it led to, and that for the memory: so many parts of a text are read in turn, and
/// none waits alone.
pub const PARTS: usize = 4;

/// So many letters are read before what ends in them is told: where pieces end cannot be foreseen, and is only noted.
const AT_ONCE: usize = 256;

/// Pieces that are looked for in any case of ASCII.
#[derive(Debug, Clone, Copy)]
pub struct AhoCorasick {
    /// Which letters are alike: those that are in no piece are of class 0.
    classes: &'static [u8; 256],
    /// How many classes there are. A cell of the class behind them says where the list of a state begins.
    width: usize,
    /// The bytes of the longest piece.
    longest: usize,
    /// Where two letters lead.
    pairs: &'static [[u8; 4]],
    cells: &'static [[u8; 4]],
    pieces: &'static [[u8; 4]],
}

fn read(numbers: &[[u8; 4]], at: usize) -> u32 {
    u32::from_le_bytes(numbers[at])
}

impl AhoCorasick {
    /// The automaton that bytes of [`store::store`] are; none where they are none.
    pub fn of(bytes: &'static [u8]) -> Option<Self> {
        let (classes, rest) = bytes.split_first_chunk::<256>()?;
        let (numbers, rest) = rest.split_first_chunk::<12>()?;
        let number = |at: usize| read(numbers.as_chunks().0, at) as usize;
        let (width, longest) = (number(0), number(1));
        let (pairs, rest) = rest.split_at_checked(4 * width * width)?;
        let (cells, pieces) = rest.split_at_checked(4 * number(2))?;
        let [pairs, cells, pieces] = [pairs, cells, pieces].map(|it| it.as_chunks().0);
        Some(Self { classes, width, longest, pairs, cells, pieces })
    }

    /// The bytes of the longest piece.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// Hands over the number of each piece that stands in a text, where it begins, and in which part of the text it ends: those
    /// of a part in the order of their ends. Parts overlap by a piece, and what ends in two is told once.
    pub fn find(&self, text: &[u8], mut found: impl FnMut(usize, u32, u32)) {
        let length = (text.len() + (PARTS - 1) * self.longest).div_ceil(PARTS).min(text.len());
        let step = length.saturating_sub(self.longest);
        let starts: [usize; PARTS] = from_fn(|part| (part * step).min(text.len() - length));
        let (mut readers, mut noted) = (Readers::default(), [(0, 0); AT_ONCE]);
        for at in (0..length).step_by(AT_ONCE) {
            let count = AT_ONCE.min(length - at);
            readers.read(self, starts.map(|start| &text[start + at..][..count]));
            for (part, start) in starts.iter().enumerate() {
                let told = part.checked_sub(1).map_or(0, |before| starts[before] + length);
                let ends = ends(&readers.states[part][..count], start + at, &mut noted).iter();
                ends.filter(|(_, end)| *end as usize > told)
                    .for_each(|it| self.ending(*it, |piece, at| found(part, piece, at)));
            }
        }
    }

    /// The state after one more letter, as a cell has it.
    #[inline(always)]
    fn next(&self, state: u32, last: usize, class: usize) -> u32 {
        let own = read(self.cells, (state >> STATE) as usize + class);
        let pair = read(self.pairs, last * self.width + class);
        select_unpredictable(own & CLASS == class as u32, own, pair)
    }

    /// Hands over the pieces that end in a state, which was reached at `end`.
    fn ending(&self, (state, end): (u32, u32), mut found: impl FnMut(u32, u32)) {
        let list = read(self.cells, (state >> STATE) as usize + self.width) >> STATE;
        for piece in &self.pieces[list as usize..] {
            let piece = u32::from_le_bytes(*piece);
            found(piece & ((1 << LENGTH) - 1), end - ((piece & !LAST) >> LENGTH));
            if piece & LAST != 0 {
                return;
            }
        }
    }
}

/// How far the parts of a text are read.
struct Readers {
    state: [u32; PARTS],
    /// The class of the last letter.
    last: [usize; PARTS],
    /// The state after each letter that was read last.
    states: [[u32; AT_ONCE]; PARTS],
}

impl Default for Readers {
    fn default() -> Self {
        Self { state: [0; PARTS], last: [0; PARTS], states: [[0; AT_ONCE]; PARTS] }
    }
}

impl Readers {
    /// Reads no more letters of each part than at once, and as many of all.
    #[expect(clippy::needless_range_loop, reason = "a letter of each part is read before the next one of any")]
    #[inline(always)]
    fn read(&mut self, automaton: &AhoCorasick, texts: [&[u8]; PARTS]) {
        for at in 0..texts[0].len().min(AT_ONCE) {
            for part in 0..PARTS {
                let class = usize::from(automaton.classes[usize::from(texts[part][at])]);
                self.state[part] = automaton.next(self.state[part], self.last[part], class);
                self.last[part] = class;
                self.states[part][at] = self.state[part];
            }
        }
    }
}

/// The states that pieces end in, and where, of those after each letter from a place on. None is told by a branch, for nobody
/// could foresee it.
#[inline(always)]
fn ends<'n>(states: &[u32], from: usize, noted: &'n mut [(u32, u32); AT_ONCE]) -> &'n [(u32, u32)] {
    let mut count = 0;
    for (state, end) in states.iter().zip(from as u32 + 1..) {
        noted[count % AT_ONCE] = (*state, end);
        count += usize::from(state & ENDS != 0);
    }
    &noted[..count]
}

#[cfg(test)]
mod tests {
    use super::store::store;
    use super::{AhoCorasick, PARTS};

    /// Whatever stands anywhere, found by looking everywhere.
    fn all(pieces: &[&str], text: &str) -> Vec<(u32, u32)> {
        let text = text.to_ascii_lowercase();
        let stands = |piece: &str, at: usize| text.as_bytes()[at..].starts_with(piece.as_bytes());
        let numbered = || (0..).zip(pieces);
        let places = (0..text.len()).flat_map(|at| {
            numbered().filter(move |(_, piece)| stands(piece, at)).map(move |(number, _)| (number, at as u32))
        });
        places.collect()
    }

    #[test]
    fn every_piece_is_found_wherever_it_stands() {
        const PIECES: [&[&str]; 4] = [
            &["he", "she", "his", "hers", "hershey", "e"],
            &["a", "ab", "bab", "abab", "ababc", "babcd", "bc", "caa", "aaaa"],
            &["\u{e9}t\u{e9}", "\u{e9}", "\u{2019}s", "@", "?", "by "],
            &["soon"],
        ];
        const TEXTS: [&str; 5] = [
            "",
            "Ushers, she said: his HERSHEYS and hershe",
            "ababababcdababcaaaaaab\0abc",
            "L'\u{c9}t\u{e9} \u{e9}t\u{e9}t\u{e9} it\u{2019}s@?? by By BY  soo sooon SoOn",
            "s\u{e3}\u{e9}",
        ];
        let mut count = 0;
        for pieces in PIECES {
            let bytes: &'static [u8] = store(pieces, TEXTS[3]).expect("few pieces").leak();
            let automaton = AhoCorasick::of(bytes).expect("what was stored");
            // Some of all parts end behind what is read at once.
            for text in TEXTS.iter().flat_map(|it| [1, 29].map(|times| it.repeat(times))) {
                let mut parts = [const { Vec::new() }; PARTS];
                automaton.find(text.as_bytes(), |part, number, at| parts[part].push((number, at)));
                let mut found = parts.concat();
                let end = |(number, at): &(u32, u32)| *at as usize + pieces[*number as usize].len();
                assert!(found.is_sorted_by_key(end), "{pieces:?} in {text:?}: {found:?}");
                let mut expected = all(pieces, &text);
                found.sort_unstable();
                expected.sort_unstable();
                assert_eq!(found, expected, "{pieces:?} in {text:?}");
                count += found.len();
            }
        }
        assert!(count > 600, "{count}");
    }

    #[test]
    fn what_is_cut_short_is_none() {
        let bytes: &'static [u8] = store(&["he", "she"], "").expect("few pieces").leak();
        assert!(AhoCorasick::of(&bytes[..300]).is_none());
    }
}
