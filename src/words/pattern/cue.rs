//! What letters a text has to hold before a pattern can match in it, read from the pattern as it is written. Whoever
//! compiles only what may match answers a short message at once. What is not understood here is no cue: then the
//! pattern is simply tried.

use std::cmp::Reverse;

/// Pieces of text of which every match holds at least one; none where no such pieces are known.
#[derive(Debug)]
pub struct Cues {
    pieces: Vec<Piece>,
    /// Which sums of three letters end the beginning of a piece.
    sums: [u64; 1 << (SUM_BITS - 6)],
}

#[derive(Debug)]
struct Piece {
    letters: String,
    sum: usize,
}

/// Three letters, five bits each, tell most words apart; the case of a letter is in none of them.
const LETTERS: usize = 3;
const LETTER_BITS: usize = 5;
const SUM_BITS: usize = LETTERS * LETTER_BITS - 3;

/// Longer pieces are not rarer.
const LONG: usize = 6;

impl Cues {
    pub fn of(pattern: &str) -> Self {
        let mut cues = Self { pieces: Vec::new(), sums: [0; 1 << (SUM_BITS - 6)] };
        for letters in Reader::read(pattern).unwrap_or_default() {
            let sum = sum(letters.bytes().take(LETTERS).fold(0, roll));
            cues.sums[sum / 64] |= 1 << (sum % 64);
            cues.pieces.push(Piece { letters, sum });
        }
        cues
    }

    /// Whether the pattern may match anywhere in a text.
    pub fn may_be_in(&self, text: &str) -> bool {
        // Two letters outside of ASCII are another case of one inside.
        if self.pieces.is_empty() || !text.is_ascii() && text.contains(['\u{17f}', '\u{212a}']) {
            return true;
        }
        let bytes = text.as_bytes();
        let mut state = 0;
        bytes.iter().enumerate().any(|(at, byte)| {
            state = roll(state, *byte);
            let sum = sum(state);
            let is_close = self.sums[sum / 64] >> (sum % 64) & 1 == 1;
            is_close && at + 1 >= LETTERS && self.begins(&bytes[at + 1 - LETTERS..], sum)
        })
    }

    fn begins(&self, rest: &[u8], sum: usize) -> bool {
        let stands = |piece: &Piece| {
            rest.get(..piece.letters.len()).is_some_and(|it| it.eq_ignore_ascii_case(piece.letters.as_bytes()))
        };
        self.pieces.iter().any(|piece| piece.sum == sum && stands(piece))
    }
}

fn roll(state: usize, byte: u8) -> usize {
    (state << LETTER_BITS | usize::from(byte & 31)) & ((1 << (LETTERS * LETTER_BITS)) - 1)
}

fn sum(state: usize) -> usize {
    (state ^ state >> SUM_BITS << 2) & ((1 << SUM_BITS) - 1)
}

/// The pieces of which one has to stand; none where nothing has to.
type Need = Option<Vec<String>>;

/// One group of a pattern, as far as it is read.
#[derive(Default)]
struct Group {
    /// The alternatives before this one.
    before: Vec<Need>,
    /// The best need of this alternative.
    best: Need,
    /// Plain letters, one after the other.
    run: String,
}

impl Group {
    fn offer(&mut self, need: Need) {
        let score = |need: &Need| {
            let pieces = need.as_deref().unwrap_or_default();
            (pieces.iter().map(|it| it.len().min(LONG)).min().unwrap_or(0), Reverse(pieces.len()))
        };
        if score(&need) > score(&self.best) {
            self.best = need;
        }
    }

    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        if run.len() >= LETTERS {
            self.offer(Some(vec![run]));
        }
    }

    fn end_alternative(&mut self) {
        self.end_run();
        let best = self.best.take();
        self.before.push(best);
    }

    /// What every match of the group holds.
    fn need(mut self) -> Need {
        self.end_alternative();
        self.before.into_iter().collect::<Option<Vec<_>>>().map(|all| all.concat())
    }
}

struct Reader<'p> {
    rest: &'p str,
    groups: Vec<Group>,
}

impl<'p> Reader<'p> {
    fn read(pattern: &'p str) -> Need {
        let mut reader = Reader { rest: pattern, groups: vec![Group::default()] };
        while !reader.rest.is_empty() {
            reader.step()?;
        }
        let whole = reader.groups.pop()?;
        if reader.groups.is_empty() { whole.need() } else { None }
    }

    /// Takes what is next; none where this reader does not know it.
    fn step(&mut self) -> Option<()> {
        let letter = self.rest.chars().next()?;
        let before = self.rest;
        self.rest = &before[letter.len_utf8()..];
        let group = self.groups.last_mut()?;
        match letter {
            '(' => self.open(before),
            ')' => {
                let need = self.groups.pop()?.need();
                let is_there = self.count()? != Count::MayMiss;
                self.groups.last_mut()?.offer(need.filter(|_| is_there));
                Some(())
            }
            '|' => {
                group.end_alternative();
                Some(())
            }
            '[' => {
                self.skip_class()?;
                self.end_item()
            }
            '\\' => self.escaped(),
            '.' => self.end_item(),
            '^' | '$' => Some(()),
            plain => self.plain(plain),
        }
    }

