//! What stands beside a place in a text, read no farther than is needed to decide on it: a long text is judged in the
//! same time for each of its bytes.

/// Characters on either side of a place.
const REACH: usize = 160;

/// The beginning of what follows a place.
pub fn ahead(text: &str) -> &str {
    text.char_indices().nth(REACH).map_or(text, |(end, _)| &text[..end])
}

/// The end of what stands before a place.
pub fn behind(text: &str) -> &str {
    text.char_indices().nth_back(REACH).map_or(text, |(start, _)| &text[start..])
}
