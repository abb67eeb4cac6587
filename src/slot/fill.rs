//! How much of an answer stands below a heading or behind a label.

use super::State;
use crate::document::{Document, Labelled, Passage, Stand};
use crate::text::Span;
use crate::words::english::placeholder::is_placeholder;
use crate::words::english::template;
use crate::words::list::is_among;
use crate::words::near;
use crate::words::sentence::{self, count_words};

/// How much of an answer stands in `body`: nothing but a link is a part of one.
pub fn fill(doc: &Document, body: Span) -> State {
    /// Passages of a form that nobody has filled in.
    const MOST: usize = 64;
    filled(doc, body, MOST)
}

fn filled(doc: &Document, body: Span, most: usize) -> State {
    let body = beginning(doc, body.trimmed(doc.text()), most);
    if body.is_empty() {
        return State::Absent;
    }
    let has_code =
        doc.code_in(body).iter().any(|code| body.contains(code.span) && !code.body.trimmed(doc.text()).is_empty());
    let has_image = doc.links_in(body).iter().any(|link| link.image && body.contains(link.span));
    if has_code || has_image {
        return State::Present;
    }
    let passages = doc.passages();
    let first = passages.partition_point(|passage| passage.span.end <= body.start);
    let inside = passages[first..].iter().take_while(|passage| passage.span.start < body.end);
    let bare = bare_labels(doc, body);
    let mut counts = inside.filter(|it| !it.place.is_heading()).map(|it| words(doc, it, body, bare + 1));
    // One word more than the labels is an answer, however many follow.
    let has_words = counts.try_fold(0, |before, count| Some(before + count).filter(|sum| *sum <= bare)).is_none();
    let has_link = || doc.links_in(body).iter().any(|link| body.contains(link.span));
    match has_words {
        true => State::Present,
        false if is_answered_in_quotation(doc, body) => State::Present,
        false if has_link() => State::Partial,
        false => State::Absent,
    }
}

/// Whether a form has its hint in a quotation, and its writer's answer stands in another one below: "> Here you can write what was
/// done", "> I have mended the export".
fn is_answered_in_quotation(doc: &Document, body: Span) -> bool {
    const MOST: usize = 4;
    const FEWEST_WORDS: usize = 3;
    let quoted =
        doc.passages_in(body).map(|it| &doc.passages()[it]).take_while(|it| it.quoted && body.contains(it.span));
    let mut quoted = quoted.take(MOST).map(|it| doc.at(it.span));
    let speaks = |text: &str, words: &str| {
        near::ahead(text).split(|it: char| !it.is_alphabetic()).any(|it| is_among(words, &it.to_lowercase()))
    };
    let is_hinted = quoted.next().is_some_and(|hint| speaks(hint, "you your"));
    is_hinted
        && quoted.any(|it| speaks(it, "i we my our") && !speaks(it, "you your") && count_words(it) >= FEWEST_WORDS)
}

/// Whether a label announces nothing. Each sentence behind it asks again, and it is read once.
pub fn is_blank(doc: &Document, label: &Labelled) -> bool {
    /// Passages. What stands behind more blank ones answers another label.
    const MOST: usize = 8;
    *label.is_blank.get_or_init(|| filled(doc, label.body, MOST) == State::Absent)
}

/// As much of a body as anybody looks through for an answer: an item may hold thousands of labels, the body of each of which
/// reaches to its end.
fn beginning(doc: &Document, body: Span, most: usize) -> Span {
    const LONGEST: usize = 16 * 1024;
    let passages = doc.passages();
    let first = passages.partition_point(|passage| passage.span.end <= body.start);
    let beyond = passages.get(first + most).map_or(body.end, |it| it.span.start);
    // No answer of one passage is cut.
    let long = passages[first..].iter().take(most).map(|it| it.span.end).find(|end| *end > body.start + LONGEST);
    Span::new(body.start, body.end.min(beyond.max(body.start)).min(long.unwrap_or(body.end)))
}

/// The words of labels with nothing behind them: an untouched form has nothing else.
fn bare_labels(doc: &Document, body: Span) -> usize {
    let labels = doc.labels();
    let first = labels.partition_point(|label| label.key.start < body.start);
    let inside = labels[first..].iter().take_while(|label| label.key.start < body.end);
    // "**Accepted**" and nothing else, with no colon, is the answer.
    if labels.get(first).is_some_and(|it| it.bold && is_all(doc.at(body), doc.at(it.key))) {
        return 0;
    }
    let is_bare = |value: &str| value.is_empty() || value.starts_with("<!--") && value.ends_with("-->");
    inside.filter(|label| is_bare(doc.at(label.value))).map(|label| count_words(doc.at(label.key))).sum()
}

/// Whether a text is one word or a few in bold, and nothing else: "- **Accepted**".
fn is_all(text: &str, bold: &str) -> bool {
    let text = ["- ", "* ", "+ "].iter().find_map(|it| text.strip_prefix(it)).unwrap_or(text);
    text.len() == bold.len() + 4 && text.starts_with(['*', '_']) && !bold.ends_with('?')
}

/// The words of a passage that lie in `body`, where they are fewer than enough; a placeholder has none, and a masked quotation or
/// code span is one.
fn words(doc: &Document, passage: &Passage, body: Span, enough: usize) -> usize {
    let part = Span::new(passage.span.start.max(body.start), passage.span.end.min(body.end));
    let prose = doc.prose();
    // A field of a header in a quotation is asked for by itself.
    let is_part = passage.span.contains(body) && body.len() < passage.span.len();
    let clean = match passage.quoted {
        true if is_part => doc.at(part),
        true => "",
        false => prose.clean(part),
    };
    let masked = prose.masks(prose.clean_range(part)).filter(|(stand, _)| *stand != Stand::Address).count();
    if masked == 0 && doc.once(clean, is_placeholder) || !doc.once(clean, template::find).is_empty() {
        return 0;
    }
    let unsaid = unsaid(doc, part);
    let said = sentence::words(clean).take(enough + unsaid).count();
    (said + masked).saturating_sub(unsaid)
}

/// The words of a passage that are the keys of its labels, or placeholders behind them: "OS: [e.g. Linux]".
fn unsaid(doc: &Document, part: Span) -> usize {
    let from = doc.labels().partition_point(|label| label.key.start < part.start);
    let inside = doc.labels()[from..].iter().take_while(|label| label.key.start < part.end);
    let unsaid = inside.filter(|label| !label.bold).map(|label| {
        let value = doc.at(label.value);
        count_words(doc.at(label.key)) + if doc.once(value, is_placeholder) { count_words(value) } else { 0 }
    });
    unsaid.sum()
}
