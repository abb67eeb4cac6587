//! One long word in the place of many: the grammar makes a token of every word and of every mark between them, and most
//! of them mean nothing for blocks. A line that certainly begins no other block is a word from its first letter on, and
//! lines of words that follow each other are one.
//!
//! Knows what a line may mean wherever it stands: as text, in code, in HTML, in front matter, in a table. Where it may mean
//! more, it is left as it is.

use super::line::{self, Line};
use crate::text::holds;

/// The ranges of `text` that a letter may stand for, byte by byte; none of them holds a part of a character.
pub(super) fn squeezed(text: &str, mut put: impl FnMut(usize)) {
    // A definition may go on over the next lines.
    if holds(text, "]:") || holds(text, "CDATA") {
        return;
    }
    let has_end_tag = holds(text, "</");
    let has_table = has_table(text);
    // Where the line before ends, if it is one of words; and whether the text may be in a table.
    let (mut before, mut may_be_table) = (None, false);
    let mut at = 0;
    while at < text.len() {
        let line = Line::at(text, at, text.len());
        let whole = &text[line.start..line.end];
        may_be_table |= has_table && whole.contains('|');
        let first = first_letter(whole, has_end_tag, has_table).map(|first| line.start + first);
        if let Some(first) = first {
            let words = text[first..line.end].trim_end_matches([' ', '\t']);
            marks(words).for_each(|mark| put(first + mark));
        }
        let is_words = first == Some(line.start) && !may_be_table;
        if let Some(end) = before.filter(|_| is_words) {
            (end..line.start).for_each(&mut put);
        }
        before = is_words.then_some(line.end);
        at = line.next;
    }
}

/// Whether a line may say how a table stands: bars and dashes below a line with a bar, or half of one.
fn has_table(text: &str) -> bool {
    let mut last = "";
    line::all(text).any(|line| {
        let words = line.trim_start_matches([' ', '\t', '>']).trim_end_matches(['\r', '\n']);
        let last = std::mem::replace(&mut last, line);
        let is_row = words.starts_with(['|', '-', ':']) && words.bytes().all(|byte| b"|-: \t".contains(&byte));
        is_row && last.contains('|') || line::may_be_half_a_row(words, last)
    })
}

/// What stands between the letters of a line.
fn marks(words: &str) -> impl Iterator<Item = usize> + '_ {
    let is_mark = |byte: u8| matches!(byte, b' '..=b'~' | b'\t') && !byte.is_ascii_alphanumeric();
    words.bytes().enumerate().filter(move |(_, byte)| is_mark(*byte)).map(|(at, _)| at)
}

/// From where on a line means nothing but its letters, whatever it stands in.
fn first_letter(line: &str, has_end_tag: bool, has_table: bool) -> Option<usize> {
    let prefix = line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t' | b'>')).count();
    let words = &line[prefix..];
    let may_mean_more = |byte: u8| matches!(byte, b'>' | b'\\') || byte == b'|' && has_table;
    // So many marks that the grammar counts next to none.
    let ticks = line::uncounted(words).filter(|marks| marks % 256 < 3).unwrap_or(0);
    let may_be_fence = ["```", "~~~"].iter().any(|fence| words[ticks..].contains(fence));
    if may_be_fence || words.bytes().any(may_mean_more) {
        return None;
    }
    let marker = line::list_marker(words);
    let text = &words[marker..];
    let has_box = || memchr::memchr_iter(b'[', text.as_bytes()).any(|at| line::is_box(&text[at..]));
    let start = prefix + marker;
    match text.bytes().next()? {
        b'`' | b'~' => (ticks > 0).then_some(start),
        _ if has_box() || has_end_tag && text.contains('<') => None,
        // What it may begin is told by the name of its tag.
        b'<' => (TAG..text.len()).find(|at| text.is_char_boundary(*at)).map(|at| start + at),
        // More than any heading has.
        b'#' if text.starts_with("#######") => Some(start + 7),
        _ => {
            let first = text.bytes().position(|byte| matches!(byte, b'<' | b'|') || byte.is_ascii_alphabetic());
            first.filter(|at| text.as_bytes()[*at] != b'<').map(|letter| start + letter)
        }
    }
}

/// The bytes that tell which HTML a line begins, and more.
const TAG: usize = 24;
