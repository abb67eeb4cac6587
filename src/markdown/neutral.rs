//! A text as the grammar can read it: the same length and the same lines, without what it stumbles over.
//!
//! Brackets and entities mean something in blocks only where a task, a definition or raw data stands, yet the grammar
//! tries them at the start of every paragraph, and an entity or a bracket inside them is an ERROR. So is a table row
//! without any text, and a blank line after HTML in a list or a quote. A letter or a semicolon in their place changes no
//! block, but for that HTML, whose places are kept. Long runs of blank lines and deep quotes cost it gigabytes: the run becomes one
//! line of white space, and quotes below the deepest are text.

use std::borrow::Cow;

use super::{line, squeeze, tag};
use crate::text::holds;

/// What the grammar reads in the place of a text.
pub(super) struct Neutral<'t> {
    pub text: Cow<'t, str>,
    /// Where HTML begins that the grammar reads as a paragraph, in order.
    pub html: Vec<usize>,
}

/// `text` with the same blocks at the same bytes; in as few words as can be, where it is to be `quick`.
pub(super) fn for_grammar(text: &str, quick: bool) -> Neutral<'_> {
    let mut bytes: Option<Vec<u8>> = None;
    let mut html = Vec::new();
    let mut put = |at: usize, byte: u8| bytes.get_or_insert_with(|| text.as_bytes().to_vec())[at] = byte;
    // The mark of the order of bytes is no part of the first line, for whoever reads by lines as well.
    let words = line::unmarked(text).unwrap_or(text);
    let mut lines = line::all(words).peekable();
    let mut at = text.len() - words.len();
    while let Some(line) = lines.next() {
        // Marks of emphasis in a header without outer bars hide the table.
        let is_header = line.contains('|') && lines.peek().is_some_and(|next| line::may_be_delimiter(next));
        if is_header || line.contains(['&', '[', '\0']) {
            // A letter could make a tag of what is none.
            neutral_bytes(line, is_header).for_each(|index| put(at + index, b';'));
        }
        deep_quotes(line).for_each(|mark| put(at + mark, b'x'));
        if let Some(tag) = html_in_container(line) {
            html.push(at + tag);
            put(at + tag, b'x');
        } else if let Some(cell) = empty_row(line) {
            put(at + cell, b'x');
        }
        at += line.len();
    }
    if let Some(end) = yaml_end(text) {
        (end..end + 3).for_each(|at| put(at, b'-'));
    }
    blank_runs(text).for_each(|at| put(at, b' '));
    if quick {
        squeeze::squeezed(text, |at| put(at, b'x'));
    }
    Neutral {
        text: bytes.and_then(|bytes| String::from_utf8(bytes).ok()).map_or(Cow::Borrowed(text), Cow::Owned),
        html,
    }
}

/// The bytes of a line that mean nothing for blocks.
fn neutral_bytes(line: &str, is_header: bool) -> impl Iterator<Item = usize> + '_ {
    let keeps_brackets = line.contains("]:") || line.contains("CDATA");
    let is_neutral = move |index: usize, byte: u8| match byte {
        b'&' | 0 => true,
        b'[' => !keeps_brackets && !line::is_box(&line[index..]),
        b'*' | b'_' => is_header && line.as_bytes().get(index + 1) != Some(&b' '),
        _ => false,
    };
    line.bytes().enumerate().filter(move |(index, byte)| is_neutral(*index, *byte)).map(|(index, _)| index)
}

/// The first cell of a table row in which nothing is written.
fn empty_row(line: &str) -> Option<usize> {
    let is_empty = line.bytes().all(|byte| matches!(byte, b'|' | b' ' | b'\t' | b'>' | b'\r' | b'\n'));
    let cell = line.find("| ").filter(|_| is_empty)? + 1;
    line[cell..].contains('|').then_some(cell)
}

/// Quotes in quotes beyond this depth are no messages.
pub(super) const DEEPEST: usize = 100;

/// The marks of a line's quotes below the deepest.
fn deep_quotes(line: &str) -> impl Iterator<Item = usize> + '_ {
    let prefix = line.bytes().enumerate().take_while(|(_, byte)| matches!(byte, b' ' | b'>'));
    prefix.filter(|(_, byte)| *byte == b'>').skip(DEEPEST).map(|(at, _)| at)
}

/// The line ends inside a run of blank lines: all but the first two and the last.
fn blank_runs(text: &str) -> impl Iterator<Item = usize> + '_ {
    // Nearly every text is done here.
    let has_run = ["\n\n\n\n\n", "\r\n\r\n\r\n", "\r\r\r\r\r"].iter().any(|it| holds(text, it));
    let bytes = if has_run { text.as_bytes() } else { &[] };
    let is_end = |at: usize| matches!(bytes.get(at), Some(b'\n' | b'\r'));
    (4..bytes.len()).filter(move |at| (at - 4..at + 4).all(is_end))
}

/// Where the tag stands that begins an HTML block behind the prefix of a quote or a list.
pub(super) fn html_in_container(line: &str) -> Option<usize> {
    let prefix = line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t' | b'>')).count();
    let marker = line::list_marker(&line[prefix..]);
    let start = prefix + marker;
    let tag = line[start..].strip_prefix('<').filter(|_| start > 0)?.trim_end();
    let name = tag.strip_prefix('/').unwrap_or(tag);
    let (name, behind) = tag::name(name);
    let is_name = name.starts_with(|it: char| it.is_ascii_alphabetic());
    let is_alone = tag.find('>').is_some_and(|close| close + 1 == tag.len());
    (is_name && (tag::is_of_block(name) || is_alone) && !behind.starts_with([':', '@'])).then_some(start)
}

/// Where a line of `...` ends the front matter. A blank line before it means that there is no front matter.
pub(super) fn yaml_end(text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut lines = line::all(&text[start..]);
    let mut at = start + lines.next().filter(|line| line::trimmed_end(line) == "---")?.len();
    for line in lines {
        match line::trimmed_end(line) {
            "..." => return Some(at),
            "---" | "" => return None,
            _ => at += line.len(),
        }
    }
    None
}
