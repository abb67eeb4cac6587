//! Code: in a block of its own, in a line, behind a link. What a program printed stands in blocks too and is no source.

use std::collections::HashSet;

use super::{By, Evidence, line, said};
use crate::document::{CodeBlock, Document, Link, Place, Stand};
use crate::text::Span;
use crate::words::{address, output, specific, tracker};

/// A block with something in it, whatever that is.
pub fn block(doc: &Document) -> Vec<Evidence> {
    blocks(doc, |_, _| true)
}

/// Source or configuration in a block of its own: with it somebody may make it happen.
pub fn source_block(doc: &Document) -> Vec<Evidence> {
    let printed: HashSet<usize> = doc.in_code(output::is_mostly_output).map(|(index, _)| index).collect();
    let failed: HashSet<usize> = doc.in_code(output::holds_error).map(|(index, _)| index).collect();
    blocks(doc, |index, code| {
        !printed.contains(&index) || !failed.contains(&index) && output::names_language(&code.info)
    })
}

fn blocks(doc: &Document, is_wanted: impl Fn(usize, &CodeBlock) -> bool) -> Vec<Evidence> {
    let filled = doc.code().iter().enumerate().filter(|(_, code)| !code.body.trimmed(doc.text()).is_empty());
    let wanted = filled.filter(|(index, code)| is_wanted(*index, code));
    wanted.map(|(_, code)| Evidence { span: code.span, by: By::Code }).collect()
}

/// Source that is not only the output of a program, or a link to it.
pub fn source(doc: &Document) -> Vec<Evidence> {
    let mut out = source_block(doc);
    out.extend(source_in_prose(doc));
    out
}

/// Whether there is any.
pub fn has_source(doc: &Document) -> bool {
    !source_block(doc).is_empty() || !source_in_prose(doc).is_empty()
}

fn source_in_prose(doc: &Document) -> Vec<Evidence> {
    let lines = doc.in_spans(inline(doc), output::is_expression);
    let mut out: Vec<Evidence> = lines.into_iter().map(|(span, _)| Evidence { span, by: By::Code }).collect();
    out.extend(said::places(doc, output::find_line_of_file));
    out.extend(said::places(doc, tracker::find_commit));
    out.extend(pasted(doc));
    let links = doc.links().iter().filter(|link| !link.image && doc.once(&link.target, address::leads_to_code));
    out.extend(links.map(|link| Evidence { span: link.span, by: By::Link }));
    out
}

/// Inline code that names a place in a program: who asks about `Order#total` says which code it is about.
pub fn named(doc: &Document) -> Vec<Evidence> {
    let named = doc.in_spans(inline(doc), specific::names_code).into_iter();
    named.map(|(span, _)| Evidence { span, by: By::Code }).collect()
}

fn inline(doc: &Document) -> Vec<Span> {
    let prose = doc.prose();
    prose.masks(0..prose.text().len()).filter(|(stand, _)| *stand == Stand::Code).map(|(_, span)| span).collect()
}

/// Statements among the lines of a paragraph.
fn pasted(doc: &Document) -> Vec<Evidence> {
    let own = doc.passages().iter().filter(|passage| !passage.quoted && passage.place == Place::Paragraph);
    let lines = own.flat_map(|passage| &passage.content).flat_map(|piece| line::within(doc, *piece));
    let lines: Vec<Span> = lines.map(|it| it.0).collect();
    let statements = doc.in_spans(lines, output::is_statement).into_iter();
    statements.map(|(span, _)| Evidence { span, by: By::Code }).collect()
}

/// A link to something that runs: a sandbox, a repository made for it.
pub fn runnable(doc: &Document) -> Vec<Evidence> {
    let is_runnable = |link: &&Link| {
        let target = &link.target;
        let is_made_for_it = || address::is_made_to_show(target) || is_alone(doc, link);
        !link.image && (address::leads_to_sandbox(target) || address::leads_to_repository(target) && is_made_for_it())
    };
    doc.links().iter().filter(is_runnable).map(|link| Evidence { span: link.span, by: By::Link }).collect()
}

/// More words than these beside a link say why it is there.
const BESIDE_LINK: usize = 3;

/// Whether a link is nearly all that its line holds. In the middle of a sentence a repository is mostly one of the
/// things that the sentence speaks of.
fn is_alone(doc: &Document, link: &Link) -> bool {
    let line = doc.span_near(link.span);
    let before = doc.at(Span::new(line.start, link.span.start));
    let after = doc.at(Span::new(link.span.end.min(line.end), line.end));
    before.split_whitespace().chain(after.split_whitespace()).nth(BESIDE_LINK).is_none()
}
