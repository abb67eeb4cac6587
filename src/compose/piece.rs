//! Text that is put into another one, which keeps every byte of its own.

use crate::text::{Span, line_end};

/// Something to insert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub at: usize,
    pub form: Form,
    /// Its lines, with `\n`.
    pub text: String,
    /// Pieces of one group at one place stand on consecutive lines; a heading is written once for all of them.
    pub group: usize,
    /// What stands above the first of its group.
    pub above: Option<String>,
}

/// How a piece stands beside what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Goes on in a line.
    Inline,
    /// A line right below another one.
    Line,
    /// A block below another one.
    After,
    /// A block above another one.
    Before,
}

/// A text with its pieces, and where they are in it.
pub fn insert(text: &str, mut pieces: Vec<Piece>) -> (String, Vec<Span>) {
    // What goes above a text is above what goes below nothing, too.
    let start = text.trim_start_matches(|it: char| it == '\u{feff}' || it.is_whitespace());
    let start = text.len() - start.len();
    for piece in pieces.iter_mut().filter(|it| matches!(it.form, Form::Line | Form::After)) {
        piece.at = behind_blanks(text, piece.at);
    }
    pieces.sort_by_key(|piece| (piece.at, piece.form != Form::Before || piece.at > start, piece.form));
    let eol = line_end(text);
    let mut out = String::with_capacity(text.len() + 64 * pieces.len());
    let mut spans = Vec::new();
    let mut at = 0;
    for here in pieces.chunk_by(|a, b| a.at == b.at) {
        let place = here[0].at;
        out.push_str(&text[at..place]);
        at = place;
        let start = out.len();
        out.push_str(&written(here, &text[..place], &text[place..]).replace('\n', eol));
        spans.push(Span::new(start, out.len()));
    }
    out.push_str(&text[at..]);
    (out, spans)
}

/// The end of a line that goes on with nothing but blanks: they are its own.
fn behind_blanks(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start_matches([' ', '\t']);
    let is_behind_words = text[..at].ends_with(|it: char| !it.is_whitespace() && it != '\u{feff}');
    let is_end = rest.is_empty() || rest.starts_with(['\n', '\r']);
    if is_behind_words && is_end { text.len() - rest.len() } else { at }
}

/// All pieces of one place.
fn written(pieces: &[Piece], before: &str, after: &str) -> String {
    let mut out = String::new();
    let is_empty = before.trim_start_matches('\u{feff}').trim().is_empty();
    for (index, piece) in pieces.iter().enumerate() {
        let last = index.checked_sub(1).map(|it| &pieces[it]);
        let goes_on = last.is_some_and(|last| last.form == piece.form && last.group == piece.group);
        let gap = match piece.form {
            Form::Inline => "",
            Form::Line => "\n",
            Form::After if goes_on => "\n",
            Form::After if is_empty && last.is_none() => "",
            Form::After => "\n\n",
            Form::Before if goes_on => "\n",
            Form::Before if last.is_some() => "\n\n",
            Form::Before => "",
        };
        out.push_str(gap);
        if let Some(above) = piece.above.as_ref().filter(|_| !goes_on) {
            out.push_str(above);
            out.push_str("\n\n");
        }
        out.push_str(&piece.text);
    }
    match pieces.last().map(|last| last.form) {
        Some(Form::Before) => out.push_str("\n\n"),
        Some(Form::After) if after.is_empty() => out.push('\n'),
        // A block ends with an empty line, which may be there already.
        Some(Form::After) if !opens_empty_line(after) => out.push('\n'),
        _ => {}
    }
    out
}

/// Whether an empty line, or nothing but white space, follows the rest of this one.
fn opens_empty_line(after: &str) -> bool {
    let mut lines = after.split_inclusive('\n');
    let (first, second) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    after.trim().is_empty() || first.trim().is_empty() && second.trim().is_empty()
}
