//! Lists of words, written as one string with spaces between them.

/// Whether a word stands in a list.
pub fn is_among(list: &str, word: &str) -> bool {
    list.split(' ').any(|it| it == word)
}
