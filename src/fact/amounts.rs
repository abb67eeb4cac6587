//! Where amounts stand in running text: those with a unit, and rates of anything. Numbers of things are none.

use std::ops::Range;

use super::measure::{self, Measure, digits};
use super::unit::{self, Per, What};

/// The amounts of known dimensions in a text: those with a unit, and rates of anything. Numbers of things are none.
pub fn all(text: &str) -> Vec<(Range<usize>, Measure)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next(text, at) {
        at = start + text[start..].chars().next().map_or(1, char::len_utf8);
        // "a second", "a day": hardly ever a length of time.
        if text[start..].starts_with(['a', 'A']) {
            continue;
        }
        let Some((measure, length)) = measure::leading(&text[start..]) else { continue };
        let (measure, length) = if measure.is_bare() {
            match rate(&text[start..], length, &measure) {
                Some(it) => it,
                None => {
                    at = start + length;
                    continue;
                }
            }
        } else {
            (measure, length)
        };
        let end = start + length;
        at = end.max(at);
        let behind = text[end..].chars().next();
        if !behind.is_some_and(|it| it.is_alphanumeric() || matches!(it, '_' | '=')) {
            found.push((start..end, measure));
        }
    }
    found
}

/// "100 requests per minute"
fn rate(text: &str, end: usize, number: &Measure) -> Option<(Measure, usize)> {
    let rest = text[end..].strip_prefix(' ')?;
    let name = measure::letters(rest);
    let mut measure = Measure { what: What::Things(unit::singular(name)), ..number.clone() };
    let end = measure::over(text, end + 1 + name.len(), &mut measure)?;
    (!name.is_empty() && matches!(measure.per, Per::Second | Per::Month)).then_some((measure, end))
}

/// Where the next number may begin: a digit, a sign of money, or a number word, and no part of a name.
fn next(text: &str, from: usize) -> Option<usize> {
    let mut before = text[..from].chars().next_back();
    for (at, letter) in text[from..].char_indices() {
        let is_inside =
            before.is_some_and(|it| it.is_alphanumeric() || matches!(it, '_' | '.' | '/' | '#' | '-' | '$'));
        let is_start = letter.is_ascii_digit() || matches!(letter, '$' | '€' | '£' | '½');
        let is_word = || letter.is_ascii_alphabetic() && digits(&text[from + at..]).is_some();
        // "99,95.1": the digits behind a comma belong to the number before it.
        let is_part = before == Some(',') && text[..from + at - 1].ends_with(|it: char| it.is_ascii_digit());
        if !is_inside && !is_part && (is_start || is_word()) {
            return Some(from + at);
        }
        before = Some(letter);
    }
    None
}
