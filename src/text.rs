//! Texts as they came in, and places in them.
//! Knows bytes, lines and columns; nothing of Markdown, and nothing of where a text was read.

mod encoding;
mod kept;
mod lines;
mod moment;
mod moved;
mod name;
mod units;
mod written;

use std::ops::Range;

use jiff::Timestamp;
use memchr::memmem;

pub use encoding::Encoding;
pub use kept::Kept;
pub use lines::{Lines, line_end, line_start};
pub use moment::{Moment, instant};
pub use moved::{Move, Shared, common};
pub use name::Name;
pub use units::Units;
pub use written::Written;

/// What every marker of ours begins with, in whichever comment it stands.
pub const MARK: &str = "pingless:";

/// A text as it came in, with what its reader already knew about it.
#[derive(Debug, Clone)]
pub struct Source {
    /// What reports call it: a path with `/`, or a name such as `<stdin>`.
    pub name: Name,
    /// Where a file lies from the root of its repository, where its name does not say it: a name is what somebody typed,
    /// in whichever folder.
    pub place: Option<Box<str>>,
    /// The file that it was taken from, where its name is longer: `export.json #12 Crash on start`.
    pub file: Option<Name>,
    pub text: String,
    pub origin: Origin,
    /// The kind that the caller asserts (`--kind`, or the configuration for this path).
    pub kind: Option<String>,
    /// When it was written, where whoever handed it over says so.
    pub written: Option<Written>,
    /// When it is read, where an event brought it: what lies before that is past.
    pub now: Option<Timestamp>,
}

/// Where a text came from. It decides what may be concluded from its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A file: its path is evidence of its kind.
    File,
    /// Standard input under no name: somebody's message.
    Message,
    /// The message of a commit, as it is kept: its first line is its subject.
    Commit,
    /// Title and body of an issue in a tracker: it only has to say which sort of issue it is.
    Issue,
    /// A text whose name must not count (`--ignore-path`, examples of a page).
    Unnamed,
}

impl Source {
    /// A text of which nothing else is known.
    pub fn new(name: impl Into<Name>, text: impl Into<String>, origin: Origin) -> Self {
        Self {
            name: name.into(),
            place: None,
            file: None,
            text: text.into(),
            origin,
            kind: None,
            written: None,
            now: None,
        }
    }

    /// A text whose name says nothing about it.
    pub fn unnamed(name: impl Into<Name>, text: impl Into<String>) -> Self {
        Self::new(name, text, Origin::Unnamed)
    }

    /// A file of this name.
    pub fn file(name: impl Into<Name>, text: impl Into<String>) -> Self {
        Self::new(name, text, Origin::File)
    }

    /// The same text at this place of its repository.
    pub fn placed(mut self, place: impl Into<String>) -> Self {
        let place: String = place.into();
        self.place = (self.name != place).then(|| place.into());
        self
    }

    /// The path, where it may be evidence of anything: from the root of its repository, and outside of any as it was given.
    pub fn path(&self) -> Option<&str> {
        self.given().map(|name| self.place.as_deref().unwrap_or(name))
    }

    /// The path as it was given: it leads to the file, and is evidence of nothing.
    pub fn given(&self) -> Option<&str> {
        (self.origin == Origin::File).then_some(&*self.name)
    }
}

/// A half-open range of bytes of one source. Always on character borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends before it starts: {start}..{end}");
        Self { start, end }
    }

    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    pub fn len(self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn holds(self, offset: usize) -> bool {
        self.range().contains(&offset)
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The part of `self` without white space at either end.
    pub fn trimmed(self, text: &str) -> Span {
        let inside = self.of(text);
        // Nearly nothing has white space around it.
        let is_bare = |it: Option<&u8>| it.is_none_or(u8::is_ascii_graphic);
        if is_bare(inside.as_bytes().first()) && is_bare(inside.as_bytes().last()) {
            return self;
        }
        let start = self.start + (inside.len() - inside.trim_start().len());
        Span::new(start, start + inside.trim().len())
    }

    /// The lines in this span, without their line ends: `\n`, `\r\n` and a lone `\r` end one.
    pub fn lines(self, text: &str) -> impl Iterator<Item = Span> {
        let bytes = &text.as_bytes()[..self.end];
        let mut at = self.start;
        std::iter::from_fn(move || {
            let start = (at < self.end).then_some(at)?;
            let end = memchr::memchr2(b'\n', b'\r', &bytes[start..]).map_or(self.end, |length| start + length);
            at = if bytes[end..].starts_with(b"\r\n") { end + 2 } else { end + 1 };
            Some(Span::new(start, end))
        })
    }

    /// Whether one of some spans, in order, holds this one.
    pub fn is_in(self, spans: &[Span]) -> bool {
        let before = spans.partition_point(|it| it.start <= self.start);
        before.checked_sub(1).is_some_and(|last| spans[last].contains(self))
    }

    /// This span, moved by `offset` bytes.
    pub fn after(self, offset: usize) -> Span {
        Span::new(self.start + offset, self.end + offset)
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}

/// A place as every consumer counts it: the offset from 0, the rest from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Bytes from the start of the text.
    pub offset: usize,
    pub line: usize,
    /// Columns in bytes, in UTF-16 code units and in characters.
    pub column_utf8: usize,
    pub column_utf16: usize,
    pub column_char: usize,
}

impl Position {
    /// The place at `offset` of the same line. A byte order mark is in the offset and in no column: editors hide it.
    pub fn moved(self, offset: usize, text: &str) -> Self {
        let first = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        self.moved_behind(first, offset, text)
    }

    /// The same, where the first columns begin behind so many bytes.
    fn moved_behind(self, first: usize, offset: usize, text: &str) -> Self {
        let (here, there) = (self.offset.max(first), offset.max(first));
        let between = &text[here.min(there)..here.max(there)];
        // A long line may hold many places: the common case is counted without looking at characters.
        let (utf16, chars) = match between.is_ascii() {
            true => (between.len(), between.len()),
            false => (between.chars().map(char::len_utf16).sum(), between.chars().count()),
        };
        let shift = |column: usize, by: usize| if here <= there { column + by } else { column - by };
        Self {
            offset,
            line: self.line,
            column_utf8: shift(self.column_utf8, between.len()),
            column_utf16: shift(self.column_utf16, utf16),
            column_char: shift(self.column_char, chars),
        }
    }
}

/// Whether a text holds a piece: looked for many bytes at a time, which pays in a whole document.
pub fn holds(text: &str, piece: &str) -> bool {
    memmem::find(text.as_bytes(), piece.as_bytes()).is_some()
}

/// The last border of a letter at or before an offset.
pub fn border(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
