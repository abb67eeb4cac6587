//! `rules/refer/announced-not-given.md`

use std::cell::LazyCell;

use crate::document::{Document, Place as Stands, Stand};
use crate::finding::Findings;
use crate::words::english::announce::{self, Announcement, Evidence, Place};
use crate::words::output;

/// The first announcement of a text that holds nothing of the sort: rather too much counts than too little.
pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    // Each is looked for in the whole text: once, however much is announced.
    let says_error = LazyCell::new(|| says_error(doc));
    let has_statement = LazyCell::new(|| has_statement(doc));
    // What is announced may be behind any link.
    let is_linked = !doc.links().is_empty() || has(doc, &[Stand::Image, Stand::Address]);
    let is_shown = LazyCell::new(|| is_shown(doc));
    let is_quoted = LazyCell::new(|| has(doc, &[Stand::Quotation]));
    let is_given = |announced: &Announcement, sentence: usize| match announced.what {
        _ if announced.place == Place::Last && sentence + 1 < prose.sentences().len() => true,
        Evidence::Picture => false,
        _ if *is_shown => true,
        Evidence::Code => *has_statement,
        Evidence::Output => *is_quoted || *says_error || goes_on(doc, announced, sentence),
        Evidence::File => *is_quoted,
    };
    if is_linked {
        return;
    }
    for (index, sentence) in prose.sentences().iter().enumerate() {
        if matches!(sentence.place, Stands::Heading(_)) {
            continue;
        }
        let text = &prose.text()[sentence.range.clone()];
        let Some(announced) = announce::find(text) else { continue };
        if is_given(&announced, index) {
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

fn has(doc: &Document, stands: &[Stand]) -> bool {
    let prose = doc.prose();
    prose.masks(0..prose.text().len()).any(|(stand, _)| stands.contains(&stand))
}

/// Whether the text shows anything in a block, a quotation, code or a log.
fn is_shown(doc: &Document) -> bool {
    doc.code().iter().any(|code| !code.body.trimmed(doc.text()).is_empty())
        || doc.passages().iter().any(|passage| passage.quoted)
        || has(doc, &[Stand::Code, Stand::Log])
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
