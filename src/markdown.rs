//! Markdown as a flat list of blocks, and the inlines of one of them. The only module that names tree-sitter.
//! Knows syntax; nothing of sections, sentences or what a text means.
//!
//! Every span is in bytes of the original text. Nothing here recurses over its input, and nothing can fail:
//! where the grammar gives up, the text is scanned again by lines and marked as [`Block::broken`].

mod block;
mod inline;
mod neutral;
mod rescan;
mod scan;
mod tree;

pub use block::{Block, BlockKind, Blocks, FrontMatter};
pub use inline::{Inline, InlineKind};
