//! `Key: value` lines, with or without bold, and bold lines that serve as headings.

mod below;
mod beside;

use std::sync::OnceLock;

use memchr::{memchr, memchr2, memchr3};

use super::Document;
use super::comment::is_aside;
use super::passage::{Passage, Place};
use crate::text::{Span, border, line_start};
use crate::words::{heading, log};

pub use beside::pieces;

#[derive(Debug, Clone)]
pub struct Labelled {
    /// The key, normalised.
    pub name: String,
    pub key: Span,
    /// What follows on the same line, up to the next key there; in a list item also on the lines that continue it.
    pub value: Span,
    /// Everything that the label announces: up to the next label or heading, or its own paragraph or item.
    pub body: Span,
    /// The label is bold: as good as a heading.
    pub bold: bool,
    /// Whether it announces nothing, once somebody has asked.
    pub is_blank: OnceLock<bool>,
}

/// A key of more bytes is a sentence, whatever stands in brackets in it.
const LONGEST_KEY: usize = 160;
/// A key of more words is a sentence; a bold question may have some more.
const MOST_WORDS: usize = 6;
const MOST_WORDS_ASKED: usize = 12;

pub fn all(doc: &Document) -> Vec<Labelled> {
    let mut labels: Vec<Labelled> = Vec::new();
    for (index, passage) in doc.passages().iter().enumerate() {
        let first = labels.len();
        labels.extend(in_lines(doc, index).cloned());
        let end = end_of(doc, passage);
        let count = labels.len();
        for index in first..count {
            let next = labels.get(index + 1).map_or(end, |next| line_start(doc.text(), next.key.start));
            let label = &mut labels[index];
            // The next key stands beside it.
            if next <= label.key.start {
                continue;
            }
            // It ends where the line of the next one begins, before its marks of emphasis.
            label.body.end = next.max(label.body.start);
            if passage.place == Place::Item && !label.value.is_empty() {
                let end = label.body.end.min(passage.span.end).max(label.value.end);
                label.value = Span::new(label.value.start, end).trimmed(doc.text());
            }
        }
    }
    extend_empty(doc, &mut labels);
    labels
}

/// The lines of a passage that may be labelled, and the parts of those that have several keys.
fn lines_of<'d>(doc: &'d Document, passage: &'d Passage) -> impl Iterator<Item = Span> + 'd {
    let has_labels = !passage.quoted && !passage.broken && matches!(passage.place, Place::Paragraph | Place::Item);
    let content = if has_labels { &passage.content[..] } else { &[] };
    // Most passages have none of the marks of a label.
    let has_marks = |piece: &&Span| memchr3(b':', b'*', b'_', doc.at(**piece).as_bytes()).is_some();
    let lines = content.iter().filter(has_marks).flat_map(|piece| piece.lines(doc.text()));
    let lines = lines.map(|line| line.trimmed(doc.text()));
    lines.flat_map(|line| pieces(doc.at(line)).map(move |it| it.after(line.start)))
}

/// The labels of a passage, by its number, each with no more than its own line as its body.
fn in_lines<'d>(doc: &'d Document, passage: usize) -> impl Iterator<Item = &'d Labelled> {
    let all = doc.answers.labels_in_lines.get_or_init(|| {
        let mut lines: Vec<Span> = Vec::with_capacity(doc.passages().len());
        doc.passages().iter().for_each(|it| lines.extend(lines_of(doc, it)));
        let mut found = doc.in_spans(lines, label).into_iter().peekable();
        let mut all = Vec::new();
        for (index, passage) in doc.passages().iter().enumerate() {
            while let Some((line, label)) = found.next_if(|(line, _)| passage.span.contains(*line)) {
                all.extend(label.map(|it| (index, it.after(line.start))));
            }
        }
        all
    });
    let first = all.partition_point(|(of, _)| *of < passage);
    all[first..].iter().take_while(move |(of, _)| *of == passage).map(|(_, label)| label)
}

/// The keys of a passage's labels, by its number.
pub fn keys(doc: &Document, passage: usize) -> impl Iterator<Item = Span> {
    in_lines(doc, passage).map(|it| it.key)
}

/// A label at the head of a list item announces the whole item; another one its paragraph.
fn end_of(doc: &Document, passage: &Passage) -> usize {
    match passage.item {
        Some(item) if passage.place == Place::Item => doc.blocks().get(item).span.end.max(passage.span.end),
        _ => passage.span.end,
    }
}

