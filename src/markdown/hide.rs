//! What of a passage the grammar of inlines must not read, because it would lose what stands in it or beside it.
//!
//! Where something deletes in a comment, it loses the comment, and finds links in it. Two amounts are a formula to it, and
//! what stands between them is lost: "$5 as [agreed](a.md), and $10 later". Letters in their place change nothing else.

use super::inline::{Inline, InlineKind};
use super::scan;
use crate::text::Span;

/// What is hidden of the pieces of a passage, in order.
pub(super) fn from_grammar(text: &str, content: &[Span]) -> Vec<Span> {
    if !content.iter().any(|piece| piece.of(text).contains("<!--") || piece.of(text).contains('$')) {
        return Vec::new();
    }
    let words: String = content.iter().map(|piece| piece.of(text)).collect();
    let mut closed = scan::inlines(&words, Span::new(0, words.len()));
    closed.retain(|it| matches!(it.kind, InlineKind::Code | InlineKind::Comment));
    // `<!-->` is one that holds nothing.
    let comments = closed.iter().filter(|it| it.kind == InlineKind::Comment && it.span.len() > "<!---->".len());
    let mut hidden: Vec<Span> = comments.map(|it| Span::new(it.span.start + 4, it.span.end - 3)).collect();
    hidden.extend(amounts(&words, &closed));
    hidden.sort();
    let ends = content.iter().scan(0, |length, piece| {
        *length += piece.len();
        Some(*length)
    });
    let ends: Vec<usize> = ends.collect();
    let place = |at: usize| {
        let piece = ends.partition_point(|end| *end <= at);
        content[piece].end - (ends[piece] - at)
    };
    hidden.into_iter().map(|it| Span::new(place(it.start), place(it.end - 1) + 1)).collect()
}

/// The marks of formulas that open none, although one like them follows.
fn amounts(words: &str, closed: &[Inline]) -> Vec<Span> {
    let is_read = |mark: &Span| {
        let before = &closed[..closed.partition_point(|it| it.span.start < mark.start)];
        before.last().is_none_or(|it| it.span.end <= mark.start)
    };
    let marks: Vec<Span> = scan::runs(words.as_bytes(), b'$').into_iter().filter(is_read).collect();
    let closing = scan::closing(&marks);
    let mut hidden = Vec::new();
    let mut formula_ends = 0;
    // An amount has one; a formula between two of them may stand on lines of its own.
    for mark in marks.into_iter().filter(|mark| mark.len() == 1) {
        let Some(close) = closing.get(&mark.start).filter(|_| mark.start >= formula_ends) else { continue };
        if is_formula(&words[mark.end..*close]) {
            formula_ends = close + mark.len();
        } else {
            hidden.push(mark);
        }
    }
    hidden
}

/// A formula neither begins nor ends with white space: "costs $5 to $10" is none.
pub(super) fn is_formula(inside: &str) -> bool {
    !inside.starts_with(char::is_whitespace) && !inside.ends_with(char::is_whitespace)
}
