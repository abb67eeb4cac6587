//! What stands beside a place in a text, read no farther than is needed to decide on it: a long text is judged in the
//! same time for each of its bytes.

use std::ops::Range;

/// Characters on either side of a place.
const REACH: usize = 160;

/// Whatever names more days, promises or dates than these, in so few bytes as a sentence may have, is none, and nobody reads
/// what is found in each of them.
pub const MOST_IN_SENTENCE: usize = 32;

/// The beginning of what follows a place.
pub fn ahead(text: &str) -> &str {
    ahead_within(text, REACH)
}

/// The end of what stands before a place.
pub fn behind(text: &str) -> &str {
    behind_within(text, REACH)
}

/// The first characters of what follows a place.
pub fn ahead_within(text: &str, reach: usize) -> &str {
    text.char_indices().nth(reach).map_or(text, |(end, _)| &text[..end])
}

/// The last characters of what stands before a place, and one more.
pub fn behind_within(text: &str, reach: usize) -> &str {
    text.char_indices().nth_back(reach).map_or(text, |(start, _)| &text[start..])
}

/// Whether a place stands between marks of quotation, as somebody's words or as what a program shows.
pub fn is_quoted(text: &str, place: &Range<usize>) -> bool {
    const MARKS: [char; 6] = ['\'', '"', '\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}'];
    let (before, after) = (behind(&text[..place.start]), ahead(&text[place.end..]));
    let is_straight = before.matches('"').count() % 2 == 1 && after.contains('"');
    let is_round = before.rfind('\u{201c}') > before.rfind('\u{201d}') && after.contains('\u{201d}');
    // A single mark is an apostrophe as well, but not right behind the place.
    is_straight || is_round || after.starts_with(MARKS) && before.contains(MARKS)
}

/// Whether a place shares a byte with one of the others: what was found once is not found again.
pub fn overlaps<'r>(place: &Range<usize>, others: impl IntoIterator<Item = &'r Range<usize>>) -> bool {
    others.into_iter().any(|other| other.start < place.end && place.start < other.end)
}
