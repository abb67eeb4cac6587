//! Words in whichever case their writer put them, where the letters are ASCII: no copy is made of what is asked.

/// Whether a text begins with these words. What begins in the middle of another letter does not.
pub fn begins(text: &str, words: &str) -> bool {
    text.get(..words.len()).is_some_and(|it| it.eq_ignore_ascii_case(words))
}

/// A text in lower case with each letter where it was: those whose lower case takes other room stay as they are.
pub fn lowered(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    for letter in text.chars() {
        let from = lower.len();
        lower.extend(letter.to_lowercase());
        if lower.len() - from != letter.len_utf8() {
            lower.truncate(from);
            lower.push(letter);
        }
    }
    lower
}

/// A word in small letters or with a capital, with the case of another one.
pub fn like(word: &str, other: &str) -> String {
    let first = word.chars().next().map_or(0, char::len_utf8);
    let (head, tail) = word.split_at(first);
    let is_upper = |text: &str| !text.is_empty() && text.chars().all(char::is_uppercase);
    match other.chars().next() {
        Some(first) if is_upper(other) && first.len_utf8() < other.len() => word.to_uppercase(),
        Some(first) if first.is_uppercase() => head.to_uppercase() + tail,
        Some(_) => head.to_lowercase() + tail,
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{begins, lowered};

    #[test]
    fn what_is_lowered_stays_in_its_place() {
        assert_eq!(lowered("\u{130}ZMIR \u{c9}T\u{c9} K\u{212a}"), "\u{130}zmir \u{e9}t\u{e9} k\u{212a}");
    }

    #[test]
    fn letters_of_other_scripts_are_never_cut() {
        assert!(begins("Due Friday", "due ") && begins("due ", "due ") && begins("any", ""));
        assert!(!begins("due", "due ") && !begins("dué ", "due ") && !begins("du\u{20ac}", "due"));
    }
}
