//! Which version: a number that belongs to no platform, in the text, beside a package's name, or a moving "latest".

use super::{By, Evidence, line, said};
use crate::document::{Document, Stand};
use crate::slot::{State, fill};
use crate::text::Span;
use crate::words::{platform, version};

pub fn named(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, version::find);
    places.extend(in_code(doc));
    places.extend(in_code_spans(doc));
    places.extend(titled(doc));
    let title = doc.title().filter(|title| version::find_in_title(&title.title).is_some());
    places.extend(title.map(|title| Evidence { span: title.heading, by: By::Title }));
    places
}

/// A form's "Product version", filled in; "Python version" is the environment's.
fn titled(doc: &Document) -> Vec<Evidence> {
    let is_version = |name: &str| name.strip_suffix(" version").is_some_and(|of| !is_platform(of));
    let sections = doc.sections().iter().map(|it| (&it.name, it.heading, it.body));
    let labels = doc.labels().iter().map(|it| (&it.name, it.key, it.body));
    let named = sections.chain(labels).filter(|(name, ..)| is_version(name));
    let filled = named.filter(|(.., body)| fill::fill(doc, *body) == State::Present);
    filled.map(|(_, span, _)| Evidence { span, by: By::Heading }).collect()
}

/// `"left-pad": "^1.3.0"`, `left-pad@1.3.0`, `left-pad==1.3`: a dependency with its number; and what a tool answers that
/// is asked for its version.
fn in_code(doc: &Document) -> Vec<Evidence> {
    let mut out = Vec::new();
    let (mut second, mut first) = ("", "");
    for (span, line) in line::of_code(doc) {
        let is_answer = || platform::asked_for_version(first).is_some_and(|tool| !is_platform(tool));
        let is_locked = || line.starts_with("version = ") && second == "[[package]]";
        let range = version::find_dependency(line)
            .or_else(|| version::find(line).filter(|_| is_answer()))
            .or_else(|| version::find_labelled(line).filter(|of| !is_platform(&line[of.clone()])))
            .or_else(|| is_locked().then_some(0..line.len()));
        let found = range.map(|range| Span::new(span.start + range.start, span.start + range.end));
        out.extend(found.map(|span| Evidence { span, by: By::Code }));
        (second, first) = (first, line);
    }
    out
}

/// Whether a tool is a platform for others: `node`, `python`.
fn is_platform(tool: &str) -> bool {
    platform::ends_before_number(&format!("{tool} "))
}

fn in_code_spans(doc: &Document) -> Vec<Evidence> {
    let prose = doc.prose();
    let spans = prose.masks(0..prose.text().len()).filter(|(stand, _)| *stand == Stand::Code).map(|(_, span)| span);
    let numbered = spans.filter(|span| version::is_named(doc.at(*span)));
    numbered.map(|span| Evidence { span, by: By::Code }).collect()
}
