//! Lists of words, written as one string with spaces between them.

use std::cmp::Ordering;

use memchr::memmem;

/// The longest word that a list may hold, in bytes.
const LONGEST: usize = 63;

/// Whether a word stands in a list. What holds a space, or nothing, is no word, and nor is what is too long for one.
pub fn is_among(list: &str, word: &str) -> bool {
    let (bytes, word) = (list.as_bytes(), word.as_bytes());
    let is_end = |at: usize| bytes.get(at).is_none_or(|it| *it == b' ');
    if word.is_empty() || word.len() > LONGEST.min(bytes.len()) || word.contains(&b' ') {
        return false;
    }
    // With the space before it: of "a", each letter of other words would be looked at.
    let mut behind = [b' '; LONGEST + 1];
    let behind = &mut behind[..=word.len()];
    behind[1..].copy_from_slice(word);
    bytes.starts_with(word) && is_end(word.len())
        || memmem::find_iter(bytes, behind).any(|start| is_end(start + behind.len()))
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
        for word in ["", " ", "se", "lso", "als", "see also", "aaa", "m", "em a", &"a".repeat(64), &"a".repeat(65)] {
            assert!(!is_among(LIST, word), "{word}");
        }
        for length in [62, 63] {
            let word = "\u{e9}".repeat(length / 2) + &"e".repeat(length % 2);
            assert!(is_among(&format!("a {word} e"), &word) && !is_among(&format!("a {word}e"), &word), "{word}");
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
