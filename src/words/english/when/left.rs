//! Which words of a phrase were read, and which were not: what nobody understood is told, and never passed over.

use std::ops::Range;

use super::Unread;
use crate::words::list::is_among;

/// Words beside a time that change nothing of it.
const BESIDE: &str =
    "at on the of in is are be for this it's its eta target targets date time day sharp exactly o'clock please pls";

/// Where the words of a phrase stand that no part of it took.
pub fn places(text: &str, taken: &[Range<usize>]) -> Vec<Range<usize>> {
    let is_mark = |it: char| it.is_whitespace() || ",.;:()[]\"'`!?/|-".contains(it) || is_typographic(it);
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices() {
        if taken.iter().any(|it| it.contains(&at)) {
            continue;
        }
        // "It's" and "o'clock" are one word.
        let is_inside = letter == '\'' && text[at + 1..].starts_with(char::is_alphabetic);
        match out.last_mut().filter(|last| last.end == at) {
            Some(last) if !is_mark(letter) || is_inside => last.end = at + letter.len_utf8(),
            None if !is_mark(letter) => out.push(at..at + letter.len_utf8()),
            _ => {}
        }
    }
    out.retain(|it| !is_among(BESIDE, &text[it.clone()].to_lowercase()));
    out
}

fn is_typographic(letter: char) -> bool {
    matches!(letter, '\u{2013}' | '\u{2014}' | '\u{b7}' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}')
}

/// What to say of the first words that were not read.
pub fn told(text: &str, left: &[Range<usize>], taken: &[Range<usize>]) -> Option<Unread> {
    let first = left.first()?;
    // Up to the next word that was read.
    let end = taken.iter().map(|it| it.start).filter(|it| *it >= first.end).min().unwrap_or(text.len());
    let last = left.iter().rfind(|it| it.end <= end)?;
    let is_mark = |it: char| !it.is_alphanumeric();
    let understood: Vec<&str> = {
        let mut parts: Vec<&Range<usize>> = taken.iter().collect();
        parts.sort_by_key(|it| it.start);
        let mut out = Vec::new();
        let mut until = 0;
        for it in parts.into_iter().filter(|it| !it.is_empty()) {
            if it.end > until {
                out.push(text[it.start.max(until)..it.end].trim());
                until = it.end;
            }
        }
        out
    };
    let words = text[first.start..last.end].to_owned();
    let cure = cure(&words.to_lowercase().split(is_mark).collect::<Vec<_>>()).to_owned();
    Some(Unread::Partly { words, understood: understood.join(" "), cure })
}

/// What to say of a phrase for a time that is over, of which nothing was read.
pub fn over(text: &str) -> Option<Unread> {
    let mut words = text.split(|it: char| !it.is_alphanumeric()).map(str::to_lowercase);
    let is_over = words.any(|it| it == "yesterday" || is_among(OVER, &it));
    is_over.then(|| {
        Unread::wrong(format!("`{}` lies behind, and only what lies ahead is counted here", text.trim()), BY_DATE)
    })
}

const OVER: &str = "last past ago previous";
const BY_DATE: &str = "name a day that is over by its date: `2026-11-13`";

/// How to say what is meant.
fn cure(words: &[&str]) -> &'static str {
    let has = |list: &str| words.iter().any(|it| is_among(list, it));
    match () {
        () if has(OVER) => BY_DATE,
        () if has("or and to between through from till until") => {
            "ask for one time, or for one end of a span, at a time"
        }
        () if words.iter().all(|it| it.len() < 3 && it.bytes().all(|byte| byte.is_ascii_digit())) => {
            "write an hour as `9:00` or `9 am`, and a day as `2026-11-09`"
        }
        () => "name a day, an hour and a zone, and leave out what is no part of them",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_behind_is_not_called_unknown() {
        for phrase in ["yesterday", "Last week", "two days ago"] {
            assert!(
                matches!(over(phrase), Some(Unread::Wrong { what, .. }) if what.contains("lies behind")),
                "{phrase}"
            );
        }
        assert_eq!(over("whenever it lasts"), None);
    }
}
