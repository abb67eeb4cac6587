//! Which part of a line of code says a value: what ends the statement and the comment behind it say none.

use std::ops::Range;

const BRACKETS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('{', '}')];

/// The part of a piece of code that says a value: without the comment behind it, the marks that end a statement, and
/// brackets that were opened before it.
pub fn said(written: &str) -> Range<usize> {
    let mut text = &written[..comment(written)];
    let mut unopened =
        BRACKETS.map(|(open, close)| text.matches(close).count().saturating_sub(text.matches(open).count()));
    loop {
        let ended = text.trim_end().trim_end_matches([';', ',']);
        // A full stop ends a statement where a bracket stands before it.
        let shorter = without_stray(ended.strip_suffix('.').unwrap_or(ended), &mut unopened).unwrap_or(ended);
        if shorter.len() == text.len() {
            break;
        }
        text = shorter;
    }
    let start = text.len() - text.trim_start().len();
    start..text.len().max(start)
}

/// Whether a line goes on computing behind what an expression found in it: "60" of "60 * 60".
pub fn goes_on(behind: &str) -> bool {
    let is_operand = |it: &str| it.starts_with(|it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '(' | '"'));
    let apart = behind.strip_prefix(' ').map_or("", str::trim_start);
    let is_apart = |sign: &str| apart.strip_prefix(sign).and_then(|it| it.strip_prefix(' ')).is_some_and(is_operand);
    let is_close = |sign: &str| behind.strip_prefix(sign).is_some_and(is_operand);
    ["*", "+", "<<", "/"].into_iter().any(is_apart) || ["*", "<<"].into_iter().any(is_close)
}

/// A text without the bracket at its end, where nothing in it opens that one. `unopened` says how many such are left of
/// each kind: they are not counted anew for each that is taken away.
fn without_stray<'t>(text: &'t str, unopened: &mut [usize; 3]) -> Option<&'t str> {
    let kind = BRACKETS.iter().position(|(_, close)| text.ends_with(*close))?;
    unopened[kind] = unopened[kind].checked_sub(1)?;
    text.strip_suffix(BRACKETS[kind].1)
}

/// Where a comment begins behind something else; the end of the text where none does.
fn comment(text: &str) -> usize {
    const SIGNS: &[&str] = &["//", "#", "/*", "-- ", "<!--", ";"];
    let mut quote = None;
    let mut before = None;
    for (at, letter) in text.char_indices() {
        match quote {
            Some(open) if letter == open && before != Some('\\') => quote = None,
            Some(_) => {}
            // An apostrophe within a word opens nothing, nor does a quote that nobody closes.
            None if matches!(letter, '"' | '\'' | '`')
                && !before.is_some_and(char::is_alphanumeric)
                && text[at + 1..].contains(letter) =>
            {
                quote = Some(letter);
            }
            None => {
                let is_apart = before.is_some_and(|it: char| it.is_whitespace() || matches!(it, ';' | ','));
                let sign = || SIGNS.iter().find(|it| text[at..].starts_with(**it));
                let is_sign = |it: &&str| {
                    // "60 // 2" is computed.
                    let rest = text[at + it.len()..].trim();
                    rest.is_empty() || !rest.bytes().all(|it| it.is_ascii_digit())
                };
                if is_apart && sign().is_some_and(is_sign) && !text[..at].trim().is_empty() {
                    return at;
                }
            }
        }
        before = Some(letter);
    }
    text.len()
}
