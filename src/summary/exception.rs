//! Exceptions that a document makes for itself, as far as they may concern what is found among many documents.

use super::Spot;
use crate::document::Document;

/// `<!-- pingless: allow RULE: reason -->`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exception {
    pub rules: Vec<String>,
    /// What it covers: findings that begin here. The whole text for `allow-file`.
    pub spot: Spot,
}

/// The exceptions of a document. Whether they are valid is said where exceptions are judged.
pub fn all(doc: &Document) -> Vec<Exception> {
    let read = |it: &crate::document::Directive| {
        let body = doc.at(it.body);
        let (verb, rest) = body.split_once(' ')?;
        let names = rest.split_once(':').map(|(names, _)| names)?;
        let rules = names.split([',', ' ']).filter(|it| !it.is_empty()).map(str::to_owned).collect();
        let span = match verb {
            "allow-file" => crate::text::Span::new(0, doc.text().len()),
            "allow" if it.alone => doc.block_after(it.span.end)?,
            "allow" => doc.lines().around(it.span.start, doc.text()),
            _ => return None,
        };
        Some(Exception { rules, spot: Spot::of(doc, span) })
    };
    doc.directives().iter().filter_map(read).collect()
}
