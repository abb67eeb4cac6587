//! The few lines of a text that a finding is about, safe to print and short enough to read, with the way from the
//! places of the text to those of the snippet.

use std::ops::Range;

use codespan_reporting::files::{Error, Files};

use super::escape;
use super::place::Places;
use crate::finding::Elsewhere;
use crate::text::{Kept, Position, Span};

/// Of a longer line only the part around the labels is shown.
const WIDEST_LINE: usize = 140;
/// How much of a long line is shown before its first label and behind its last.
const CONTEXT: usize = 48;
/// A label over more lines than this points at its first line.
const MOST_LINES: usize = 3;

#[derive(Debug, Default)]
pub struct Snippet {
    name: String,
    text: String,
    lines: Vec<Line>,
    first: Option<Position>,
}

#[derive(Debug)]
struct Line {
    /// From 0, in the original.
    index: usize,
    original: Span,
    shown: Range<usize>,
    /// Starts of copied pieces: in the original and in the snippet.
    pieces: Vec<(usize, usize)>,
}

impl Snippet {
    /// The lines of a text that `spans` touch; the first span is the one that the finding points at.
    pub fn new(name: &str, places: &mut Places, spans: &[Span]) -> Self {
        let first = spans.first().map(|span| places.at(span.start));
        let mut snippet = Self { name: escape::line(name), first, ..Self::default() };
        let text = places.text();
        let mut wanted: Vec<usize> = spans.iter().flat_map(|span| touched(*span, text)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        // A single line between two others is drawn with them, and has to say what stands there.
        let between: Vec<usize> = wanted.windows(2).filter(|it| it[0] + 2 == it[1]).map(|it| it[0] + 1).collect();
        wanted.extend(between);
        wanted.sort_unstable();
        for index in wanted {
            if let Some((start, line)) = text.line(index) {
                snippet.add(start, line, index, spans);
            }
        }
        snippet
    }

    /// The lines of another text, which came with the place in it.
    pub fn elsewhere(it: &Elsewhere) -> Option<Self> {
        let excerpt = it.excerpt.as_ref()?;
        let kept = Kept::lines(excerpt.text.clone(), excerpt.start, it.line.saturating_sub(1));
        Some(Self::new(&it.name, &mut Places::of(&kept), &[it.span]))
    }

    /// The range in the snippet that shows `span`.
    pub fn range(&self, span: Span) -> Range<usize> {
        let start = self.place(span.start, false).unwrap_or(0);
        let last = self.lines.iter().rev().find(|line| line.original.start < span.end.max(span.start + 1));
        let end = last.and_then(|line| self.place(span.end.min(line.original.end), true)).unwrap_or(start);
        start..end.max(start)
    }

    fn place(&self, offset: usize, is_end: bool) -> Option<usize> {
        let fits = |line: &&Line| {
            line.original.start <= offset && (offset < line.original.end || is_end && offset == line.original.end)
        };
        let line = self.lines.iter().find(fits).or(self.lines.last())?;
        let at = line.pieces.partition_point(|(original, _)| *original <= offset).checked_sub(1)?;
        let (original, shown) = line.pieces[at];
        let next = line.pieces.get(at + 1).map_or(line.shown.end, |(_, shown)| *shown);
        Some((shown + (offset - original)).min(next))
    }

    /// Adds the line that begins at `start` in its text.
    fn add(&mut self, start: usize, text: &str, index: usize, spans: &[Span]) {
        let line = Span::new(0, text.trim_end_matches(['\n', '\r']).len());
        // The places of the line alone.
        let inside = |it: &Span| Span::new(it.start.saturating_sub(start), it.end.saturating_sub(start));
        let here = spans.iter().filter(|it| it.start < start + text.len() && start < it.end.max(it.start + 1));
        let window = window(text, line, &here.map(inside).collect::<Vec<_>>());
        let shown = self.text.len();
        let mut pieces = Vec::new();
        if window.start > line.start {
            self.text.push('…');
        }
        let mut is_copying = false;
        for (at, character) in window.of(text).char_indices() {
            let is_plain = !escape::is_unsafe(character);
            if !is_plain || !is_copying {
                pieces.push((start + window.start + at, self.text.len()));
            }
            match is_plain {
                true => self.text.push(character),
                false => self.text.extend(character.escape_unicode()),
            }
            is_copying = is_plain;
        }
        pieces.push((start + window.end, self.text.len()));
        if window.end < line.end {
            self.text.push('…');
        }
        let shown = shown..self.text.len();
        self.text.push('\n');
        self.lines.push(Line { index, original: Span::new(start, start + text.len()), shown, pieces });
    }

    fn line(&self, index: usize) -> Option<&Line> {
        self.lines.iter().find(|line| line.index == index)
    }
}

/// The lines that a label is drawn on.
fn touched(span: Span, text: &Kept) -> Range<usize> {
    let first = text.index(span.start);
    let last = text.index(span.end.saturating_sub(1).max(span.start)).max(first);
    if last - first >= MOST_LINES { first..first + 1 } else { first..last + 1 }
}

/// The part of a line that is shown.
fn window(text: &str, line: Span, spans: &[Span]) -> Span {
    if line.of(text).chars().nth(WIDEST_LINE).is_none() {
        return line;
    }
    let here = spans.iter().filter(|span| span.start < line.end && line.start < span.end.max(span.start + 1));
    let start = here.clone().map(|span| span.start.max(line.start)).min().unwrap_or(line.start);
    let end = here.map(|span| span.end.min(line.end)).max().unwrap_or(line.start).clamp(start, start + 4 * WIDEST_LINE);
    let before =
        text[line.start..start].char_indices().rev().nth(CONTEXT).map_or(line.start, |(at, _)| line.start + at);
    let end = (end..=line.end).find(|at| text.is_char_boundary(*at)).unwrap_or(line.end);
    let after = text[end..line.end].char_indices().nth(CONTEXT).map_or(line.end, |(at, _)| end + at);
    Span::new(before, after)
}

/// The snippets of one finding: that of its own text first, and those of others.
#[derive(Debug, Default)]
pub struct Snippets(pub Vec<Snippet>);

impl Snippets {
    fn of(&self, number: usize) -> Result<&Snippet, Error> {
        self.0.get(number).ok_or(Error::FileMissing)
    }
}

impl<'a> Files<'a> for Snippets {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: usize) -> Result<&'a str, Error> {
        self.of(id).map(|it| it.name.as_str())
    }

    fn source(&'a self, id: usize) -> Result<&'a str, Error> {
        self.of(id).map(|it| it.text.as_str())
    }

    fn line_index(&'a self, id: usize, byte: usize) -> Result<usize, Error> {
        let it = self.of(id)?;
        let line = it.lines.iter().find(|line| byte <= line.shown.end).or(it.lines.last());
        line.map(|line| line.index).ok_or(Error::FileMissing)
    }

    fn line_range(&'a self, id: usize, index: usize) -> Result<Range<usize>, Error> {
        let it = self.of(id)?;
        let shown = it.line(index).map(|line| line.shown.start..line.shown.end + 1);
        // A line between two that are shown, but is not: nothing.
        Ok(shown.unwrap_or(it.text.len()..it.text.len()))
    }

    fn column_number(&'a self, id: usize, _: usize, _: usize) -> Result<usize, Error> {
        // Asked for the place that is pointed at; its column in the text, not in the shortened line.
        Ok(self.of(id)?.first.map_or(1, |first| first.column_char))
    }
}
