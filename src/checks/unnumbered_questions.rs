//! `rules/ask/unnumbered-questions.md`

use std::ops::Range;

use crate::document::{Document, Place, Said};
use crate::finding::Findings;
use crate::text::Span;
use crate::words::english::ask;

/// Two are remembered.
const MANY: usize = 3;
/// Fewer words only drive the last question home: "Right?"
const FEWEST_WORDS: usize = 4;

/// The first paragraph that asks several things in a row.
pub fn check(doc: &Document, found: &mut Findings) {
    let asked: Vec<Said<bool>> =
        doc.in_sentences(is_question).filter(|it| it.sentence.place == Place::Paragraph).collect();
    let mut paragraphs = asked.chunk_by(|a, b| a.sentence.passage == b.sentence.passage);
    if let Some(asked) = paragraphs.find(|it| it.len() >= MANY) {
        let questions: Vec<Range<usize>> = asked.iter().map(|it| it.sentence.range.clone()).collect();
        flag(doc, &questions, asked[asked.len() - 1].index - asked[0].index + 1 == asked.len(), found);
    }
}

/// One that is put to somebody, and not the other half of the one before.
fn is_question(sentence: &str) -> bool {
    let is_other_half = sentence.get(..3).is_some_and(|it| it.eq_ignore_ascii_case("or "));
    ask::find_question(sentence).is_some()
        && sentence.trim_end().ends_with('?')
        && sentence.split_whitespace().count() >= FEWEST_WORDS
        && !is_other_half
        && !has_mangled_marks(sentence)
}

/// Quotation marks that were lost on the way stand as question marks: "the ?size? field".
fn has_mangled_marks(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    bytes.windows(2).any(|pair| pair[0] == b'?' && pair[1].is_ascii_alphanumeric())
}

fn flag(doc: &Document, questions: &[Range<usize>], in_a_row: bool, found: &mut Findings) {
    let prose = doc.prose();
    let spans: Vec<Span> = questions.iter().map(|it| prose.span(it.clone())).collect();
    let flag = found.flag(spans[0], format!("{} questions in one paragraph", spans.len()));
    for span in &spans[1..] {
        flag.and(*span, "another one");
    }
    let whole = Span::new(spans[0].start, spans[spans.len() - 1].end);
    let line = doc.line_around(whole.start);
    // Inside a quote or an indented block, a list would need the marks of its lines.
    let is_plain = doc.text()[line.start..].starts_with(|it: char| !it.is_whitespace() && it != '>');
    if in_a_row && is_plain {
        flag.suggest("make them a numbered list", whole, listed(doc, &spans, whole));
    }
}

/// The questions as a list, with an empty line where other text of the paragraph stands beside them.
fn listed(doc: &Document, spans: &[Span], whole: Span) -> String {
    let end = if doc.text().contains("\r\n") { "\r\n" } else { "\n" };
    let one_line = |span: &Span| doc.at(*span).split_whitespace().collect::<Vec<_>>().join(" ");
    let items: Vec<String> =
        spans.iter().enumerate().map(|(at, span)| format!("{}. {}", at + 1, one_line(span))).collect();
    let is_open = |text: &str| text.trim_matches([' ', '\t']).is_empty();
    let before = &doc.text()[doc.line_around(whole.start).start..whole.start];
    let after = doc.text()[whole.end..].lines().next().unwrap_or_default();
    let lead = if is_open(before) { String::new() } else { end.repeat(2) };
    let tail = if is_open(after) { String::new() } else { end.repeat(2) };
    format!("{lead}{}{tail}", items.join(end))
}
