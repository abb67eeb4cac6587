//! `rules/refer/announced-not-given.md`

use crate::document::{Document, Place as Stands, Stand};
use crate::finding::Findings;
use crate::words::english::announce::{self, Announcement, Evidence, Place};
use crate::words::output;

/// The first announcement of a text that holds nothing of the sort.
pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    for (index, sentence) in prose.sentences().iter().enumerate() {
        if matches!(sentence.place, Stands::Heading(_)) {
            continue;
        }
        let text = &prose.text()[sentence.range.clone()];
        let Some(announced) = announce::find(text) else { continue };
        if is_given(doc, &announced, index) {
            continue;
        }
        let start = sentence.range.start;
        let span = prose.span(start + announced.range.start..start + announced.range.end);
        let flag = found.flag(span, "announced, and not here").asks(question(announced.what));
        // What is attached may be where no text shows it.
        if announced.place == Place::Attached || !doc.is_message() {
            flag.unsure();
        }
        return;
    }
}

fn question(what: Evidence) -> &'static str {
    match what {
        Evidence::Output => "What exactly does it say?",
        Evidence::Code => "Which code is meant?",
        Evidence::Picture => "What is to be seen on it?",
        Evidence::File => "Where is it?",
    }
}

/// Whether anything in the text can be what is announced: rather too much counts than too little.
fn is_given(doc: &Document, announced: &Announcement, sentence: usize) -> bool {
    let has_link = !doc.links().is_empty();
    let is_filled = |body: crate::text::Span| !body.trimmed(doc.text()).is_empty();
    let has_block = || doc.code().iter().any(|code| is_filled(code.body));
    let prose = doc.prose();
    let has = |stands: &[Stand]| prose.masks(0..prose.text().len()).any(|(stand, _)| stands.contains(&stand));
    let is_quoted = || doc.passages().iter().any(|passage| passage.quoted);
    match announced.what {
        _ if announced.place == Place::Last && sentence + 1 < prose.sentences().len() => true,
        _ if has_link || has(&[Stand::Image, Stand::Address]) => true,
        Evidence::Picture => false,
        _ if has_block() || is_quoted() || has(&[Stand::Code, Stand::Log]) => true,
        Evidence::Code => has_statement(doc),
        Evidence::Output => has(&[Stand::Quotation]) || says_error(doc) || goes_on(doc, announced, sentence),
        Evidence::File => has(&[Stand::Quotation]),
    }
}

/// People paste code without a fence.
fn has_statement(doc: &Document) -> bool {
    doc.text().lines().any(|line| output::is_statement(line) || line.contains(['{', ';', '=', '(']))
}

/// A line that a program said, or an error by its name.
fn says_error(doc: &Document) -> bool {
    let prose = doc.prose();
    // "This error" itself is what is looked for, and no name.
    let is_name = |found: &str| !["this", "these", "following"].iter().any(|it| found.to_lowercase().starts_with(it));
    let named = |text: &str| output::find_named(text).is_some_and(|found| is_name(&text[found]));
    doc.text().lines().any(output::is_error)
        || prose.sentences().iter().any(|it| named(&prose.text()[it.range.clone()]))
}

/// Whether words follow that may be the message itself, in no dress at all.
fn goes_on(doc: &Document, announced: &Announcement, index: usize) -> bool {
    let prose = doc.prose();
    let sentences = prose.sentences();
    let rest = &prose.text()[sentences[index].range.clone()][announced.range.end..];
    if rest.contains(':') && rest.split_whitespace().count() > 1 {
        return true;
    }
    let next = sentences.get(index + 1).filter(|it| !matches!(it.place, Stands::Heading(_)));
    rest.trim_end().ends_with(':') && next.is_some()
}
