//! Markdown as a flat list of blocks, and the inlines of one of them. The only module that names tree-sitter.
//! Knows syntax; nothing of sections, sentences or what a text means.
//!
//! The grammar makes a token of every word, so it is asked last. A text is cut where nothing goes on ([`cut`]); a part
//! that is plain is read by its lines ([`plain`]), and only the others become a tree ([`tree`]). Both say the same, byte
//! for byte: `Ast::Always` asks the grammar everything, for the tests that hold one against the other. It is shown one word
//! where many mean nothing for blocks ([`squeeze`]), and is not asked for more than somebody writes ([`work`]).
//!
//! Every span is in bytes of the original text. Nothing here recurses over its input, and nothing can fail:
//! where the grammar gives up, the text is scanned again by lines and marked as [`Block::broken`].

mod block;
mod blocks;
mod bracket;
mod cut;
mod emphasis;
mod empty_box;
mod hide;
mod inline;
pub mod inlines;
mod line;
mod neutral;
mod plain;
mod rescan;
mod scan;
mod squeeze;
mod tag;
mod tree;
mod work;

pub use block::{Block, BlockKind, Content, FrontMatter};
pub use blocks::{Ast, Blocks};
pub use emphasis::is_paired as is_emphasis_paired;
pub use inline::{Inline, InlineKind};
pub use line::{closes, fence};
