//! Given names that are common somewhere, and are nothing but names: a sign that a word with a capital letter is
//! somebody. A name that is missing here is no sign of anything.

use std::collections::HashSet;
use std::sync::LazyLock;

static NAMES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("given_name.txt").split_ascii_whitespace().collect());

/// Whether a word is one of them, as it is written: with a capital letter.
pub fn is_given_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && NAMES.contains(word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::is_given_name;

    #[test]
    fn a_name_has_a_capital_letter() {
        assert!(is_given_name("Rosa") && is_given_name("Li") && !is_given_name("rosa") && !is_given_name("Docker"));
    }
}
