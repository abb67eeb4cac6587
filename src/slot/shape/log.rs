//! What a program said: blocks of output, traces, quoted errors, attached logs.

use std::collections::HashSet;

use super::{By, Evidence, said};
use crate::document::{Document, Link, MASK, Stand};
use crate::text::Span;
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
    let own = doc.in_sentences(|it| it.contains(MASK)).filter(|it| doc.is_own(it.index));
    let masked: Vec<(Stand, Span, &str)> = own
        .flat_map(|said| {
            let before = said.text.match_indices(MASK).map(|(at, _)| &said.text[..at]);
            prose.masks(said.sentence.range.clone()).zip(before).map(|((stand, span), before)| (stand, span, before))
        })
        .filter(|(stand, _, _)| matches!(stand, Stand::Log | Stand::Code | Stand::Quotation))
        .collect();
    let spans: Vec<Span> = masked.iter().map(|it| it.1).collect();
    let errors = doc.in_spans(spans, |it| output::is_error(inside(it)));
    let mut errors = errors.into_iter().map(|it| it.0).peekable();
    let is_message = |(stand, span, before): &(Stand, Span, &str)| {
        let is_error = errors.next_if_eq(span).is_some();
        let is_told = || inside(doc.at(*span)).split_whitespace().count() > 2 && output::announces_message(before);
        *stand == Stand::Log || is_error || is_told()
    };
    let by = |stand| if stand == Stand::Quotation { By::Prose } else { By::Code };
    masked.into_iter().filter(is_message).map(|(stand, span, _)| Evidence { span, by: by(stand) }).collect()
}

/// What stands between the marks of code or of a quotation.
fn inside(masked: &str) -> &str {
    masked.trim_matches(['`', '"', '\'', '\u{201c}', '\u{201d}'])
}

/// Some quote a message as others quote a mail.
fn quoted(doc: &Document) -> Vec<Evidence> {
    let foreign = || doc.passages().iter().filter(|passage| passage.quoted);
    let pieces: Vec<Span> = foreign().flat_map(|passage| &passage.content).copied().collect();
    let errors = doc.in_spans(pieces, output::is_error);
    let is_error = |piece: &Span| errors.binary_search_by_key(piece, |it| it.0).is_ok();
    foreign()
        .filter(|passage| passage.content.iter().any(is_error))
        .map(|passage| Evidence { span: passage.span, by: By::Prose })
        .collect()
}

/// Where people put what is too long for a report.
const PASTES: &[&str] = &["pastebin.", "gist.github.", "paste.", "dpaste.", "hastebin.", "termbin.", "bpa.st/"];

/// A link that is called a log, or leads to one.
fn attached(doc: &Document) -> Vec<Evidence> {
    const LOGS: &[&str] = &["log", "trace", "crash", "sentry", "kibana", "grafana", "dump"];
    let is_log = |text: &str| {
        let mut parts = text.split(|it: char| !it.is_alphanumeric()).map(|part| part.trim_end_matches(['s', 'S']));
        parts.any(|part| LOGS.iter().any(|word| part.eq_ignore_ascii_case(word)))
    };
    let path = |link: &Link| link.target.find("://").map_or(0, |at| at + "://".len());
    let is_paste = |link: &Link| PASTES.iter().any(|host| link.target[path(link)..].starts_with(host));
    let is_log = |link: &&Link| is_paste(link) || is_log(&link.target[path(link)..]) || is_log(doc.at(link.text));
    let links = doc.links().iter().filter(|link| !link.image && is_log(link));
    links.map(|link| Evidence { span: link.span, by: By::Link }).collect()
}
