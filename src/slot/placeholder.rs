//! What looks like an answer and is none: nothing, "N/A", "TBD", the template's own hint.

use super::State;
use crate::document::{Document, Passage, Place, Stand};
use crate::text::Span;

/// Whole answers that say nothing. "None" is an answer where it is asked for, and is not among them.
const EMPTY: &[&str] = &[
    "n/a",
    "na",
    "tbd",
    "tba",
    "tbc",
    "todo",
    "to do",
    "fixme",
    "xxx",
    "???",
    "??",
    "?",
    "...",
    "…",
    "-",
    "--",
    "–",
    "—",
    "_",
    ".",
    "no response",
    "_no response_",
    "test",
    "testing",
    "placeholder",
    "lorem ipsum",
    "coming soon",
    "to be done",
    "to be defined",
    "to be determined",
    "to be decided",
    "to be announced",
    "to be written",
    "not yet",
    "fill me in",
    "fill in",
    "insert here",
    "your answer here",
    "see above",
    "nan",
    "nil",
    "null",
];

/// Whether a whole answer is a placeholder.
pub fn is_placeholder(answer: &str) -> bool {
    let answer = answer.trim().trim_matches(['*', '`', '"', '\'']).trim();
    let lower = answer.to_lowercase();
    let lower = lower.trim_end_matches(['.', '!', ':']).trim();
    if EMPTY.contains(&lower) || EMPTY.contains(&answer) || answer.is_empty() {
        return true;
    }
    let is_wrapped = [('<', '>'), ('[', ']'), ('{', '}')].iter().any(|(open, close)| {
        lower.starts_with(*open) && lower.ends_with(*close) && !lower.contains("](") && !lower.contains("://")
    });
    let opens_todo = ["todo:", "todo for", "todo -", "tbd:", "tbd -", "fixme:"].iter().any(|it| lower.starts_with(it));
    is_wrapped && !lower.starts_with("[x]") || opens_todo && lower.split_whitespace().count() <= 8
}

/// How much of an answer stands in `body`: nothing but a link is a part of one.
pub fn fill(doc: &Document, body: Span) -> State {
    let body = body.trimmed(doc.text());
    if body.is_empty() {
        return State::Absent;
    }
    let has_code = doc.code().iter().any(|code| body.contains(code.span) && !code.body.trimmed(doc.text()).is_empty());
    let has_image = doc.links().iter().any(|link| link.image && body.contains(link.span));
    if has_code || has_image {
        return State::Present;
    }
    let passages = doc.passages();
    let first = passages.partition_point(|passage| passage.span.end <= body.start);
    let inside = passages[first..].iter().take_while(|passage| passage.span.start < body.end);
    let words: usize = inside.filter(|it| !matches!(it.place, Place::Heading(_))).map(|it| words(doc, it, body)).sum();
    let has_link = doc.links().iter().any(|link| body.contains(link.span));
    match words {
        0 if has_link => State::Partial,
        0 => State::Absent,
        _ => State::Present,
    }
}

/// The words of a passage that lie in `body`; a placeholder has none, and a masked quotation or code span is one.
fn words(doc: &Document, passage: &Passage, body: Span) -> usize {
    let part = Span::new(passage.span.start.max(body.start), passage.span.end.min(body.end));
    let prose = doc.prose();
    let clean = if passage.quoted { "" } else { prose.clean(part) };
    let masked = prose.masks(prose.clean_range(part)).filter(|(stand, _)| *stand != Stand::Address).count();
    if masked == 0 && is_placeholder(clean) {
        return 0;
    }
    clean.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() + masked
}
