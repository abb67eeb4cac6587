//! What a change does and by what means.

use super::{By, Evidence, said};
use crate::document::Document;
use crate::text::Span;
use crate::words::english::{change, motive, reason, same_behaviour, vague_title};
use crate::words::{commit, tracker};

/// A sentence or a title that says what is changed.
pub fn what(doc: &Document) -> Vec<Evidence> {
    said::places(doc, |sentence| {
        (sentence.split_whitespace().count() > 1).then(|| change::find(sentence).unwrap_or(0..sentence.len()))
    })
}

/// Two or more changes told below the title, or one with code beside it.
pub fn how(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, change::find);
    places.retain(|place| place.by != By::Title);
    let has_code = doc.code().iter().any(|code| !code.body.trimmed(doc.text()).is_empty());
    if places.len() > 1 || has_code { places } else { Vec::new() }
}

/// Whether nobody asks a change of this title how it was checked or where to begin: it is of a small kind, after it all
/// works as before, or it was looked at elsewhere and picked.
pub fn is_plain(doc: &Document) -> bool {
    let keeps = |title: &str| reason::is_self_evident(title) || same_behaviour::is_told(title);
    doc.title().is_some_and(|title| keeps(&title.title))
        || doc.text().contains(commit::CHERRY_PICKED)
        || is_of_comments(doc)
}

/// Whether all that is said below the title is that comments or the documentation were worked on.
fn is_of_comments(doc: &Document) -> bool {
    let mut below = doc.own_sentences().filter(|(sentence, _)| !sentence.place.is_heading()).map(|(_, words)| words);
    below.next().is_some_and(same_behaviour::is_of_comments) && below.next().is_none()
}

/// How large it is.
pub fn size(doc: &Document) -> Vec<Evidence> {
    said::places(doc, change::find_size)
}

/// A reason in words, below the title or in it.
pub fn why(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, reason::find_told);
    places.retain(|place| place.by != By::Title);
    places
}

/// What a commit message gives for its change: a reason, or a deed that needs none. A message of general words alone has
/// neither, whatever they are.
pub fn motive(doc: &Document) -> Vec<Evidence> {
    if is_bare(doc) {
        return Vec::new();
    }
    let mut places = said::places(doc, motive::find);
    places.retain(|place| !is_trailer(doc, place.span));
    places
}

/// Fewer words below a subject explain nothing.
const ENOUGH_WORDS: usize = 4;

/// What a message says below its first line: it may be a reason in words that we do not know.
pub fn explanation(doc: &Document) -> Vec<Evidence> {
    if is_bare(doc) {
        return Vec::new();
    }
    let subject = doc.head();
    let mut out = Vec::new();
    for (sentence, text) in doc.own_sentences() {
        let Some(place) = said::evidence(doc, sentence.place, sentence.range.clone()) else { continue };
        let is_below = place.span.start >= subject.end;
        if is_below && !is_trailer(doc, place.span) && tracker::own_words(text) >= ENOUGH_WORDS {
            out.push(place);
        }
    }
    out
}

fn is_trailer(doc: &Document, span: Span) -> bool {
    commit::is_trailer(doc.line_near(span))
}

/// A first line that names something.
pub fn subject(doc: &Document) -> Vec<Evidence> {
    let is_named =
        !doc.passages().is_empty() && !vague_title::names_no_change(commit::told_subject(doc.at(doc.head())));
    is_named.then(|| Evidence { span: doc.head(), by: By::Title }).into_iter().collect()
}

/// Anything from which the reason may be guessed: more than a subject that names nothing, or than the note of a commit
/// that is taken back.
pub fn hint(doc: &Document) -> Vec<Evidence> {
    if is_bare(doc) { Vec::new() } else { subject(doc) }
}

/// Whether a message is nothing but a subject that names nothing, or the note of a commit that is taken back.
fn is_bare(doc: &Document) -> bool {
    let lines = doc.passages().iter().flat_map(|passage| &passage.content).flat_map(|piece| piece.lines(doc.text()));
    let own = lines.map(|line| doc.at(line).trim()).filter(|line| !line.is_empty() && !commit::is_trailer(line));
    let mut own: Vec<&str> = own.take(4).collect();
    own.iter_mut().take(1).for_each(|subject| *subject = commit::told_subject(subject));
    match own.as_slice() {
        [] => false,
        [subject] => vague_title::names_no_change(subject) || motive::is_bare_revert(subject),
        lines => lines.len() < 4 && motive::is_bare_revert(&lines.join(" ")),
    }
}
