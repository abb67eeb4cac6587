//! Given names that are common somewhere, and are nothing but names: a sign that a word with a capital letter is
//! somebody. A name that is missing here is no sign of anything.

use crate::words::list::{is_among, is_among_sorted};

/// In order.
const NAMES: &str = include_str!("given_name.txt");

/// Whether a word is one of them, as it is written: with a capital letter.
pub fn is_given_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && is_among_sorted(NAMES, &word.to_lowercase())
}

/// Given names that are words as well: with a capital letter, they begin a sentence or name a thing as often.
const NAMESAKES: &str = "art brook brooke buck cat chance chase chip clay cliff crystal daisy dawn faith gene grace grant hazel heath \
    hope hunter iris ivy jade jasmine joy king lance lily max miles olive page pearl penny ray rob rose ruby rusty sky sunny \
    violet ward will";

/// Whether a word is one of those.
pub fn may_be_given_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && is_among(NAMESAKES, &word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{NAMES, is_given_name};

    #[test]
    fn a_name_has_a_capital_letter() {
        assert!(NAMES.split_ascii_whitespace().is_sorted() && !NAMES.contains("  "));
        assert!(is_given_name("Rosa") && is_given_name("Li") && !is_given_name("rosa") && !is_given_name("Docker"));
    }
}
