//! Lists of words, written as one string with spaces between them.

use memchr::memmem;

/// Whether a word stands in a list. What holds a space, or nothing, is no word.
pub fn is_among(list: &str, word: &str) -> bool {
    let bytes = list.as_bytes();
    let is_apart = |start: usize| {
        let end = start + word.len();
        (start == 0 || bytes[start - 1] == b' ') && bytes.get(end).is_none_or(|it| *it == b' ')
    };
    !word.is_empty() && !word.contains(' ') && memmem::find_iter(bytes, word.as_bytes()).any(is_apart)
}

/// Whether an entry is one of a list, all of them parted by commas.
pub fn holds(list: &str, entry: &str) -> bool {
    list.split(", ").any(|it| it == entry)
}

#[cfg(test)]
mod tests {
    use super::is_among;

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
}
