//! `rules/decide/edited-after-accepted.md`

use std::collections::{HashMap, HashSet};

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::standing;
use crate::text::Span;
use crate::words::english::amendment;
use crate::words::letters::squeezed;

/// The part that was agreed to.
const DECISION: &[&str] = &["decision", "decision outcome", "outcome", "decided"];
/// Fields that say when a text was last changed.
const DATES: &[&str] =
    &["date", "updated", "last updated", "last-updated", "last modified", "modified", "amended", "revised", "version"];
/// Fewer words are a label or a leftover.
const FEW_WORDS: usize = 4;
/// No decision is that long: the bound is for texts that were made to be slow.
const MOST_SENTENCES: usize = 300;

/// A sentence of the decision.
struct Said {
    span: Span,
    words: Vec<String>,
    /// The same, to be asked for one of them.
    known: HashSet<String>,
}

/// What a change made of the decision.
enum Edit<'s> {
    Changed(&'s Said, &'s Said),
    Added(&'s Said),
    Gone(&'s Said),
}

pub fn check(doc: &Document, before: &Document, found: &mut Findings) {
    if !standing::is_settled(before) || !standing::is_settled(doc) {
        return;
    }
    let (old, new) = (decision(before), decision(doc));
    let is_bounded = |it: &[Said]| !it.is_empty() && it.len() <= MOST_SENTENCES;
    if !is_bounded(&old) || !is_bounded(&new) {
        return;
    }
    let edits = edits(&old, &new);
    if edits.is_empty() || is_told(doc, before) {
        return;
    }
    let place = |edit: &Edit| match edit {
        Edit::Changed(_, now) => (now.span, "it said something else when it was accepted"),
        Edit::Added(now) => (now.span, "it was not there when it was accepted"),
        // What is gone has no place of its own.
        Edit::Gone(_) => (new[0].span, "something was taken out since it was accepted"),
    };
    let (at, said) = place(&edits[0]);
    let label = match &edits[0] {
        Edit::Changed(was, _) | Edit::Gone(was) => format!("{said}: `{}`", short(before.at(was.span))),
        Edit::Added(_) => said.to_owned(),
    };
    let flag = found.flag(at, label);
    // Many archives let their authors mend a record in silence.
    flag.unsure();
    flag.and_here(edits[1..].iter().filter(|it| !matches!(it, Edit::Gone(_))).take(3).map(|it| place(it).0));
}

/// The sentences of the decision, without headings.
fn decision(doc: &Document) -> Vec<Said> {
    let parts = doc.under(DECISION);
    let prose = doc.prose();
    let mut said = Vec::new();
    for sentence in prose.sentences() {
        let span = prose.span(sentence.range.clone());
        let is_inside = span.is_in(&parts);
        let is_heading = doc.passages().get(sentence.passage).is_some_and(|it| it.place.is_heading());
        if is_inside && !is_heading {
            let words = words(&prose.readable(doc, sentence.range.clone()));
            let known = words.iter().cloned().collect();
            said.push(Said { span, words, known });
        }
    }
    said.retain(|it| !it.words.is_empty());
    said
}

fn words(text: &str) -> Vec<String> {
    let parts = text.split(|it: char| !it.is_alphanumeric() && !matches!(it, '\'' | '\u{2019}' | '#'));
    // `#1078` is where something is followed up, and nothing that was decided.
    parts.filter(|it| !it.is_empty() && !it.starts_with('#')).map(str::to_lowercase).collect()
}

/// What was changed in substance. What was only moved, split or joined is the same.
fn edits<'s>(old: &'s [Said], new: &'s [Said]) -> Vec<Edit<'s>> {
    let kept: HashSet<&[String]> = new.iter().map(|it| it.words.as_slice()).collect();
    let known: HashSet<&[String]> = old.iter().map(|it| it.words.as_slice()).collect();
    let gone: Vec<&Said> = old.iter().filter(|it| !kept.contains(it.words.as_slice())).collect();
    let mut come: Vec<&Said> = new.iter().filter(|it| !known.contains(it.words.as_slice())).collect();
    let all = |them: &[&'s Said]| -> Vec<&'s String> { them.iter().flat_map(|it| &it.words).collect() };
    if all(&gone) == all(&come) {
        return Vec::new();
    }
    let mut edits = Vec::new();
    for was in gone {
        let nearest = (0..come.len()).max_by_key(|at| shared(was, come[*at]));
        let now = nearest.filter(|at| is_near(was, come[*at])).map(|at| come.remove(at));
        match now {
            Some(now) if is_substance(was, now) => edits.push(Edit::Changed(was, now)),
            None if was.words.len() >= FEW_WORDS => edits.push(Edit::Gone(was)),
            _ => {}
        }
    }
    if are_names(&edits) && come.is_empty() {
        return Vec::new();
    }
    edits.extend(come.into_iter().filter(|it| it.words.len() >= FEW_WORDS).map(Edit::Added));
    edits.sort_by_key(|it| match it {
        Edit::Changed(_, now) => (0, now.span.start),
        Edit::Gone(was) => (1, was.span.start),
        Edit::Added(now) => (2, now.span.start),
    });
    edits
}

/// Whether a name was changed throughout, and nothing else.
fn are_names(edits: &[Edit]) -> bool {
    let mut seen: HashMap<(&str, &str), usize> = HashMap::new();
    for edit in edits {
        let Edit::Changed(was, now) = edit else { return false };
        if was.words.len() != now.words.len() {
            return false;
        }
        for (was, now) in was.words.iter().zip(&now.words).filter(|(was, now)| was != now) {
            *seen.entry((was, now)).or_default() += 1;
        }
    }
    let is_name = |word: &str| !amendment::binds(word) && !word.contains(|it: char| it.is_ascii_digit());
    seen.iter().all(|((was, now), times)| *times > 1 && is_name(was) && is_name(now))
}

/// How many words of one are in the other.
fn shared(one: &Said, other: &Said) -> usize {
    one.words.iter().filter(|it| other.known.contains(*it)).count()
}

fn is_near(one: &Said, other: &Said) -> bool {
    shared(one, other) * 2 >= one.words.len().min(other.words.len())
}

/// Whether a reader would do something else: a figure, a word that binds or takes back, or several words are others.
fn is_substance(was: &Said, now: &Said) -> bool {
    const SEVERAL: usize = 3;
    let missing = |from: &Said, of: &Said| -> Vec<String> {
        from.words.iter().filter(|it| !of.known.contains(*it)).cloned().collect()
    };
    let (gone, come) = (missing(was, now), missing(now, was));
    let is_typo = |word: &String, others: &[String]| others.iter().any(|it| amendment::is_same_word(word, it));
    let gone_really = gone.iter().filter(|it| !is_typo(it, &come));
    let come_really = come.iter().filter(|it| !is_typo(it, &gone));
    let all: Vec<&String> = gone_really.chain(come_really).collect();
    let has_weight = all.iter().any(|it| it.contains(|it: char| it.is_ascii_digit()) || amendment::binds(it));
    has_weight || all.iter().filter(|it| it.chars().count() > 3).count() >= SEVERAL
}

/// Whether the change says of itself that it is one: a note, another status, another day.
fn is_told(doc: &Document, before: &Document) -> bool {
    let known: HashSet<&str> = before.text().lines().map(str::trim).collect();
    let is_noted = doc.text().lines().map(str::trim).any(|it| !known.contains(it) && amendment::is_note(it));
    let stood = |it: &Document| -> Vec<String> { standing::statuses(it).into_iter().map(|it| it.text).collect() };
    let dated = |it: &Document| -> Vec<String> {
        it.fields().iter().filter(|it| DATES.contains(&it.name.as_str())).map(|it| it.text.clone()).collect()
    };
    is_noted || stood(doc) != stood(before) || dated(doc) != dated(before)
}

/// The beginning of a sentence, in one line.
fn short(text: &str) -> String {
    const LETTERS: usize = 90;
    let line = squeezed(text).replace('`', "'");
    match line.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