/// A label with nothing behind it announces what follows, up to the next label of its sort or the next heading.
fn extend_empty(doc: &Document, labels: &mut [Labelled]) {
    for index in 0..labels.len() {
        let label = &labels[index];
        if !label.body.trimmed(doc.text()).is_empty() {
            continue;
        }
        let sections = doc.sections();
        let after = sections.partition_point(|it| it.heading.start < label.body.start);
        // The line of a heading, with its marks.
        let heading = sections.get(after).map(|it| line_start(doc.text(), it.heading.start));
        let next = labels[index + 1..].iter().find(|next| next.bold == label.bold);
        let next = next.map(|next| line_start(doc.text(), next.key.start));
        let end = heading.into_iter().chain(next).min().unwrap_or(doc.text().len());
        labels[index].body.end = end.max(labels[index].body.start);
    }
}

/// The label of a line, with its own line as its body. Its places count from where the line begins.
fn label(text: &str) -> Option<Labelled> {
    let (key, rest, bold) = bold_key(text).or_else(|| plain_key(text).filter(|_| !log::is_log_line(text)))?;
    let name = heading::normalise(&text[key.range()]);
    let is_asked = bold && (rest < text.len() || text.contains(['?', ':']));
    let most = if is_asked { MOST_WORDS_ASKED } else { MOST_WORDS };
    if name.is_empty() || name.split(' ').count() > most {
        return None;
    }
    let value = Span::new(rest, text.len()).trimmed(text);
    Some(Labelled { name, key, value, body: Span::new(value.start, text.len()), bold, is_blank: OnceLock::new() })
}

impl Labelled {
    fn after(self, offset: usize) -> Self {
        let [key, value, body] = [self.key, self.value, self.body].map(|it| it.after(offset));
        Self { key, value, body, ..self }
    }
}

/// `**Key**: value`, `**Key:** value`, `**Key**` or `***Key***` alone; and `*Key:* value`, which is bold in chats.
fn bold_key(text: &str) -> Option<(Span, usize, bool)> {
    // Nearly every line begins with neither.
    if !text.starts_with(['*', '_']) {
        return None;
    }
    let mark = ["***", "___", "**", "__", "*", "_"].into_iter().find(|mark| text.starts_with(mark))?;
    let width = mark.len();
    let length = text[width..].find(mark).filter(|length| (1..=LONGEST_KEY).contains(length))?;
    let inside = &text[width..width + length];
    let after = &text[2 * width + length..];
    let colon = after.trim_start().starts_with(':');
    let rest = text.len() - after.len() + if colon { after.find(':')? + 1 } else { 0 };
    let is_label = colon || inside.trim_end().ends_with([':', '?']) || width > 1 && is_aside(after);
    is_label.then(|| (Span::new(width, width + inside.trim_end_matches([':', ' ']).len()), rest, true))
}

/// `Key: value`: a few words, then a colon and a space or the end of the line.
fn plain_key(text: &str) -> Option<(Span, usize, bool)> {
    // A colon further along ends no key, and most lines have none before it.
    let colon = colon(&text.as_bytes()[..border(text, LONGEST_KEY + 1)]).filter(|colon| *colon > 0)?;
    let key = &text[..colon];
    let words = key.split('(').next().unwrap_or_default();
    let is_key = key.starts_with(|it: char| it.is_alphabetic())
        && !words.contains(['.', ',', ';', '!', '"', '`', '[', '<', '|', '*'])
        && words.split_whitespace().count() <= 5
        && (key.len() == words.len() || key.ends_with(')'))
        // The colon stands in code: "(the next ones, `TODO(N): DAY`)".
        && key.bytes().filter(|it| *it == b'`').count() % 2 == 0;
    let after = &text[colon + 1..];
    (is_key && (after.is_empty() || after.starts_with([' ', '\t']))).then(|| (Span::new(0, colon), colon + 1, false))
}

/// The first colon that does not stand in brackets: "Version (as in: 1.2): 3" has it behind them.
fn colon(text: &[u8]) -> Option<usize> {
    let first = memchr2(b':', b'(', text)?;
    if text[first] == b':' {
        return Some(first);
    }
    let close = first + memchr(b')', &text[first..])?;
    Some(close + memchr(b':', &text[close..])?)
}

impl Document<'_> {
    /// The label that announces the text at an offset.
    pub fn label_at(&self, offset: usize) -> Option<&Labelled> {
        let labels = self.labels();
        let index = labels.partition_point(|label| label.key.start <= offset).checked_sub(1)?;
        Some(&labels[index]).filter(|label| offset < label.body.end)
    }
}