    /// A group, a border, or flags for all that follows.
    fn open(&mut self, before: &'p str) -> Option<()> {
        if let Some(rest) = before.strip_prefix(r"(?-u:\b)") {
            self.rest = rest;
            return Some(());
        }
        self.groups.last_mut()?.end_run();
        if let Some(rest) = self.rest.strip_prefix('?') {
            let end = rest.find([':', '>', ')'])?;
            let is_name = rest.starts_with("P<") || rest.starts_with('<');
            let flags = &rest[..end];
            // Where white space is no part of a pattern, its letters are others.
            if !is_name && (flags.contains('x') || flags.contains(|it: char| !it.is_ascii_lowercase() && it != '-')) {
                return None;
            }
            self.rest = &rest[end + 1..];
            if rest[end..].starts_with(')') {
                return Some(());
            }
        }
        self.groups.push(Group::default());
        Some(())
    }

    fn escaped(&mut self) -> Option<()> {
        let letter = self.rest.chars().next()?;
        self.rest = &self.rest[letter.len_utf8()..];
        match letter {
            'b' | 'B' | 'A' | 'z' => Some(()),
            'x' | 'u' | 'U' | 'p' | 'P' => {
                let braced = self.rest.strip_prefix('{')?;
                self.rest = &braced[braced.find('}')? + 1..];
                self.end_item()
            }
            it if it.is_ascii_alphanumeric() => self.end_item(),
            plain => self.plain(plain),
        }
    }

    fn plain(&mut self, letter: char) -> Option<()> {
        let count = self.count()?;
        let group = self.groups.last_mut()?;
        if count == Count::MayMiss || !letter.is_ascii() {
            group.end_run();
            return Some(());
        }
        group.run.push(letter.to_ascii_lowercase());
        if count == Count::Many {
            group.end_run();
        }
        Some(())
    }

    /// Behind something that may be many letters.
    fn end_item(&mut self) -> Option<()> {
        self.groups.last_mut()?.end_run();
        self.count().map(|_| ())
    }

    fn skip_class(&mut self) -> Option<()> {
        let mut letters = self.rest.char_indices();
        let mut is_first = true;
        while let Some((at, letter)) = letters.next() {
            match letter {
                '\\' => {
                    letters.next()?;
                }
                '^' if at == 0 => continue,
                // A class in a class.
                '[' => return None,
                ']' if !is_first => {
                    self.rest = &self.rest[at + 1..];
                    return Some(());
                }
                _ => {}
            }
            is_first = false;
        }
        None
    }

    /// How often the last thing stands.
    fn count(&mut self) -> Option<Count> {
        let (count, length) = match self.rest.as_bytes().first() {
            Some(b'?' | b'*') => (Count::MayMiss, 1),
            Some(b'+') => (Count::Many, 1),
            Some(b'{') => {
                let least = self.rest[1..].split([',', '}']).next()?;
                let count = if least.parse::<usize>().ok()? == 0 { Count::MayMiss } else { Count::Many };
                (count, self.rest.find('}')? + 1)
            }
            _ => return Some(Count::Once),
        };
        self.rest = &self.rest[length..];
        self.rest = self.rest.strip_prefix('?').unwrap_or(self.rest);
        Some(count)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Count {
    MayMiss,
    Once,
    Many,
}

#[cfg(test)]
mod tests {
    use super::{Cues, Reader};

    fn check(pattern: &str, expected: &[&str]) {
        let need = Reader::read(pattern).unwrap_or_default();
        assert_eq!(need, expected, "{pattern}");
    }

    #[test]
    fn what_every_match_holds() {
        check(r"(?i)(?-u:\b)Soon(?-u:\b)", &["soon"]);
        check(r"(?:was|were) (?:already )?(?:discussed|agreed)", &["discussed", "agreed"]);
        check(r"(?P<who>ada|bob)+ \w+", &["ada", "bob"]);
        check(r"[a\]b]{1,2}there[^]x]", &["there"]);
        check(r"it\x{2019}s here", &["s here"]);
    }

    #[test]
    fn what_need_not_be_there_is_no_cue() {
        for pattern in ["soon|x", "(?:soon)?", "(?:soon){0,2}", r"\d+", "(?x) s o o n", "[[a]b]soon", "soon|", "(soon"]
        {
            check(pattern, &[]);
            assert!(Cues::of(pattern).may_be_in("hi"), "{pattern}");
        }
    }

    #[test]
    fn cues_stand_in_any_case() {
        let cues = Cues::of("(?i)soon|by friday");
        assert!(cues.may_be_in("It is SOON") && cues.may_be_in("By Friday") && cues.may_be_in("\u{17f}oon"));
        assert!(!cues.may_be_in("so on, by Frida") && !cues.may_be_in("") && !cues.may_be_in("so"));
    }
}
