//! A phrase that a configuration allows, beside what a rule found: "by EOD PT" allows "by EOD" where "PT" follows it.

use crate::document::Document;
use crate::text::Span;
use crate::words::near::{ahead_within, behind_within};

/// Whether a phrase stands in a part of a text, or around it: as it is written there, or as it is read without marks.
pub fn is_said_in(phrase: &str, doc: &Document, at: Span) -> bool {
    let read = || {
        let clean = doc.prose().clean_range(at);
        is_said(phrase, doc.prose().text(), Span::new(clean.start, clean.end))
    };
    is_said(phrase, doc.text(), at) || read()
}

/// The same in whole words of one text. Neither case nor the breaks of lines matter.
fn is_said(phrase: &str, text: &str, at: Span) -> bool {
    let (phrase, found) = (plain(phrase), plain(at.of(text)));
    if !found.contains(&phrase) && (found.is_empty() || !phrase.contains(&found)) {
        return false;
    }
    // A line may begin with the marks of what it stands in.
    let reach = 2 * phrase.len() + 1;
    let before = plain(behind_within(&text[..at.start], reach));
    let found = before.len()..before.len() + found.len();
    let all = before + &plain(at.of(text)) + &plain(ahead_within(&text[at.end..], reach));
    let is_here = |start: usize| {
        let end = start + phrase.len();
        let is_inside = found.start <= start && end <= found.end;
        let is_around = start <= found.start && found.end <= end;
        all[start..].starts_with(&phrase) && (is_inside || is_around) && is_whole(&phrase, &all, start)
    };
    all.char_indices().any(|(start, _)| is_here(start))
}

/// Whether a phrase at a place of a text ends neither in the middle of a word nor begins there.
fn is_whole(phrase: &str, text: &str, start: usize) -> bool {
    let is_word = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    let (before, behind) = (text[..start].chars().next_back(), text[start + phrase.len()..].chars().next());
    let is_inside = is_word(phrase.chars().next()) && is_word(before);
    let goes_on = is_word(phrase.chars().next_back()) && is_word(behind);
    !is_inside && !goes_on
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
    use crate::text::Source;

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

    #[test]
    fn a_phrase_is_one_of_whole_words() {
        for phrase in ["e", "mor", "EO", "EOD tom", "merge it by EO", "OD tomorrow", "by EOD tomorrow, th", "OD t"] {
            check(phrase, "Please merge it by EOD tomorrow, then rest.", "EOD tomorrow", false);
        }
        for phrase in ["EOD", "tomorrow", "EOD tomorrow", "by EOD tomorrow", "EOD tomorrow,", "tomorrow, then"] {
            let expected = phrase != "tomorrow, then";
            check(phrase, "Please merge it by EOD tomorrow, then rest.", "EOD tomorrow", expected);
        }
        check("by EOD PT", "Do it by EOD PTO.", "by EOD", false);
        check("by EOD PT", "Do it by EOD pt, or by EOD PTO.", "by EOD", true);
        check("Mon", "Do it by EOD Monday.", "EOD Monday", false);
        check("\u{e9}t\u{e9}", "Do it by \u{e9}t\u{e9}s EOD.", "\u{e9}t\u{e9}s EOD", false);
        check("a a", "Do it at aa a a.", "aa a a", true);
    }

    #[test]
    fn marks_are_no_part_of_what_is_said() {
        let says = |phrase: &str, text: &str, found: &str| {
            let source = Source::unnamed("text", text);
            let start = text.find(found).expect("it stands there");
            is_said_in(phrase, &Document::new(&source), Span::new(start, start + found.len()))
        };
        assert!(says("EOD tomorrow", "Merge it by **EOD** tomorrow.\n", "**EOD** tomorrow"));
        assert!(says("by EOD tomorrow", "Merge it *by* [EOD](a.md)\ntomorrow.\n", "EOD](a.md)\ntomorrow"));
        assert!(says("**EOD** tomorrow", "Merge it by **EOD** tomorrow.\n", "**EOD** tomorrow"));
        assert!(!says("EOD tomorrow", "Merge it by **EOD**s tomorrow.\n", "**EOD**s tomorrow"));
    }
}
