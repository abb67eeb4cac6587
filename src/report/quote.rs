//! The words that a finding is about, for texts that have no file and so no line to show them beside.

use crate::finding::Finding;
use crate::settle::Checked;
use crate::text::Origin;

/// The longest quote, in characters.
const LONGEST: usize = 60;

/// The first line of what a finding points at. None in a file, and none where the whole title is pointed at: that stands
/// in for a place where something is missing.
pub fn quote(document: &Checked, finding: &Finding) -> Option<String> {
    let (text, span) = (document.text.text(), finding.at.span);
    if document.origin == Origin::File {
        return None;
    }
    // `#12` is one word, though only its number may be meant.
    let start = span.start - usize::from(text[..span.start].ends_with('#'));
    let words = text[start..span.end].lines().next().unwrap_or_default().trim();
    if words.is_empty() || is_title(text, start, words) {
        return None;
    }
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => Some(format!("{}…", words[..end].trim_end())),
        None => Some(words.to_owned()),
    }
}

fn is_title(text: &str, start: usize, words: &str) -> bool {
    // Further down there is no title, and a line may be as long as its text.
    const FARTHEST: usize = 1000;
    let is_line = |line: &str| start < line.len() && line.trim_start_matches('#').trim() == words;
    start < FARTHEST && text.starts_with('#') && text.lines().next().is_some_and(is_line)
}
