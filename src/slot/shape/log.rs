//! What a program said: blocks of output, traces, quoted errors, attached logs.

use super::{By, Evidence, said};
use crate::document::{Document, MASK, Stand};
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
    let printed = doc.code().iter().filter(|code| {
        let body = doc.at(code.body);
        let before = doc.text()[..code.span.start].trim_end();
        let is_called_so = || match output::is_mostly_output(body) {
            true => output::announces_message(before),
            false => !output::names_language(&code.info) && output::announces_output(before),
        };
        output::holds_error(body) || output::is_session(body) || is_called_so()
    });
    printed.map(|code| Evidence { span: code.span, by: By::Code }).collect()
}

/// Log lines in running text, and messages in quotation marks or as code.
fn masked(doc: &Document) -> Vec<Evidence> {
    let prose = doc.prose();
    let mut out = Vec::new();
    for (sentence, text) in doc.own_sentences() {
        let places = text.match_indices(MASK).map(|(at, _)| at);
        for ((stand, span), at) in prose.masks(sentence.range.clone()).zip(places) {
            let inside = doc.at(span).trim_matches(['`', '"', '\'', '\u{201c}', '\u{201d}']);
            let is_told = || inside.split_whitespace().count() > 2 && output::announces_message(&text[..at]);
            let is_message = match stand {
                Stand::Log => true,
                Stand::Code | Stand::Quotation => output::is_error(inside) || is_told(),
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
    let errors = foreign.filter(|passage| passage.content.iter().any(|piece| output::is_error(doc.at(*piece))));
    errors.map(|passage| Evidence { span: passage.span, by: By::Prose }).collect()
}

/// A link that is called a log, or leads to one.
fn attached(doc: &Document) -> Vec<Evidence> {
    let is_log = |target: &str, text: &str| {
        let target = target.to_ascii_lowercase();
        let text = text.to_ascii_lowercase();
        ["log", "trace", "crash", "sentry", "kibana", "grafana", "dump"].iter().any(|word| {
            let path = target.split_once("://").map_or(target.as_str(), |(_, rest)| rest);
            path.split(|it: char| !it.is_alphanumeric()).any(|part| part.trim_end_matches('s') == *word)
                || text.split(|it: char| !it.is_alphanumeric()).any(|part| part.trim_end_matches('s') == *word)
        })
    };
    let links = doc.links().iter().filter(|link| !link.image && is_log(&link.target, doc.at(link.text)));
    links.map(|link| Evidence { span: link.span, by: By::Link }).collect()
}
