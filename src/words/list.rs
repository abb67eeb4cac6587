//! Lists of words, written as one string with spaces between them.

/// Whether a word stands in a list.
pub fn is_among(list: &str, word: &str) -> bool {
    list.split(' ').any(|it| it == word)
}

/// Whether an entry is one of a list, all of them parted by commas.
pub fn holds(list: &str, entry: &str) -> bool {
    list.split(", ").any(|it| it == entry)
}
