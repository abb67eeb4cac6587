//! Where pieces of text stand in another: tables of the letters that they begin with, made in no time and asked in
//! little. It knows neither patterns nor phrases.

use std::ops::Range;

use memchr::memchr3_iter;

use super::texts::Texts;

/// Pieces in lower case, found in any case of ASCII. Empty ones stand nowhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Pieces {
    all: Texts,
    /// By their first letters.
    sorted: Vec<Head>,
    /// For each letter, where the pieces that begin with it begin.
    first: [u32; SORTS + 1],
    /// For each letter, which letters follow it at the beginning of a piece; both without their case.
    pairs: [u32; SORTS],
    /// For each letter, which letters follow it where it is the second of a piece.
    thirds: [u32; SORTS],
    /// The sorts of what may stand before a piece: words stand behind no letter.
    before: u32,
    /// The bytes of the shortest.
    shortest: usize,
    /// The bytes that they begin with, where those are so few that many places are passed over at once.
    begins: Option<[u8; 3]>,
}

/// What a piece begins with.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Head {
    /// Its first letters, and which bits of them count.
    letters: u32,
    bits: u32,
    /// Its place in the list.
    number: u32,
}

impl Pieces {
    pub fn of(all: Texts, is_bordered: bool) -> Self {
        let (mut first, mut pairs, mut thirds) = ([0; SORTS + 1], [0; SORTS], [0; SORTS]);
        let mut shortest = usize::MAX;
        for piece in all.iter().map(str::as_bytes).filter(|it| !it.is_empty()) {
            let follows = |at: usize| piece.get(at).map_or(u32::MAX, |it| 1 << sort(*it));
            shortest = shortest.min(piece.len());
            first[sort(piece[0]) + 1] += 1;
            pairs[sort(piece[0])] |= follows(1);
            match piece.get(1) {
                Some(second) => thirds[sort(*second)] |= follows(2),
                None => thirds = [u32::MAX; SORTS],
            }
        }
        (1..=SORTS).for_each(|at| first[at] += first[at - 1]);
        let mut next = first;
        let mut sorted = vec![Head::default(); first[SORTS] as usize];
        for (number, piece) in (0..).zip(all.iter().map(str::as_bytes)).filter(|(_, it)| !it.is_empty()) {
            let (place, bits) = (&mut next[sort(piece[0])], u32::MAX >> (32 - 8 * piece.len().min(4)));
            sorted[*place as usize] = Head { letters: head(piece) & bits, bits, number };
            *place += 1;
        }
        let before = if is_bordered { !LETTERS } else { u32::MAX };
        let begins = begins(&all);
        Self { all, sorted, first, pairs, thirds, before, shortest, begins }
    }

    pub fn stand_in(&self, text: &str) -> bool {
        self.next(text.as_bytes(), 0).is_some()
    }

    /// Where the next of them begins in a text, from a place on.
    pub fn next(&self, text: &[u8], from: usize) -> Option<usize> {
        self.next_in(text, from..text.len())
    }

    /// Where the next of them begins in a part of a text.
    pub fn next_in(&self, text: &[u8], part: Range<usize>) -> Option<usize> {
        let from = part.start;
        let rest = text.get(part.clone()).filter(|rest| !rest.is_empty() && text.len() - from >= self.shortest)?;
        if let Some([one, two, three]) = self.begins {
            let second = |at: usize| text.get(at + 1).map_or(0, |it| sort(*it));
            let may_begin = |at: &usize| self.pairs[sort(text[*at])] >> second(*at) & 1 == 1;
            let mut places = memchr3_iter(one, two, three, rest).map(|at| from + at).filter(may_begin);
            return places.find(|at| self.begin_at(text, *at));
        }
        let mut letter = sort(rest[0]);
        for (at, byte) in part.clone().zip(&text[from + 1..]) {
            let next = sort(*byte);
            // Two letters tell of nearly all places that nothing begins there, and what stands around them is asked of the others.
            let may_begin = self.pairs[letter] >> next & 1 == 1;
            if may_begin && self.is_free(text, at) && self.goes_on(text, at, next) && self.begin_at(text, at) {
                return Some(at);
            }
            letter = next;
        }
        let last = text.len() - 1;
        (part.end > last && self.pairs[letter] & 1 == 1 && self.begin_at(text, last)).then_some(last)
    }

    /// Whether nothing that belongs to a word stands before a place, where that matters.
    fn is_free(&self, text: &[u8], at: usize) -> bool {
        at == 0 || self.before >> sort(text[at - 1]) & 1 == 1
    }

    /// Whether what begins at a place may go on with the letter behind the second one.
    fn goes_on(&self, text: &[u8], at: usize, second: usize) -> bool {
        text.get(at + 2).is_none_or(|it| self.thirds[second] >> sort(*it) & 1 == 1)
    }

    #[inline(never)]
    fn begin_at(&self, text: &[u8], at: usize) -> bool {
        self.at(text, at).next().is_some()
    }

