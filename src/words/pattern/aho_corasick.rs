//! The automaton of Aho and Corasick over many pieces, as bytes that are searched where they lie: whoever loads them reads
//! nothing, and a search looks at each letter once, whatever came before.
//!
//! A state is the place from which its cells are counted, and no two begin at one place: so a cell with the class of a letter
//! is the state's own. Where it has none, a shorter end of what was read may go on; mostly it is two letters or fewer, and
//! what they lead to stands in a table.

pub mod store;

/// In a cell or a pair: the class that it is for.
const CLASS: u32 = 0x7f;
/// Pieces end in the state that it leads to.
const ENDS: u32 = 0x80;
/// Where that state does not go on, one of two letters or more may, which is an end of what it has read.
const SHORTER: u32 = 0x100;
/// How far above them the state stands.
const STATE: u32 = 9;

/// In what ends in a state: the last of the list. Below it stand the bytes of a piece, and below them its number.
const LAST: u32 = 1 << 31;
const LENGTH: u32 = 16;

/// So many letters are read before what ends in them is told: where pieces end cannot be foreseen, and is only noted.
const AT_ONCE: usize = 256;

/// Pieces that are looked for in any case of ASCII.
#[derive(Debug, Clone, Copy)]
pub struct AhoCorasick {
    /// Which letters are alike: those that are in no piece are of class 0.
    classes: &'static [u8; 256],
    /// How many classes there are.
    width: usize,
    /// Where two letters lead.
    pairs: &'static [[u8; 4]],
    cells: &'static [[u8; 4]],
    /// For each state, the one of fewer letters, as a cell has it.
    shorter: &'static [[u8; 4]],
    /// For each state, where its list of pieces begins.
    lists: &'static [[u8; 2]],
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
        let width = number(0);
        let (pairs, rest) = rest.split_at_checked(4 * width * width)?;
        let (cells, rest) = rest.split_at_checked(4 * number(1))?;
        let (shorter, rest) = rest.split_at_checked(4 * number(2))?;
        let (lists, pieces) = rest.split_at_checked(2 * number(2))?;
        let [pairs, cells, shorter, pieces] = [pairs, cells, shorter, pieces].map(|it| it.as_chunks().0);
        Some(Self { classes, width, pairs, cells, shorter, lists: lists.as_chunks().0, pieces })
    }

    /// Hands over the number of each piece that stands in a text, and where it begins, in the order of their ends.
    pub fn find(&self, text: &[u8], mut found: impl FnMut(u32, u32)) {
        let (mut state, mut last) = (0, 0);
        let mut noted = [(0, 0); AT_ONCE];
        for (part, at) in text.chunks(AT_ONCE).zip((0..).step_by(AT_ONCE)) {
            let mut count = 0;
            for (byte, end) in part.iter().zip(at + 1..) {
                let class = self.classes[usize::from(*byte)];
                state = self.next(state, last, class.into());
                last = class.into();
                noted[count % AT_ONCE] = (state, end);
                count += usize::from(state & ENDS != 0);
            }
            for (state, end) in &noted[..count] {
                self.ending(*state, |number, length| found(number, end - length));
            }
        }
    }

    /// The state after one more letter, as a cell has it.
    #[inline]
    fn next(&self, state: u32, last: usize, class: usize) -> u32 {
        let own = read(self.cells, (state >> STATE) as usize + class);
        let is_own = own & CLASS == class as u32;
        if !is_own && state & SHORTER != 0 {
            return self.next_of_shorter(state, last, class);
        }
        let pair = read(self.pairs, last * self.width + class);
        if is_own { own } else { pair }
    }

    #[inline(never)]
    fn next_of_shorter(&self, mut state: u32, last: usize, class: usize) -> u32 {
        while state & SHORTER != 0 {
            state = read(self.shorter, (state >> STATE) as usize);
            let own = read(self.cells, (state >> STATE) as usize + class);
            if own & CLASS == class as u32 {
                return own;
            }
        }
        read(self.pairs, last * self.width + class)
    }

    /// Hands over the pieces that end in a state, and the bytes of each.
    fn ending(&self, state: u32, mut found: impl FnMut(u32, u32)) {
        let list = self.lists[(state >> STATE) as usize];
        for piece in &self.pieces[usize::from(u16::from_le_bytes(list))..] {
            let piece = u32::from_le_bytes(*piece);
            found(piece & ((1 << LENGTH) - 1), (piece & !LAST) >> LENGTH);
            if piece & LAST != 0 {
                return;
            }
        }
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
            let bytes: &'static [u8] = store(pieces).expect("few pieces").leak();
            let automaton = AhoCorasick::of(bytes).expect("what was stored");
            // Some end behind what is read at once.
            for text in TEXTS.iter().flat_map(|it| [1, 9].map(|times| it.repeat(times))) {
                let mut found = Vec::new();
                automaton.find(text.as_bytes(), |number, at| found.push((number, at)));
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
        let bytes: &'static [u8] = store(&["he", "she"]).expect("few pieces").leak();
        assert!(AhoCorasick::of(&bytes[..300]).is_none());
    }
}
