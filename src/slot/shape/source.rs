//! What it happens with: source or configuration in a block, or a link to where it stands.

use super::{By, Evidence, line, said};
use crate::document::{Document, Place, Stand};
use crate::words::{address, output, tracker};

/// Source in a block of its own: with it somebody may make it happen.
pub fn block(doc: &Document) -> Vec<Evidence> {
    let blocks = doc.code().iter().filter(|code| {
        let body = doc.at(code.body);
        let is_printed =
            output::is_mostly_output(body) && (output::holds_error(body) || !output::names_language(&code.info));
        !body.trim().is_empty() && !is_printed
    });
    blocks.map(|code| Evidence { span: code.span, by: By::Code }).collect()
}

/// Code that is not only the output of a program, or a link to code.
pub fn shown(doc: &Document) -> Vec<Evidence> {
    let mut out = block(doc);
    let prose = doc.prose();
    let inline = prose.masks(0..prose.text().len()).filter(|(stand, _)| *stand == Stand::Code).map(|(_, span)| span);
    let lines = inline.filter(|span| output::is_expression(doc.at(*span)));
    out.extend(lines.map(|span| Evidence { span, by: By::Code }));
    out.extend(said::places(doc, output::find_line_of_file));
    out.extend(said::places(doc, tracker::find_commit));
    out.extend(pasted(doc));
    let links = doc.links().iter().filter(|link| !link.image && address::leads_to_code(&link.target));
    out.extend(links.map(|link| Evidence { span: link.span, by: By::Link }));
    out
}

/// Statements among the lines of a paragraph.
fn pasted(doc: &Document) -> Vec<Evidence> {
    let own = doc.passages().iter().filter(|passage| !passage.quoted && passage.place == Place::Paragraph);
    let lines = own.flat_map(|passage| &passage.content).flat_map(|piece| line::within(doc, *piece));
    lines.filter(|(_, line)| output::is_statement(line)).map(|(span, _)| Evidence { span, by: By::Code }).collect()
}

/// A link to something that runs: a sandbox, a repository made for it.
pub fn runnable(doc: &Document) -> Vec<Evidence> {
    let links = doc.links().iter().filter(|link| !link.image && address::leads_to_sandbox(&link.target));
    links.map(|link| Evidence { span: link.span, by: By::Link }).collect()
}
