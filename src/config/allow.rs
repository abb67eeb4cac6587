//! A phrase that a configuration allows, beside what a rule found: "by EOD PT" allows "by EOD" where "PT" follows it.

use crate::text::Span;
use crate::words::near::{ahead_within, behind_within};

/// Whether a phrase stands in a part of a text, or around it. Neither case nor the breaks of lines matter.
pub fn is_said(phrase: &str, text: &str, at: Span) -> bool {
    let (phrase, found) = (plain(phrase), plain(at.of(text)));
    if found.contains(&phrase) {
        return true;
    }
    // A line may begin with the marks of what it stands in.
    let reach = 2 * phrase.len();
    let before = || plain(behind_within(&text[..at.start], reach));
    let after = || plain(ahead_within(&text[at.end..], reach));
    let is_around =
        |start: usize| before().ends_with(&phrase[..start]) && after().starts_with(&phrase[start + found.len()..]);
    !found.is_empty() && phrase.match_indices(&found).any(|(start, _)| is_around(start))
}

/// In lower case, and with one space for all that stands between two words.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            letter if !letter.is_whitespace() => out.push(letter),
            _ if out.ends_with(' ') => {}
            _ => out.push(' '),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(phrase: &str, text: &str, found: &str, expected: bool) {
        let start = text.find(found).expect("it stands there");
        assert_eq!(is_said(phrase, text, Span::new(start, start + found.len())), expected, "{phrase} in {text}");
    }

    #[test]
    fn a_phrase_may_be_a_part_of_what_was_found_or_all_around_it() {
        check("by EOD", "Do it by EOD tomorrow.", "by EOD tomorrow", true);
        check("by EOD PT", "Do it by eod PT.", "by eod", true);
        check("do it by EOD", "Do it\nby EOD.", "by EOD", true);
        check("by EOD PT", "Do it by EOD\nPT.", "by EOD", true);
        check("by EOD PT", "Do it by EOD CET.", "by EOD", false);
        check("by EOD PT", "Do it by EOD.", "by EOD", false);
        check("not by EOD", "Do it by EOD.", "by EOD", false);
        check("\u{130}by EOD", "\u{130}by EOD.", "by EOD", true);
    }
}
