//! Words in whichever case their writer put them, where the letters are ASCII: no copy is made of what is asked.

/// Whether a text begins with these words. What begins in the middle of another letter does not.
pub fn begins(text: &str, words: &str) -> bool {
    text.get(..words.len()).is_some_and(|it| it.eq_ignore_ascii_case(words))
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
