//! Where the lines of a text begin, and how they end.

use super::{Position, Span};

/// Where the lines of a text begin. A line ends at `\n`, `\r\n` or a lone `\r`, as editors count.
#[derive(Debug, Clone)]
pub struct Lines {
    pub(super) starts: Vec<usize>,
}

/// Bytes that a line of prose or of a list has at least on average.
const USUAL_LINE: usize = 32;

/// Where the line of an offset begins.
pub fn line_start(text: &str, offset: usize) -> usize {
    memchr::memrchr2(b'\n', b'\r', &text.as_bytes()[..offset]).map_or(0, |at| at + 1)
}

/// How the lines of a text end: as its first one does.
pub fn line_end(text: &str) -> &'static str {
    match text.find(['\n', '\r']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

impl Lines {
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = Vec::with_capacity(bytes.len() / USUAL_LINE + 1);
        starts.push(0);
        // Nearly no text holds the second mark, and one is found sooner than two.
        if memchr::memchr(b'\r', bytes).is_none() {
            starts.extend(memchr::memchr_iter(b'\n', bytes).map(|at| at + 1));
        } else {
            let ends = memchr::memchr2_iter(b'\n', b'\r', bytes);
            starts.extend(ends.filter(|at| !bytes[*at..].starts_with(b"\r\n")).map(|at| at + 1));
        }
        Self { starts }
    }

    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The line that holds `offset`, from 0.
    pub fn index(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset) - 1
    }

    /// The bytes of line `index` (from 0), with its line end.
    pub fn span(&self, index: usize, text: &str) -> Span {
        let end = self.starts.get(index + 1).copied().unwrap_or(text.len());
        Span::new(self.starts[index].min(end), end)
    }

    /// The line that holds `offset`, without its line end.
    pub fn around(&self, offset: usize, text: &str) -> Span {
        let line = self.span(self.index(offset), text);
        Span::new(line.start, line.start + line.of(text).trim_end_matches(['\n', '\r']).len())
    }

    pub fn position(&self, offset: usize, text: &str) -> Position {
        self.line_start(offset).moved(offset, text)
    }

    /// The place at which the line of an offset begins.
    pub(super) fn line_start(&self, offset: usize) -> Position {
        let index = self.index(offset);
        let start = self.starts[index];
        Position { offset: start, line: index + 1, column_utf8: 1, column_utf16: 1, column_char: 1 }
    }
}
