//! What a line can begin, by its first letters. Knows no other line, and no tabs but those that indent it: who meets another
//! asks the grammar.

use super::bracket::{Bracketed, bracketed};
use super::tag;
use crate::text::Span;

/// Text that is indented by so many columns is code.
pub(super) const CODE: usize = 4;

/// A tab ends at the next of the columns that so many lie between.
const TAB: usize = 4;

/// The bytes of a task's box and of the space behind it.
pub(super) const TASK: usize = 4;

/// A line of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub start: usize,
    /// The columns that it is indented by.
    pub indent: usize,
    /// Where its text begins, behind its indentation.
    pub text: usize,
    /// Where its text ends, before its line end.
    pub end: usize,
    /// Where the next line begins.
    pub next: usize,
}

impl Line {
    /// The line that begins at `start`, in a part of a text that ends at `end`; a tab is part of its text.
    pub fn at(text: &str, start: usize, end: usize) -> Self {
        let bytes = &text.as_bytes()[..end];
        let last = memchr::memchr2(b'\n', b'\r', &bytes[start..]).map_or(end, |length| start + length);
        let next = if bytes[last..].starts_with(b"\r\n") { last + 2 } else { end.min(last + 1) };
        let indent = bytes[start..last].iter().take_while(|byte| **byte == b' ').count();
        Self { start, indent, text: start + indent, end: last, next }
    }

    /// The same, with tabs in its indentation.
    pub fn behind_tabs(self, text: &str) -> Self {
        let mut line = self;
        while let Some(byte @ (b' ' | b'\t')) = text.as_bytes()[..line.end].get(line.text) {
            line.indent = behind(*byte, line.indent);
            line.text += 1;
        }
        line
    }

    /// Where the column stands that a part of the indentation ends before: behind the tab that crosses it.
    pub fn behind_column(&self, text: &str, column: usize) -> usize {
        if self.text == self.start + self.indent {
            return self.start + column;
        }
        let (mut at, mut reached) = (self.start, 0);
        while reached < column && at < self.text {
            reached = behind(text.as_bytes()[at], reached);
            at += 1;
        }
        at
    }

    pub fn is_blank(&self) -> bool {
        self.text == self.end
    }

    /// What stands behind the indentation.
    pub fn words<'t>(&self, text: &'t str) -> &'t str {
        &text[self.text..self.end]
    }
}

/// The column behind a space or a tab that stands in a column.
fn behind(byte: u8, column: usize) -> usize {
    if byte == b'\t' { column - column % TAB + TAB } else { column + 1 }
}

/// The lines of a text, with their line ends.
pub(super) fn all(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let line = (at < text.len()).then(|| Line::at(text, at, text.len()))?;
        at = line.next;
        Some(&text[line.start..line.next])
    })
}

/// An opening fence.
#[derive(Debug, Clone, Copy)]
pub struct Fence {
    mark: u8,
    pub(super) length: usize,
}

/// A line without what the grammar passes over at its end; other white space is letters.
pub(super) fn trimmed_end(line: &str) -> &str {
    line.trim_end_matches([' ', '\t', '\r', '\n'])
}

/// The fence that a line opens.
pub fn fence(words: &str) -> Option<Fence> {
    let mark = words.bytes().next().filter(|byte| matches!(byte, b'`' | b'~'))?;
    let length = words.bytes().take_while(|byte| *byte == mark).count();
    let is_fence = length >= 3 && !(mark == b'`' && words[length..].contains('`'));
    is_fence.then_some(Fence { mark, length })
}

/// What stands on a line from a place on, if anything does.
pub(super) fn rest(text: &str, start: usize) -> Option<Span> {
    let behind = &text[start..];
    let rest = Span::new(start, start + behind.find(['\n', '\r']).unwrap_or(behind.len())).trimmed(text);
    (!rest.is_empty()).then_some(rest)
}

/// The marks of a fence that a line begins with, where they are more than the grammar can count: it counts them in a byte.
pub(super) fn uncounted(words: &str) -> Option<usize> {
    let mark = words.bytes().next().filter(|byte| matches!(byte, b'`' | b'~'))?;
    let length = words.bytes().take_while(|byte| *byte == mark).count();
    (length > usize::from(u8::MAX)).then_some(length)
}

/// Whether a line closes a fence.
pub fn closes(words: &str, fence: Fence) -> bool {
    let length = words.bytes().take_while(|byte| *byte == fence.mark).count();
    length >= fence.length && words[length..].trim_matches([' ', '\t']).is_empty()
}

/// The marker of a list item.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marker {
    /// The byte that ends it.
    pub mark: u8,
    pub is_numbered: bool,
    /// Whether its list may begin below a paragraph: a mark may, and of numbers the first, as it is mostly written.
    pub is_first: bool,
    /// Its bytes, with the spaces behind it.
    pub width: usize,
}

/// The marker that a line begins with, and text behind it.
pub(super) fn marker(words: &str) -> Option<Marker> {
    let bytes = words.as_bytes();
    let digits = digits_before_mark(words)?;
    let mark = bytes[digits];
    let spaces = bytes[digits + 1..].iter().take_while(|byte| **byte == b' ').count();
    let is_marker = digits <= 9 && (1..=CODE).contains(&spaces) && bytes.len() > digits + 1 + spaces;
    let is_first = matches!(&words[..digits], "" | "1");
    is_marker.then_some(Marker { mark, is_numbered: digits > 0, is_first, width: digits + 1 + spaces })
}

