//! The quantities of one document, each with the words near it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::document::{Directive, Document, Place, Sentence, Stand};
use crate::fact::Marker;
use crate::fact::amounts;
use crate::fact::measure::Measure;
use crate::text::Span;
use crate::words::english::{number, topic};

/// What is kept of a document.
#[derive(Debug, Clone, Default)]
pub struct Read {
    pub mentions: Vec<Mention>,
    /// The topics of each sentence, sorted: how common two of them are together.
    pub sentences: Vec<Vec<u64>>,
    /// The sentences as prints.
    pub prints: Vec<u64>,
    /// Others are made of it: what it says, it says for nobody.
    pub is_template: bool,
}

/// A quantity in a sentence.
#[derive(Debug, Clone)]
pub struct Mention {
    /// Where the value stands.
    pub span: Span,
    /// The end of its sentence.
    pub end: usize,
    /// From 1.
    pub line: usize,
    /// As it is written.
    pub value: String,
    pub measure: Measure,
    /// The words near it, the nearest first.
    pub topics: Vec<Topic>,
    /// The sentence in one line.
    pub sentence: String,
    pub print: u64,
}

/// A word near a quantity.
#[derive(Debug, Clone)]
pub struct Topic {
    /// The same for every form of the word.
    pub print: u64,
    /// As it is written, in small letters unless it is a name in code.
    pub word: String,
    /// A name in code that nothing else has: `maxAge`, `--timeout`.
    pub is_name: bool,
    /// Letters between it and the quantity.
    pub distance: usize,
    /// Its place among the words of the sentence.
    pub order: usize,
}

/// Words further away say something else.
const FAR: usize = 60;
/// So many of the nearest words count.
const NEAREST: usize = 5;
/// A sentence with more quantities is a list, and one that is longer a pasted text.
const MOST_QUANTITIES: usize = 4;
const LONGEST: usize = 500;

/// What a document says of quantities.
pub fn read(doc: &Document) -> Read {
    let rows = rows(doc);
    let marked = marked(doc);
    let mut read = Read::default();
    for sentence in doc.prose().statements() {
        let words = words(doc, sentence);
        let mut topics: Vec<u64> = words.iter().filter_map(|it| it.topic.as_ref()).map(|it| it.print).collect();
        topics.sort_unstable();
        topics.dedup();
        let text = doc.prose().said(sentence);
        let sure = print(&doc.prose().readable(doc, sentence.range.clone()).to_lowercase());
        read.prints.push(sure);
        if text.len() <= LONGEST {
            let first = rows.get(&doc.passages()[sentence.passage].span.start).map(Vec::as_slice);
            let new = mentions(doc, sentence, &words, first, sure);
            let end = |it: &Mention| doc.lines().index(it.end.max(1) - 1) + 1;
            let is_new = |it: &Mention| !marked.contains(&it.line) && !marked.contains(&end(it));
            read.mentions.extend(new.into_iter().filter(is_new));
        }
        if !topics.is_empty() {
            read.sentences.push(topics);
        }
    }
    read
}

/// The lines about which a marker says what they declare or assume: its own, and that of the text before it.
fn marked(doc: &Document) -> HashSet<usize> {
    let is_fact = |it: &&Directive| Marker::read(doc.at(it.body)).is_some();
    let lines = doc.directives().iter().filter(is_fact).flat_map(|it| {
        let before = doc.text()[..it.span.start].trim_end().len();
        [it.span.start, before.max(1) - 1].map(|at| doc.lines().index(at) + 1)
    });
    lines.collect()
}

/// A piece of clean text that may be a topic.
struct Word {
    range: Range<usize>,
    topic: Option<Topic>,
}

fn mentions(doc: &Document, sentence: &Sentence, words: &[Word], row: Option<&[Topic]>, print: u64) -> Vec<Mention> {
    let text = doc.prose().said(sentence);
    let found = amounts::all(text);
    if found.is_empty() || found.len() > MOST_QUANTITIES {
        return Vec::new();
    }
    let is_fact = |range: &Range<usize>, measure: &Measure| {
        let (before, value, after) = (&text[..range.start], &text[range.clone()], &text[range.end..]);
        measure.to.is_none() && is_written_out(before, value) && !topic::is_story(before, after)
    };
    let found = found.into_iter().filter(|(range, measure)| is_fact(range, measure));
    let mention = |(range, measure): (Range<usize>, Measure)| {
        let topics = near(&range, words, row);
        let value = text[range.clone()].to_owned();
        let span = doc.prose().span_in(sentence, &range);
        let is_plain = doc.at(span) == value;
        let end = doc.prose().span(sentence.range.clone()).end;
        let line = doc.lines().index(span.start) + 1;
        let sentence = doc.prose().readable(doc, sentence.range.clone());
        (is_plain && !topics.is_empty()).then_some(Mention { span, end, line, value, measure, topics, sentence, print })
    };
    found.filter_map(mention).collect()
}

