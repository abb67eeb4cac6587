//! Exceptions that a document makes for itself, as far as they may concern what is found among many documents.

use super::Spot;
use crate::document::Document;
use crate::text::Span;

/// `<!-- pingless: allow RULE: reason -->`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exception {
    pub rules: Vec<String>,
    /// The comment that makes it.
    pub comment: Spot,
    /// What it covers: findings that begin here. The whole text for `allow-file`.
    pub spot: Spot,
}

/// The exceptions of a document. Whether they are valid is said where exceptions are judged.
pub fn all(doc: &Document) -> Vec<Exception> {
    let read = |it: &crate::document::Directive| {
        let (verb, rest) = doc.at(it.body).split_once([' ', '=', ':'])?;
        let (names, _) = rest.split_once(':').filter(|(_, reason)| !reason.trim().is_empty())?;
        let names = names.split([',', ' ']).map(str::trim).filter(|it| !it.is_empty());
        let rules: Vec<String> = names.map(str::to_owned).collect();
        let span = match verb {
            "allow-file" => Span::new(0, doc.text().len()),
            "allow" => doc.spoken_of(it),
            _ => return None,
        };
        (!rules.is_empty()).then(|| Exception { rules, comment: Spot::of(doc, it.span), spot: Spot::of(doc, span) })
    };
    doc.directives().iter().filter_map(read).collect()
}
