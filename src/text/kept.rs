//! A text of which only those lines may be left that somebody will show. Places keep their numbers.

use std::sync::OnceLock;

use thin_vec::{ThinVec, thin_vec};

use super::{Lines, Position, Span, border};

/// A text, or some of its lines.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// Whole lines, in order; no two pieces touch.
    pieces: ThinVec<Piece>,
}

/// Lines that follow each other.
#[derive(Debug, Clone, Default)]
struct Piece {
    /// Where it begins in the text, in bytes.
    start: usize,
    /// Its first line, from 0.
    line: usize,
    text: String,
    lines: OnceLock<Lines>,
}

impl Piece {
    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(&self.text))
    }

    /// An offset of the text as one of the piece; its end for what lies behind it, and the border before it for one that
    /// is none: the lines may be younger than the place.
    fn inside(&self, offset: usize) -> usize {
        border(&self.text, offset.saturating_sub(self.start))
    }
}

impl From<String> for Kept {
    fn from(text: String) -> Self {
        Self::lines(text, 0, 0)
    }
}

impl Kept {
    /// All of a text whose lines are known.
    pub fn whole(text: String, lines: Lines) -> Self {
        Self { pieces: thin_vec![Piece { start: 0, line: 0, text, lines: lines.into() }] }
    }

    /// Some lines of a text: the first of them begins at `start`, and is line `line` from 0.
    pub fn lines(text: String, start: usize, line: usize) -> Self {
        Self { pieces: thin_vec![Piece { start, line, text, lines: OnceLock::new() }] }
    }

    /// No line is left.
    pub fn is_empty(&self) -> bool {
        self.pieces.iter().all(|it| it.text.is_empty())
    }

    /// The text, or its first lines where not all of it is left.
    pub fn text(&self) -> &str {
        self.pieces.first().map_or("", |it| it.text.as_str())
    }

    /// What stands at a span, as far as it is left.
    pub fn at(&self, span: Span) -> &str {
        self.around(span).map_or("", |(text, at)| at.of(text))
    }

    /// What is left around a span, and where the span is in it.
    pub fn around(&self, span: Span) -> Option<(&str, Span)> {
        let piece = self.piece(span.start)?;
        let inside = Span::new(piece.inside(span.start), piece.inside(span.end));
        piece.text.get(inside.start..inside.end).map(|_| (&*piece.text, inside))
    }

    /// The number of the line that holds an offset, from 0.
    pub fn index(&self, offset: usize) -> usize {
        self.piece(offset).map_or(0, |it| it.line + it.lines().index(it.inside(offset)))
    }

    /// A line by its number: where it begins in the text, and what it holds with its end.
    pub fn line(&self, index: usize) -> Option<(usize, &str)> {
        let at = self.pieces.partition_point(|it| it.line <= index).checked_sub(1)?;
        let piece = &self.pieces[at];
        let own = index - piece.line;
        let span = (own < piece.lines().count()).then(|| piece.lines().span(own, &piece.text))?;
        Some((piece.start + span.start, span.of(&piece.text)))
    }

    /// The place of an offset, counted from another one, where both are on one line.
    pub fn position_from(&self, offset: usize, last: Option<Position>) -> Position {
        let none = Position { offset, line: 1, column_utf8: 1, column_utf16: 1, column_char: 1 };
        let Some(piece) = self.piece(offset) else { return none };
        let inside = piece.inside(offset);
        let line = piece.line + piece.lines().index(inside) + 1;
        let known = last.filter(|it| it.line == line && it.offset >= piece.start);
        let from = match known {
            Some(last) => Position { offset: last.offset - piece.start, ..last },
            None => piece.lines().line_start(inside),
        };
        // A mark of byte order stands at the beginning of a text, and nowhere else is it one.
        let found = match piece.start {
            0 => from.moved(inside, &piece.text),
            _ => from.moved_behind(0, inside, &piece.text),
        };
        Position { offset, line, ..found }
    }

    /// The lines that the spans touch, a single one between two of them, which is drawn with them, and nothing else.
    pub fn only(&self, spans: impl IntoIterator<Item = Span>) -> Self {
        let mut wanted: Vec<Span> = spans.into_iter().filter_map(|span| self.whole_lines(span)).collect();
        wanted.sort_unstable();
        let mut runs: Vec<Span> = Vec::new();
        // A line begins where the one before it ends.
        let is_next_but_one = |last: &Span, span: &Span| self.index(span.start) == self.index(last.end) + 1;
        for span in wanted {
            match runs.last_mut() {
                Some(last) if span.start <= last.end || is_next_but_one(last, &span) => {
                    last.end = last.end.max(span.end)
                }
                _ => runs.push(span),
            }
        }
        let piece = |span: Span| Piece {
            start: span.start,
            line: self.index(span.start),
            text: self.at(span).to_owned(),
            lines: OnceLock::new(),
        };
        Self { pieces: runs.into_iter().map(piece).collect() }
    }

    /// The lines around a span, with their ends.
    fn whole_lines(&self, span: Span) -> Option<Span> {
        let piece = self.piece(span.start)?;
        let line = |offset: usize| piece.lines().span(piece.lines().index(piece.inside(offset)), &piece.text);
        let last = span.end.saturating_sub(1).max(span.start);
        Some(Span::new(line(span.start).start, line(last).end).after(piece.start))
    }

    fn piece(&self, offset: usize) -> Option<&Piece> {
        let at = self.pieces.partition_point(|it| it.start <= offset).checked_sub(1)?;
        self.pieces.get(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_keeps_its_place() {
        let text = "\u{feff}one\r\ntwo \u{e9}\u{1f600} words\rthree\n\nfive";
        let whole = Kept::from(text.to_owned());
        let spans = ["one", "words", "five"].map(|word| {
            let at = text.find(word).expect("it is there");
            Span::new(at, at + word.len())
        });
        let some = whole.only([spans[2], spans[0], spans[1]]);
        for span in spans {
            assert_eq!(some.at(span), span.of(text));
            for offset in [span.start, span.end] {
                assert_eq!(some.position_from(offset, None), Lines::of(text).position(offset, text), "{span:?}");
                assert_eq!(
                    some.position_from(offset, Some(some.position_from(span.start, None))),
                    whole.position_from(offset, None)
                );
                assert_eq!(some.line(some.index(offset)), whole.line(whole.index(offset)));
            }
        }
        let three = text.find("three").expect("it is there");
        assert_eq!(some.at(Span::new(three, three + 5)), "");
        assert!(whole.only([]).is_empty());
        let around = whole.only([spans[0], Span::new(three, three + 5)]);
        assert_eq!((around.at(spans[1]), around.at(spans[2])), ("words", ""));
    }
}
