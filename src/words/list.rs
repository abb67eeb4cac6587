//! Lists of words, written as one string with spaces between them.

use std::cmp::Ordering;

use memchr::memmem;

/// Whether a word stands in a list. What holds a space, or nothing, is no word.
pub fn is_among(list: &str, word: &str) -> bool {
    // What is longer is looked at no further.
    if word.len() > list.len() {
        return false;
    }
    let bytes = list.as_bytes();
    let is_apart = |start: usize| {
        let end = start + word.len();
        (start == 0 || bytes[start - 1] == b' ') && bytes.get(end).is_none_or(|it| *it == b' ')
    };
    !word.is_empty() && !word.contains(' ') && memmem::find_iter(bytes, word.as_bytes()).any(is_apart)
}

/// The same of a long list whose words are in order, each behind one space or line end: of most of them nothing is read.
pub fn is_among_sorted(list: &str, word: &str) -> bool {
    let bytes = list.as_bytes();
    let (mut from, mut to) = (0, bytes.len());
    while from < to {
        let middle = from.midpoint(to);
        let start = bytes[from..middle].iter().rposition(u8::is_ascii_whitespace).map_or(from, |at| from + at + 1);
        let length = bytes[start..].iter().position(u8::is_ascii_whitespace);
        let end = length.map_or(bytes.len(), |length| start + length);
        match bytes[start..end].cmp(word.as_bytes()) {
            Ordering::Less => from = end + 1,
            Ordering::Greater => to = start,
            Ordering::Equal => return !word.is_empty(),
        }
    }
    false
}

/// Whether an entry is one of a list, all of them parted by commas.
pub fn holds(list: &str, entry: &str) -> bool {
    list.split(", ").any(|it| it == entry)
}

#[cfg(test)]
mod tests {
    use super::{is_among, is_among_sorted};

    #[test]
    fn words_are_whole() {
        const LIST: &str = "see also a seem aa";
        for word in ["see", "also", "a", "seem", "aa"] {
            assert!(is_among(LIST, word), "{word}");
        }
        for word in ["", " ", "se", "lso", "als", "see also", "aaa", "m", "em a"] {
            assert!(!is_among(LIST, word), "{word}");
        }
    }

    #[test]
    fn words_in_order_are_found_wherever_they_stand() {
        const WORDS: [&str; 7] = ["a", "aa", "also", "see", "seem", "z", "\u{e9}t\u{e9}"];
        for count in 0..=WORDS.len() {
            for list in [WORDS[..count].join(" "), WORDS[..count].join("\n") + "\n"] {
                for (at, word) in WORDS.iter().enumerate() {
                    assert_eq!(is_among_sorted(&list, word), at < count, "{word} in {list:?}");
                }
                for word in ["", " ", "al", "als", "seems", "A", "zz", "a aa", "\n", "0"] {
                    assert!(!is_among_sorted(&list, word), "{word} in {list:?}");
                }
            }
        }
    }
}
