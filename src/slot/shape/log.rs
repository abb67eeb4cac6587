//! What a program said: blocks of output, traces, quoted errors, attached logs.

use std::collections::HashSet;

use super::{By, Evidence, said};
use crate::document::{Document, Link, MASK, Stand};
use crate::words::output;

/// An error or a log, wherever it stands.
pub fn output(doc: &Document) -> Vec<Evidence> {
    let mut out = blocks(doc);
    out.extend(masked(doc));
    out.extend(quoted(doc));
    out.extend(attached(doc));
    out.extend(said::places(doc, output::find_named));
    out
}

/// Blocks with an error in them, shells at work, and whatever else the text before them calls output.
fn blocks(doc: &Document) -> Vec<Evidence> {
    let printed: HashSet<usize> = doc.in_code(output::is_mostly_output).map(|(index, _)| index).collect();
    let told: HashSet<usize> =
        doc.in_code(output::holds_error).chain(doc.in_code(output::is_session)).map(|(index, _)| index).collect();
    let found = doc.code().iter().enumerate().filter(|(index, code)| {
        let before = doc.text()[..code.span.start].trim_end();
        let is_called_so = || match printed.contains(index) {
            true => output::announces_message(before),
            false => !output::names_language(&code.info) && output::announces_output(before),
        };
        told.contains(index) || is_called_so()
    });
    found.map(|(_, code)| Evidence { span: code.span, by: By::Code }).collect()
}

/// Log lines in running text, and messages in quotation marks or as code.
fn masked(doc: &Document) -> Vec<Evidence> {
    let prose = doc.prose();
    let mut out = Vec::new();
    for (sentence, text) in doc.own_sentences().filter(|(_, text)| text.contains(MASK)) {
        let places = text.match_indices(MASK).map(|(at, _)| at);
        for ((stand, span), at) in prose.masks(sentence.range.clone()).zip(places) {
            let inside = doc.at(span).trim_matches(['`', '"', '\'', '\u{201c}', '\u{201d}']);
            let is_told = || inside.split_whitespace().count() > 2 && output::announces_message(&text[..at]);
            let is_message = match stand {
                Stand::Log => true,
                Stand::Code | Stand::Quotation => doc.once(inside, output::is_error) || is_told(),
                _ => false,
            };
            if is_message {
                out.push(Evidence { span, by: if stand == Stand::Quotation { By::Prose } else { By::Code } });
            }
        }
    }
    out
}

/// Some quote a message as others quote a mail.
fn quoted(doc: &Document) -> Vec<Evidence> {
    let foreign = doc.passages().iter().filter(|passage| passage.quoted);
    let errors =
        foreign.filter(|passage| passage.content.iter().any(|piece| doc.once(doc.at(*piece), output::is_error)));
    errors.map(|passage| Evidence { span: passage.span, by: By::Prose }).collect()
}

/// A link that is called a log, or leads to one.
fn attached(doc: &Document) -> Vec<Evidence> {
    const LOGS: &[&str] = &["log", "trace", "crash", "sentry", "kibana", "grafana", "dump"];
    let is_log = |text: &str| {
        let mut parts = text.split(|it: char| !it.is_alphanumeric()).map(|part| part.trim_end_matches(['s', 'S']));
        parts.any(|part| LOGS.iter().any(|word| part.eq_ignore_ascii_case(word)))
    };
    let path = |link: &Link| link.target.find("://").map_or(0, |at| at + "://".len());
    let is_log = |link: &&Link| is_log(&link.target[path(link)..]) || is_log(doc.at(link.text));
    let links = doc.links().iter().filter(|link| !link.image && is_log(link));
    links.map(|link| Evidence { span: link.span, by: By::Link }).collect()
}
