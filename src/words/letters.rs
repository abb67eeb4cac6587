//! The letters and blanks of a text as they are to be shown: a capital at its beginning, one space between its words.
//! Knows no language.

use std::ops::Range;

/// A text with a capital at its beginning.
pub fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// A text of the same length and the same lines, with blanks for some parts of it, which are in order.
pub fn blanked(text: &str, parts: impl IntoIterator<Item = Range<usize>>) -> String {
    let mut out = String::with_capacity(text.len());
    for range in parts {
        out.push_str(&text[out.len()..range.start]);
        out.extend(text[range].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
    }
    out.push_str(&text[out.len()..]);
    out
}

/// A text on one line, whatever its spacing.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
