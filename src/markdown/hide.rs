//! What of a passage the grammar of inlines must not read, because it would lose what stands in it or beside it.
//!
//! Where something deletes in a comment, it loses the comment, and finds links in it. Two amounts are a formula to it, and
//! what stands between them is lost: "$5 as [agreed](a.md), and $10 later". It takes a longer run of backticks in code for
//! the end of it, and what stands behind is code no more. Two marks of emphasis in the address of a link are emphasis to
//! it, and the link is lost. Letters in their place change nothing else.

use super::inline::{Inline, InlineKind};
use super::scan;
use crate::text::Span;

/// What is hidden of the pieces of a passage, in order.
pub(super) fn from_grammar(text: &str, content: &[Span]) -> Vec<Span> {
    let holds = |words: &str, mark: &str| memchr::memmem::find(words.as_bytes(), mark.as_bytes()).is_some();
    let is_read_otherwise = |words: &str| ["<!--", "$", "``", "]("].into_iter().any(|mark| holds(words, mark));
    if !content.iter().any(|piece| is_read_otherwise(piece.of(text))) {
        return Vec::new();
    }
    let words: String = content.iter().map(|piece| piece.of(text)).collect();
    let mut closed = scan::inlines(&words, Span::new(0, words.len()));
    closed.retain(|it| matches!(it.kind, InlineKind::Code | InlineKind::Comment));
    // `<!-->` is one that holds nothing.
    let comments = closed.iter().filter(|it| it.kind == InlineKind::Comment && it.span.len() > "<!---->".len());
    let mut hidden: Vec<Span> = comments.map(|it| Span::new(it.span.start + 4, it.span.end - 3)).collect();
    hidden.extend(closed.iter().filter(|it| it.kind == InlineKind::Code).filter_map(|it| ticks(&words, it.text)));
    hidden.extend(amounts(&words, &closed));
    hidden.extend(marks_in_addresses(&words));
    hidden.sort();
    // An address may stand in what is hidden already.
    let mut end = 0;
    hidden.retain(|it| {
        it.start >= end && {
            end = it.end;
            true
        }
    });
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

/// In each address between brackets what stands from its first mark of emphasis to its last, where it has two.
fn marks_in_addresses(words: &str) -> Vec<Span> {
    let bytes = words.as_bytes();
    let begins = memchr::memmem::find_iter(bytes, "](").map(|at| at + 2);
    let marks = begins.filter_map(|begin| {
        let rest = &bytes[begin..];
        let length = rest.iter().take_while(|it| it.is_ascii_graphic() && !matches!(it, b'(' | b')')).count();
        let mut address = rest[..length].iter();
        let is_mark = |it: &u8| matches!(it, b'*' | b'_');
        let (first, last) = (address.clone().position(is_mark)?, address.rposition(is_mark)?);
        (last > first && rest.get(length) == Some(&b')')).then(|| Span::new(begin + first, begin + last + 1))
    });
    marks.collect()
}

/// The runs of backticks in code, from the first to the last.
fn ticks(words: &str, code: Span) -> Option<Span> {
    let inside = code.of(words);
    let (first, last) = (inside.find('`')?, inside.rfind('`')?);
    Some(Span::new(code.start + first, code.start + last + 1))
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
        let Some(close) = closing.of(mark.start).filter(|_| mark.start >= formula_ends) else { continue };
        if is_formula(&words[mark.end..close]) {
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
