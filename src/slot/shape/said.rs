//! What the author says in words: which of the sentences count as evidence, and where they stand.

use std::ops::Range;

use super::{By, Evidence};
use crate::document::{Document, Labelled, MASK, Outcome, Place, Said, Section, Sentence};
use crate::slot::fill;
use crate::text::Span;
use crate::words::english::placeholder::is_placeholder;

/// The sentences of the author without the keys of bold labels.
pub fn own<'d>(doc: &'d Document) -> impl Iterator<Item = (&'d Sentence, &'d str)> {
    doc.own_sentences().filter(|(sentence, _)| !is_printed(doc, doc.prose().span(sentence.range.clone())))
}

/// The same, where a reading of each by itself finds something.
pub fn read<'d, R: Outcome>(
    doc: &'d Document,
    read: impl Fn(&str) -> R + 'static,
) -> impl Iterator<Item = Said<'d, R>> {
    let own = doc.in_sentences(read).filter(|it| doc.is_own(it.index));
    own.filter(|it| !is_printed(doc, doc.prose().span(it.sentence.range.clone())))
}

/// Where a sentence holds what `find` looks for.
pub fn places(doc: &Document, find: impl Fn(&str) -> Option<Range<usize>> + Copy + 'static) -> Vec<Evidence> {
    let found = doc.in_sentences(find).filter_map(|it| Some((it.index, it.found?)));
    of(doc, found, |title| find(title).is_some())
}

/// What was found in sentences of the author as evidence, and a title that nothing else was read in.
pub fn of(
    doc: &Document,
    found: impl Iterator<Item = (usize, Range<usize>)>,
    holds: impl Fn(&str) -> bool,
) -> Vec<Evidence> {
    let sentences = doc.prose().sentences();
    let own = found.filter(|(sentence, _)| doc.is_own(*sentence));
    let mut out: Vec<Evidence> = own.filter_map(|(sentence, found)| within(doc, &sentences[sentence], found)).collect();
    let title = pasted_title(doc).filter(|it| holds(&it.title));
    out.extend(title.map(|title| Evidence { span: title.heading, by: By::Title }));
    out
}

/// A title that begins with a program's message: as a line of a log it is no prose, but as a title it was written.
fn pasted_title<'d>(doc: &'d Document) -> Option<&'d Section> {
    let title = doc.title()?;
    let clean = doc.prose().clean(title.heading);
    clean.chars().all(|it| it == MASK).then_some(title)
}

/// A place in a sentence as evidence.
pub fn within(doc: &Document, sentence: &Sentence, found: Range<usize>) -> Option<Evidence> {
    evidence(doc, sentence.place, sentence.range.start + found.start..sentence.range.start + found.end)
}

/// A place of clean text as evidence, unless it is the key of a bold label: a form's question is not an answer.
pub fn evidence(doc: &Document, place: Place, clean: Range<usize>) -> Option<Evidence> {
    let span = doc.prose().span(clean);
    (!is_printed(doc, span)).then_some(Evidence { span, by: By::of(place) })
}

/// Whether a label announces nothing. Some give their answers as quotations.
fn is_empty(doc: &Document, label: &Labelled) -> bool {
    let body = label.body;
    // Each sentence behind the label asks.
    const NEAR: usize = 16;
    let is_quoted = || doc.passages_in(body).take(NEAR).any(|it| doc.passages()[it].quoted);
    fill::is_blank(doc, label) && !is_quoted()
}

/// Bytes of a line; a longer one is no form's question or hint.
const LONGEST_QUESTION: usize = 400;

/// The same with the marks in front of it, which each sentence of the line would take off.
const LONGEST_LINE: usize = 2 * LONGEST_QUESTION;

/// Whether a place belongs to the form: the key of a bold label, or a line that is bold from end to end.
fn is_printed(doc: &Document, span: Span) -> bool {
    let label = doc.label_at(span.start);
    let is_key = label.is_some_and(|it| it.key.contains(span) && (it.bold || is_empty(doc, it)));
    let is_hint = label.is_some_and(|it| {
        it.value.contains(span) && it.value.len() <= LONGEST_QUESTION && doc.once(doc.at(it.value), is_placeholder)
    });
    let line = doc.at(doc.lines().around(span.start, doc.text()));
    let line = if line.len() <= LONGEST_LINE { line } else { "" };
    let line = line.trim_matches(|it: char| it.is_whitespace() || "-+>".contains(it));
    let line = line.strip_prefix("* ").unwrap_or(line);
    let is_bold = Some(line)
        .filter(|line| line.len() <= LONGEST_QUESTION)
        .and_then(|line| line.strip_prefix("**"))
        .and_then(|rest| rest.trim_end().strip_suffix("**"))
        .is_some_and(|inside| !inside.contains("**"));
    is_key || is_hint || is_bold && (line.contains('?') || line.trim_end_matches(['*', ' ']).ends_with(':'))
}
