//! Words in whichever case their writer put them, where the letters are ASCII: no copy is made of what is asked.

/// Whether a text begins with these words. What begins in the middle of another letter does not.
pub fn begins(text: &str, words: &str) -> bool {
    text.get(..words.len()).is_some_and(|it| it.eq_ignore_ascii_case(words))
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
    use super::begins;

    #[test]
    fn letters_of_other_scripts_are_never_cut() {
        assert!(begins("Due Friday", "due ") && begins("due ", "due ") && begins("any", ""));
        assert!(!begins("due", "due ") && !begins("dué ", "due ") && !begins("du\u{20ac}", "due"));
    }
}
