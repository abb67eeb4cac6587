//! Where one sentence ends and the next begins, and how many words there are.

use std::ops::Range;

use smallvec::SmallVec;

/// How many words a text has. A mark alone is none.
pub fn count_words(text: &str) -> usize {
    words(text).count()
}

/// The words of a text.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric))
}

/// Words whose full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "e.g", "i.e", "vs", "cf", "approx", "ca", "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "inc", "ltd", "corp",
    "dept", "ed", "eds", "resp", "incl", "excl", "avg", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
    "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "a.m", "p.m", "u.s",
    "u.k", "e.u",
];

/// Words whose full stop ends a sentence where a capital letter follows: "see no. 5", "he said no. We went on".
const SOMETIMES: &[&str] = &["al", "ch", "etc", "fig", "figs", "max", "min", "no", "nos", "pp", "sec", "vol"];

/// Splits one paragraph of clean text, with single spaces, into its sentences.
pub fn split(text: &str) -> SmallVec<[Range<usize>; 1]> {
    let bytes = text.as_bytes();
    if bytes.len() <= LONGEST && memchr::memchr3(b'.', b'!', b'?', bytes).is_none() {
        return trimmed(text, 0..text.len()).into_iter().collect();
    }
    let mut out = SmallVec::new();
    let mut start = 0;
    let mut from = 0;
    while let Some(at) = memchr::memchr3(b'.', b'!', b'?', &bytes[from..]).map(|at| from + at) {
        let goes_on = |it: &u8| matches!(it, b'.' | b'!' | b'?' | b')' | b'"' | b'\'');
        let end = at + 1 + bytes[at + 1..].iter().take_while(|it| goes_on(it)).count();
        if ends_sentence(text, start, at, end) {
            add(text, start..end, &mut out);
            start = end;
        }
        from = end;
    }
    add(text, start..text.len(), &mut out);
    out
}

/// What is longer, in bytes, is no sentence: a pasted list, or a text that wants to keep its reader busy.
const LONGEST: usize = 1200;

/// Adds a sentence; one that goes on without end is cut between words.
fn add(text: &str, range: Range<usize>, out: &mut SmallVec<[Range<usize>; 1]>) {
    let mut start = range.start;
    while range.end - start > LONGEST {
        let most = start + LONGEST;
        let border = (start + 1..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(range.end);
        let end = text[start..border].rfind(' ').filter(|space| *space > 0).map_or(border, |space| start + space);
        out.extend(trimmed(text, start..end));
        start = end;
    }
    out.extend(trimmed(text, start..range.end));
}

fn ends_sentence(text: &str, start: usize, mark: usize, end: usize) -> bool {
    let rest = &text[end..];
    if rest.is_empty() {
        return true;
    }
    let Some(next) = rest.strip_prefix(' ').and_then(|rest| rest.chars().next()) else { return false };
    if text.as_bytes()[mark] != b'.' {
        return true;
    }
    let word = text[..mark].rsplit([' ', '(']).next().unwrap_or_default();
    let is_initial =
        word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic()) && !word.eq_ignore_ascii_case("i");
    // "1. Do this" numbers what follows.
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit()) && text[start..mark].trim_start() == word;
    let is_one_of = |all: &[&str]| all.iter().any(|it| it.eq_ignore_ascii_case(word));
    if is_initial || is_number || is_one_of(ABBREVIATIONS) {
        return false;
    }
    if is_one_of(SOMETIMES) {
        return next.is_uppercase();
    }
    // "12. item" inside running text, and continuations in lower case such as "v2. then", go on.
    !next.is_lowercase()
}

fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let inside = &text[range.clone()];
    let start = range.start + (inside.len() - inside.trim_start().len());
    let length = inside.trim().len();
    (length > 0).then_some(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::split;

    fn check(text: &str, expected: &[&str]) {
        let got: Vec<&str> = split(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn abbreviations_versions_and_initials_end_nothing() {
        check(
            "Use a proxy, e.g. Squid. It works on v1.2.3 too.",
            &["Use a proxy, e.g. Squid.", "It works on v1.2.3 too."],
        );
        check(
            "Ask J. Doe (approx. 5 p.m. Friday). Really?! Yes.",
            &["Ask J. Doe (approx. 5 p.m. Friday).", "Really?!", "Yes."],
        );
        check("See no. 5. He said no. We went on.", &["See no. 5.", "He said no.", "We went on."]);
    }

    #[test]
    fn a_sentence_without_end_is_cut_between_words() {
        let text = "word ".repeat(1000);
        let cut = split(&text);
        assert!(cut.len() > 4 && cut.iter().all(|range| range.len() <= super::LONGEST), "{cut:?}");
        assert!(cut.iter().all(|range| text[range.clone()].split(' ').all(|word| word == "word")));
        assert_eq!(split(&"\u{e9}".repeat(1000)).len(), 2);
    }

    #[test]
    fn a_stop_before_a_small_letter_goes_on() {
        check("Run make. then wait! Done", &["Run make. then wait!", "Done"]);
    }
}
