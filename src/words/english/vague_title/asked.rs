//! Who asked for a change, at the end of its subject: "Address review comments from @rosa". Of what, it does not say.

use crate::words::list::is_among;

/// Behind one of them stand people.
const BEFORE: &str = "from by per";

/// The most words that name people.
const MOST_WORDS: usize = 5;

/// A subject without the people at its end, where some are named there.
pub(super) fn without_people(subject: &str) -> Option<&str> {
    let mut rest = subject.trim_end();
    for _ in 0..=MOST_WORDS {
        let (before, word) = rest.rsplit_once(' ')?;
        if rest.len() < subject.trim_end().len() && is_among(BEFORE, &word.to_lowercase()) {
            return Some(before.trim_end());
        }
        if !is_person(word) {
            return None;
        }
        rest = before.trim_end();
    }
    None
}

/// A handle, a word with a capital letter as names have it, or what joins two.
fn is_person(word: &str) -> bool {
    let name = word.trim_end_matches(|it: char| !it.is_alphanumeric());
    let is_name = |it: &str| it.starts_with(char::is_uppercase) && it.chars().skip(1).all(char::is_lowercase);
    matches!(word, "and" | "&" | "+" | ",") || name.starts_with('@') || name.len() > 2 && is_name(name)
}

#[cfg(test)]
mod tests {
    use super::without_people;

    #[test]
    fn people_stand_behind_a_word() {
        for (subject, rest) in [
            ("Address review comments from @rosa and @ada.", Some("Address review comments")),
            ("Apply suggestions by Rosa Lind", Some("Apply suggestions")),
            ("Take the pool over from main", None),
            ("Read it from", None),
            ("Update", None),
        ] {
            assert_eq!(without_people(subject), rest, "{subject}");
        }
    }
}
