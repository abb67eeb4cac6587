//! The word before the number of a record. Thousands of records and mentions wait for each other, nearly each with one:
//! none takes room of its own.

use std::fmt;
use std::ops::Deref;

/// Letters in the longest: `proposal`.
const LONGEST: usize = 8;

/// Such a word, in small letters. Behind a shorter one stand zeros, so that words have the order of their letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Series([u8; LONGEST]);

impl Series {
    /// None of what is too long for one.
    pub fn of(word: &str) -> Option<Self> {
        let mut letters = [0; LONGEST];
        letters.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
        letters.make_ascii_lowercase();
        (!word.is_empty() && !word.contains('\0')).then_some(Self(letters))
    }
}

impl Deref for Series {
    type Target = str;

    fn deref(&self) -> &str {
        let length = self.0.iter().position(|it| *it == 0).unwrap_or(LONGEST);
        std::str::from_utf8(&self.0[..length]).expect("it was made of letters")
    }
}

impl fmt::Debug for Series {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::Series;

    #[test]
    fn a_word_is_what_it_was_made_of() {
        for word in ["a", "adr", "proposal"] {
            assert_eq!(Series::of(&word.to_uppercase()).as_deref(), Some(word));
        }
        assert_eq!(["", "proposals", "a\0"].map(Series::of), [None; 3]);
        assert!(Series::of("adr") < Series::of("adra") && Series::of("adrz") < Series::of("b"));
    }
}