/// The digits before the mark that the item of a list may begin with.
pub(super) fn digits_before_mark(words: &str) -> Option<usize> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let mark = words.as_bytes().get(digits)?;
    let is_mark = if digits > 0 { matches!(mark, b'.' | b')') } else { matches!(mark, b'-' | b'*' | b'+') };
    is_mark.then_some(digits)
}

/// The state of the box that an item begins with.
pub(super) fn task(words: &str) -> Option<bool> {
    let is_spaced = words.as_bytes().get(3) == Some(&b' ');
    (is_box(words) && is_spaced).then(|| words.starts_with("[x]") || words.starts_with("[X]"))
}

/// Whether words begin with the box of a task.
pub(super) fn is_box(words: &str) -> bool {
    matches!(words.as_bytes(), [b'[', b' ' | b'x' | b'X' | b'\t', b']', ..])
}

/// Whether a line is made of what the line below the header of a table is.
pub(super) fn is_of_dashes(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t' | b'\r' | b'\n'))
}

/// Whether a line may be the one below the header of a table, some of whose cells may be empty.
pub(super) fn may_be_delimiter(line: &str) -> bool {
    line.contains('|') && line.contains('-') && is_of_dashes(line)
}

/// Whether a line may be more than one of a paragraph, by the letters that it begins with or is made of.
pub(super) fn may_mean_more(words: &str) -> bool {
    let bytes = words.as_bytes();
    match bytes[0] {
        b'>' | b'\t' | b'|' => true,
        b'<' => tag::may_begin_block(words),
        b'=' => run(words).is_some(),
        b'`' | b'~' => fence(words).is_some() || uncounted(words).is_some(),
        // A row of dashes may begin so, and nothing else.
        b':' => bytes.contains(&b'-') && bytes.iter().all(|byte| b"-|: \t".contains(byte)),
        b'-' | b'+' | b'*' | b'_' => {
            bytes.get(1).is_none_or(|next| matches!(next, b' ' | b'\t'))
                || bytes.iter().all(|byte| b"-+*_|: \t".contains(byte))
        }
        b'0'..=b'9' => {
            let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let is_mark = matches!(bytes.get(digits), Some(b'.' | b')'));
            is_mark && bytes.get(digits + 1).is_none_or(|next| matches!(next, b' ' | b'\t'))
        }
        _ => false,
    }
}

/// How often the first mark of a line stands there, where the line is nothing else.
pub(super) fn run(words: &str) -> Option<usize> {
    let marks = words.trim_end_matches([' ', '\t']).as_bytes();
    marks.iter().all(|byte| *byte == marks[0]).then_some(marks.len())
}

/// Whether no white space of other scripts stands around words: that is none to the grammar.
pub(super) fn is_plainly_spaced(words: &str) -> bool {
    words.trim().len() == words.trim_matches([' ', '\t']).len()
}

/// Whether the text of an item begins another block in it.
pub(super) fn begins_block(words: &str) -> bool {
    let is_task = task(words).is_some();
    let rest = if is_task { words[TASK..].trim_start_matches(' ') } else { words };
    let is_bracket = rest.starts_with('[') && (is_box(rest) || bracketed(rest) != Bracketed::Words);
    rest.is_empty() || rest.starts_with('#') || is_bracket || marker(rest).is_some() || may_mean_more(rest)
}

/// What a heading says: `## T ##` is titled `T`, but `# C#` is titled `C#`.
pub(super) fn without_closing_hashes(text: &str, title: Span) -> Option<Span> {
    let open = title.of(text).trim_end().trim_end_matches('#');
    let is_closed = open.is_empty() || open.ends_with([' ', '\t']);
    let end = if is_closed { title.start + open.trim_end().len() } else { title.end };
    (end > title.start).then(|| Span::new(title.start, end))
}

/// A text behind its mark of the order of bytes. The grammar skips one, and counts a second one now with the text, now not:
/// then there is none.
pub(super) fn unmarked(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    (!rest.starts_with('\u{feff}')).then_some(rest)
}

/// Whether a text has no other marks of control than tabs and line ends.
pub(super) fn is_printable(text: &str) -> bool {
    let is_control = |byte: &u8| *byte < b' ' && !matches!(byte, b'\n' | b'\r' | b'\t');
    // A stretch is looked at as a whole, without a way out in its middle: that is many bytes at a time.
    !text.as_bytes().chunks(256).any(|part| part.iter().fold(false, |any, byte| any | is_control(byte)))
}

/// Whether the grammar may take a line for the beginning of a row that goes on behind the next blank line: half a row,
/// a marker alone, or dashes below a row.
pub(super) fn may_be_half_a_row(words: &str, last: &str) -> bool {
    if !words.starts_with(['|', '*', '+', '-']) {
        return false;
    }
    let words = words.trim_end();
    let is_alone = matches!(words, "|" | "*" | "+");
    let is_dashes = words.bytes().all(|byte| byte == b'-');
    (is_alone || is_dashes) && (last.contains('|') || words == "|")
}

/// How long the marker of a list item is, with the space behind it.
pub(super) fn list_marker(text: &str) -> usize {
    let is_spaced = |digits: &usize| text[digits + 1..].starts_with([' ', '\t']);
    digits_before_mark(text).filter(is_spaced).map_or(0, |digits| digits + 2)
}
