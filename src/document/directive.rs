//! `<!-- pingless: … -->`, and in MDX `{/* pingless: … */}`: what an author tells the linter. Only comments of the text
//! itself count, never code.

use super::{Comment, Document};
use crate::text::{Span, holds};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    /// The whole comment.
    pub span: Span,
    /// What stands after `pingless:`.
    pub body: Span,
    /// Nothing else stands on its lines: it speaks of what follows, not of its own line.
    pub alone: bool,
}

pub fn all(doc: &Document) -> Vec<Directive> {
    if !holds(doc.text(), "pingless:") {
        return Vec::new();
    }
    doc.comments().iter().filter(|it| it.is_of_text(doc)).filter_map(|it| directive(doc, it)).collect()
}

fn directive(doc: &Document, comment: &Comment) -> Option<Directive> {
    let span = comment.span;
    let told = doc.at(comment.body).strip_prefix("pingless:")?;
    let body = Span::new(comment.body.end - told.len(), comment.body.end).trimmed(doc.text());
    let before = doc.lines().around(span.start, doc.text());
    let after = doc.lines().around(span.end, doc.text());
    let before = &doc.text()[before.start..span.start];
    // The byte order mark is no text.
    let before = if span.start == before.len() { before.trim_start_matches('\u{feff}') } else { before };
    let alone = before.trim().is_empty() && doc.text()[span.end..after.end].trim().is_empty();
    Some(Directive { span, body, alone })
}

impl Document<'_> {
    /// What begins otherwise than a directive, is meant the same, and has no effect: `<!-- Pingless: allow …`,
    /// `<!-- pingless allow …`.
    pub fn misspelt_directives(&self) -> Vec<Span> {
        const VERBS: &[&str] = &["allow", "allow-file", "kind", "fact", "assumes"];
        const NAME: &str = "pingless";
        if !["ingless", "INGLESS"].iter().any(|it| holds(self.text(), it)) {
            return Vec::new();
        }
        let is_meant = |body: &str| {
            let is_named = body.get(..NAME.len()).is_some_and(|it| it.eq_ignore_ascii_case(NAME));
            let rest = || body[NAME.len()..].trim_start_matches([' ', ':', '=']);
            let is_verb = |verb: &str| VERBS.iter().any(|it| it.eq_ignore_ascii_case(verb));
            is_named
                && !body.starts_with("pingless:")
                && is_verb(rest().split([' ', '=', ':']).next().unwrap_or_default())
        };
        let comments = self.comments().iter().filter(|it| it.is_of_text(self) && is_meant(self.at(it.body)));
        comments.map(|it| it.body).collect()
    }

    /// The outermost block that begins after `offset`; comments between blocks do not count.
    pub fn block_after(&self, offset: usize) -> Option<Span> {
        let blocks = &self.model().blocks;
        blocks.get(blocks.partition_point(|block| block.start < offset)).copied()
    }

    /// The outermost block that begins before `offset`.
    pub fn block_before(&self, offset: usize) -> Option<Span> {
        let blocks = &self.model().blocks;
        blocks.partition_point(|block| block.start < offset).checked_sub(1).map(|number| blocks[number])
    }
}
