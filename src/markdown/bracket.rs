//! What a line that begins with a bracket is: the definition of a link, or words. Knows no other line.

use crate::text::holds;

/// What a line that opens a bracket is, where no paragraph is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bracketed {
    /// `[label]: target`, with a title or not, and nothing else.
    Definition,
    /// Words, as in any line.
    Words,
    Unclear,
}

/// What a line is by its first bracket, which it begins with.
pub(super) fn bracketed(words: &str) -> Bracketed {
    let otherwise = || if is_raw(words) { Bracketed::Unclear } else { Bracketed::Words };
    let close = |at: &usize| words[at + 1..].starts_with(':');
    let Some(close) = memchr::memchr_iter(b']', words.as_bytes()).find(close) else { return otherwise() };
    let (label, target) = (&words[1..close], &words[close + 2..]);
    // What closes before is the text of a link, and no label of a definition.
    let behind = &label[label.find([']', '[', '\\']).unwrap_or(label.len())..];
    if behind.starts_with("][") || behind.starts_with("](") {
        return otherwise();
    }
    let target = target.trim_matches(' ');
    let (address, behind) = target.split_at(target.find(' ').unwrap_or(target.len()));
    let is_plain = label.bytes().all(|byte| !matches!(byte, b'[' | b']' | b'\\' | b'<' | b'&' | b'\t' | b'|'))
        && !label.trim().is_empty()
        // For the grammar it is the box of a task.
        && !label.eq_ignore_ascii_case("x")
        && !address.is_empty()
        && !target.contains('\t')
        && address.bytes().all(is_address)
        && has_whole_brackets(address);
    match behind.trim_start().bytes().next() {
        _ if !is_plain => Bracketed::Unclear,
        None => Bracketed::Definition,
        Some(b'"' | b'\'' | b'(') if is_title(behind.trim()) => Bracketed::Definition,
        Some(b'"' | b'\'' | b'(') => Bracketed::Unclear,
        Some(_) => otherwise(),
    }
}

fn is_address(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'[' | b']' | b'<' | b'>' | b'\\' | b'"' | b'\'' | b'|')
}

/// Whether a line may hold raw data.
pub(super) fn is_raw(words: &str) -> bool {
    holds(words, "CDATA")
}

/// Whether words are nothing but a title.
fn is_title(words: &str) -> bool {
    let marks: [(char, char, &[u8]); 3] = [('"', '"', b"()'"), ('\'', '\'', b"()\""), ('(', ')', b"\"'")];
    let is_plain =
        |it: u8, others: &[u8]| it.is_ascii_alphanumeric() || b" .,-/#:".contains(&it) || others.contains(&it);
    marks.iter().any(|(open, close, others)| {
        let inside = words.strip_prefix(*open).and_then(|it| it.strip_suffix(*close));
        inside.is_some_and(|it| !it.is_empty() && it.bytes().all(|byte| is_plain(byte, others)))
    })
}

/// Whether each round bracket of an address closes in it.
fn has_whole_brackets(address: &str) -> bool {
    let mut open = 0;
    let is_whole = address.bytes().all(|byte| {
        open += i32::from(byte == b'(') - i32::from(byte == b')');
        open >= 0
    });
    is_whole && open == 0
}