/// Whether a value is more than a turn of speech: "a bit", "a second one", "100 %", "a 64-bit integer".
fn is_written_out(before: &str, value: &str) -> bool {
    let starts = value.starts_with(|it: char| it.is_ascii_digit() || matches!(it, '$' | '€' | '£'));
    let is_word = value.split(['-', ' ']).next().is_some_and(|it| number::value(it).is_some());
    let is_all = matches!(value, "100%" | "0%" | "100 %" | "0 %");
    let is_width = value.ends_with("bit") || value.ends_with("bits");
    // "99,9 %" is one number, of which the second half was found.
    let is_half = before.ends_with(',') && before[..before.len() - 1].ends_with(|it: char| it.is_ascii_digit());
    (starts || is_word) && !is_all && !is_width && !is_half
}

/// The nearest topics, then those that name the row of a table.
fn near(range: &Range<usize>, words: &[Word], row: Option<&[Topic]>) -> Vec<Topic> {
    let distance = |it: &Range<usize>| match it.end <= range.start {
        true => range.start - it.end,
        false => it.start.saturating_sub(range.end),
    };
    let beside = words.iter().filter(|it| it.range.end <= range.start || it.range.start >= range.end);
    let own =
        beside.filter_map(|it| it.topic.as_ref().map(|topic| Topic { distance: distance(&it.range), ..topic.clone() }));
    let mut topics: Vec<Topic> = own.filter(|it| it.distance <= FAR).collect();
    topics.extend(row.into_iter().flatten().cloned());
    topics.sort_by_key(|it| (it.distance, it.order));
    let mut seen = Vec::new();
    topics.retain(|it| {
        let is_new = !seen.contains(&it.print);
        seen.push(it.print);
        is_new
    });
    topics.truncate(NEAREST);
    topics
}

/// The words of a sentence; a name in code is one word.
fn words(doc: &Document, sentence: &Sentence) -> Vec<Word> {
    let prose = doc.prose();
    let text = prose.said(sentence);
    let mut masks = prose.masks(sentence.range.clone());
    let mut words = Vec::new();
    let is_part = |it: char| it.is_alphabetic() || matches!(it, '_' | '\'' | '\u{2019}');
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let start = at;
        at += letter.len_utf8();
        let order = words.len();
        if letter == crate::document::MASK {
            let code = masks.next().filter(|(stand, _)| *stand == Stand::Code).map(|(_, span)| doc.at(span));
            let topic = code.and_then(|code| name(code.trim_matches('`'), order));
            words.push(Word { range: start..at, topic });
        } else if is_part(letter) {
            at = text[at..].find(|it| !is_part(it)).map_or(text.len(), |end| at + end);
            words.push(Word { range: start..at, topic: plain(&text[start..at], order) });
        }
    }
    words
}

/// A word of running text.
fn plain(word: &str, order: usize) -> Option<Topic> {
    let stem = topic::stem(word)?;
    let is_unit = crate::fact::unit::named(word).is_some();
    let topic = Topic { print: print(&stem), word: word.to_lowercase(), is_name: false, distance: 0, order };
    (!is_unit).then_some(topic)
}

/// A name in code, without what a programmer puts around it.
fn name(code: &str, order: usize) -> Option<Topic> {
    let bare = code.trim().trim_start_matches('-').trim_end_matches(['(', ')', ':', '=']);
    let is_one = !bare.is_empty() && bare.len() <= 60 && !bare.contains(char::is_whitespace);
    let letters = bare.chars().filter(|it| it.is_alphabetic()).count();
    let has_parts = bare.contains(['_', '.', '-', '/']) || bare.chars().skip(1).any(char::is_uppercase);
    let is_name = has_parts || code.starts_with('-');
    let topic = Topic { print: print(&format!("`{bare}")), word: bare.to_owned(), is_name, distance: 0, order };
    (is_one && letters >= 3).then_some(topic)
}

/// The topics of the first cell of each row, by where its other cells begin.
fn rows(doc: &Document) -> HashMap<usize, Vec<Topic>> {
    let mut rows = HashMap::new();
    if !doc.text().contains('|') {
        return rows;
    }
    let sentences: HashMap<usize, Vec<&Sentence>> = {
        let mut by_cell: HashMap<usize, Vec<&Sentence>> = HashMap::new();
        for it in doc.prose().statements().filter(|it| it.place == Place::Cell) {
            by_cell.entry(doc.passages()[it.passage].span.start).or_default().push(it);
        }
        by_cell
    };
    let start = |cell: &Span| cell.trimmed(doc.text()).start;
    for row in doc.tables().iter().flat_map(|it| &it.rows) {
        let Some((first, others)) = row.cells.split_first() else { continue };
        let named = sentences.get(&start(first)).into_iter().flatten().flat_map(|it| words(doc, it));
        // A cell is as near as a word or two.
        let topics: Vec<Topic> = named.filter_map(|it| it.topic).map(|it| Topic { distance: 12, ..it }).collect();
        for cell in others.iter().filter(|_| !topics.is_empty()) {
            rows.insert(start(cell), topics.clone());
        }
    }
    rows
}

/// The same number for the same word, on every machine.
pub fn print(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
