//! Code blocks, fenced or indented.

use super::Document;
use crate::markdown::{BlockKind, InlineKind};
use crate::text::Span;

#[derive(Debug, Clone)]
pub struct CodeBlock {
    pub span: Span,
    /// The language or whatever else follows the opening fence.
    pub info: String,
    pub body: Span,
}

pub fn all(doc: &Document) -> Vec<CodeBlock> {
    doc.blocks()
        .iter()
        .filter_map(|(_, block)| match block.kind {
            BlockKind::Code { info, body } => {
                let info = info.map(|info| doc.at(info).to_owned()).unwrap_or_default();
                Some(CodeBlock { span: block.span, info, body })
            }
            _ => None,
        })
        .collect()
}

impl Document<'_> {
    /// The code blocks that begin in a span.
    pub fn code_in(&self, span: Span) -> &[CodeBlock] {
        let from = self.code().partition_point(|code| code.span.start < span.start);
        let to = self.code().partition_point(|code| code.span.start < span.end);
        &self.code()[from..to.max(from)]
    }

    /// Whether a place is one of code: in a block, or between ticks.
    pub fn is_in_code(&self, offset: usize) -> bool {
        let begun = self.code().partition_point(|code| code.body.start <= offset);
        let is_in_block = begun.checked_sub(1).is_some_and(|last| offset <= self.code()[last].body.end);
        let is_around = |it: &Span| it.start < offset && offset < it.end;
        is_in_block
            || self.passages()[self.passages_in(Span::new(offset, offset))].iter().any(|passage| {
                let inlines = passage.inlines(self).iter();
                inlines.filter(|it| it.kind == InlineKind::Code).any(|it| is_around(&it.span))
            })
    }
}
