//! The automaton of Aho and Corasick over many pieces, as bytes that are searched where they lie: whoever loads them reads
//! nothing, and a search looks at each letter once, whatever came before.
//!
//! A state is the place from which its cells are counted, and no two begin at one place: so a cell with the class of a letter
//! is the state's own. Where it has none, no more than the last two letters count, and what they lead to stands in a table.

pub mod store;

use std::hint::select_unpredictable;
use std::mem;

/// In a cell or a pair: the class that it is for.
const CLASS: u32 = 0x7f;
/// Pieces end in the state that it leads to.
const ENDS: u32 = 0x80;
/// How far above them the state stands, or where its list of pieces begins.
const STATE: u32 = 8;

/// In what ends in a state: the last of the list. Below it stand the bytes of a piece, and below them its number.
const LAST: u32 = 1 << 31;
const LENGTH: u32 = 16;

/// A half of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    First,
    Second,
}

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

    /// Hands over the number of each piece that stands in a text, where it begins, and in which half of the text it ends: those
    /// of a half in the order of their ends.
    ///
    /// Each letter waits for what the one before it led to. So both halves are read in turn, and none waits alone; they overlap
    /// by a piece, and what ends in both is told once.
    pub fn find(&self, text: &[u8], mut found: impl FnMut(Half, u32, u32)) {
        let half = (text.len() + self.longest).div_ceil(2).min(text.len());
        let from = text.len() - half;
        let (mut first, mut second) = (Reader::at(0), Reader::at(from));
        for (one, other) in text[..half].chunks(AT_ONCE).zip(text[from..].chunks(AT_ONCE)) {
            for (one, other) in one.iter().zip(other) {
                first.read(self, *one);
                second.read(self, *other);
            }
            first.ends().iter().for_each(|it| self.ending(*it, |piece, at| found(Half::First, piece, at)));
            let ends = second.ends().iter().filter(|it| it.1 as usize > half);
            ends.for_each(|it| self.ending(*it, |piece, at| found(Half::Second, piece, at)));
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

/// How far a text is read.
struct Reader {
    state: u32,
    /// The class of the last letter.
    last: usize,
    at: u32,
    /// The states that pieces end in, and where.
    noted: [(u32, u32); AT_ONCE],
    count: usize,
}

impl Reader {
    fn at(at: usize) -> Self {
        Self { state: 0, last: 0, at: at as u32, noted: [(0, 0); AT_ONCE], count: 0 }
    }

    #[inline(always)]
    fn read(&mut self, automaton: &AhoCorasick, byte: u8) {
        let class = usize::from(automaton.classes[usize::from(byte)]);
        self.state = automaton.next(self.state, self.last, class);
        self.last = class;
        self.at += 1;
        self.noted[self.count % AT_ONCE] = (self.state, self.at);
        self.count += usize::from(self.state & ENDS != 0);
    }

    /// What was noted since it was asked for last, of no more than is read at once.
    fn ends(&mut self) -> &[(u32, u32)] {
        &self.noted[..mem::take(&mut self.count)]
    }
}

#[cfg(test)]
mod tests {
    use super::AhoCorasick;
    use super::store::store;

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
            // Some of both halves end behind what is read at once.
            for text in TEXTS.iter().flat_map(|it| [1, 29].map(|times| it.repeat(times))) {
                let mut halves = [Vec::new(), Vec::new()];
                automaton.find(text.as_bytes(), |half, number, at| halves[half as usize].push((number, at)));
                let mut found = halves.concat();
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
