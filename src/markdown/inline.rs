//! What an inline is: code, a link, an image, a tag.

use crate::text::{Move, Span};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InlineKind {
    Code,
    Link,
    Image,
    /// `<https://…>` or an address written out.
    Autolink,
    Tag,
    Comment,
    Math,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline {
    pub kind: InlineKind,
    pub span: Span,
    /// What is read: the text of a link, the alternative of an image, the inside of code.
    pub text: Span,
    /// The destination, or the label of a reference.
    pub target: Option<Span>,
    /// `target` is a label, to be looked up among the definitions.
    pub is_reference: bool,
}

impl Inline {
    /// The same, where its places have moved.
    pub fn moved(&self, to: Move) -> Self {
        Self { span: to.span(self.span), text: to.span(self.text), target: self.target.map(|it| to.span(it)), ..*self }
    }
}
