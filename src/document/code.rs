//! Code blocks, fenced or indented.

use super::Document;
use crate::markdown::BlockKind;
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
}