    /// Those that begin at a place of a text, by their places in the list that they came in.
    pub fn at<'t>(&'t self, text: &'t [u8], at: usize) -> impl Iterator<Item = usize> + 't {
        let text = text.get(at..).filter(|_| self.is_free(text, at)).unwrap_or_default();
        let (letter, head) = (text.first().map_or(0, |byte| sort(*byte)), head(text));
        let fits = move |piece: &[u8]| text.get(..piece.len()).is_some_and(|it| it.eq_ignore_ascii_case(piece));
        let alike = self.sorted[self.first[letter] as usize..self.first[letter + 1] as usize].iter();
        let alike = alike.filter(move |it| head & it.bits == it.letters).map(|it| it.number as usize);
        alike.filter(move |it| fits(self.all.get(*it).as_bytes()))
    }
}

/// The bytes that pieces begin with, in both cases; none where they are more than three.
fn begins(pieces: &Texts) -> Option<[u8; 3]> {
    let firsts = pieces.iter().filter_map(|it| it.bytes().next()).flat_map(|it| [it, it.to_ascii_uppercase()]);
    let (mut all, mut count) = ([0; 3], 0);
    for first in firsts {
        if !all[..count].contains(&first) {
            *all.get_mut(count)? = first;
            count += 1;
        }
    }
    // What is looked for twice is found once.
    (count > 0).then(|| std::array::from_fn(|at| if at < count { all[at] } else { all[0] }))
}

/// How many sorts of bytes there are.
const SORTS: usize = 32;

/// The sorts of what words are made of: letters, digits and the underscore of ASCII.
const LETTERS: u32 = 0x0fff_fffe;

/// The sort of a byte, below 32: the same for both cases of a letter, and another for what stands between words.
fn sort(byte: u8) -> usize {
    const OF_BYTES: [u8; 256] = sorts();
    usize::from(OF_BYTES[usize::from(byte)])
}

const fn sorts() -> [u8; 256] {
    let mut sorts = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        sorts[byte] = match byte as u8 {
            letter @ (b'a'..=b'z' | b'A'..=b'Z') => letter & 31,
            b'0'..=b'9' | b'_' => 27,
            b' ' | b'\t' | b'\n' | b'\r' => 28,
            b'.' | b',' | b';' | b':' => 29,
            b'!'..=b'~' => 30,
            128.. => 31,
            _ => 0,
        };
        byte += 1;
    }
    sorts
}

/// The first four letters, the same for both cases of each.
fn head(text: &[u8]) -> u32 {
    let letter = |at: usize| text.get(at).copied().unwrap_or(0);
    let letters = text.first_chunk().copied().unwrap_or_else(|| std::array::from_fn(letter));
    u32::from_le_bytes(letters) | 0x2020_2020
}

#[cfg(test)]
mod tests {
    use super::Pieces;

    #[test]
    fn one_of_them_stands_in_any_case() {
        let stand = |pieces: &[&str], text: &str| Pieces::of(pieces.iter().collect(), false).stand_in(text);
        for text in ["soon", "As SOON as", "it\u{2019}s", "see 7", "7"] {
            assert!(stand(&["soon", "\u{2019}s", "7"], text), "{text}");
        }
        for text in ["", "so", "soo n", "\u{2019}", "\u{2018}s"] {
            assert!(!stand(&["soon", "\u{2019}s", "7"], text), "{text}");
        }
        assert!(
            stand(&["soon", "so-so"], "as SO-so") && stand(&["@", "#1"], "a #1") && stand(&["\u{2019}"], "it\u{2019}")
        );
        assert!(!stand(&["soon", "so-so"], "also SOSO") && !stand(&["@", "#1"], "#2 a") && !stand(&["s"], ""));
    }

    #[test]
    fn few_first_letters_are_found_as_many_are() {
        let texts = ["It's a sSs; (see) S", "\u{2019}s \u{2019} ''s", "ss", "s"];
        for pieces in [&["s"][..], &["'s", "\u{2019}s"], &["(", "s;"], &["ss", "see"]] {
            let few = Pieces::of(pieces.iter().collect(), true);
            let many = Pieces { begins: None, ..few.clone() };
            assert!(few.begins.is_some(), "{pieces:?}");
            for text in texts {
                let places = |it: &Pieces| -> Vec<Option<usize>> {
                    (0..=text.len()).map(|from| it.next(text.as_bytes(), from)).collect()
                };
                assert_eq!(places(&few), places(&many), "{pieces:?} in {text:?}");
            }
        }
    }

    #[test]
    fn in_a_part_is_what_begins_there() {
        let text = "As soon as I see it: see (it), so";
        for pieces in [&["s"][..], &["see", "so", "it", "as"], &["("], &["so"]] {
            let pieces = Pieces::of(pieces.iter().collect(), true);
            for (from, to) in (0..=text.len()).flat_map(|from| (from..=text.len()).map(move |to| (from, to))) {
                let whole = pieces.next(text.as_bytes(), from).filter(|it| *it < to);
                assert_eq!(pieces.next_in(text.as_bytes(), from..to), whole, "{from}..{to}");
            }
        }
    }
}
