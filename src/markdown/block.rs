//! The block tree of a text, flattened into one list in reading order.

use super::{cut, plain, tree};
use crate::text::Span;

/// Which parts of a text are parsed with the grammar. It changes no answer, only how long it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ast {
    /// Those that are not plain.
    #[default]
    OnDemand,
    /// All of them.
    Always,
}

/// What a block is. Sections are not blocks: the outline is made from headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    Heading {
        level: u8,
    },
    Paragraph,
    List {
        ordered: bool,
    },
    /// `task` is the state of its box, where it has one.
    Item {
        task: Option<bool>,
    },
    Quote,
    /// A code block; `body` is what stands between the fences.
    Code {
        info: Option<Span>,
        body: Span,
    },
    Html,
    Table,
    Row {
        header: bool,
    },
    Cell,
    Break,
    /// `[label]: target`
    Definition {
        label: Span,
        target: Span,
    },
    FrontMatter(FrontMatter),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrontMatter {
    Yaml,
    Toml,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub span: Span,
    /// The pieces of inline text, without the markers that containers put before a line.
    pub content: Vec<Span>,
    pub parent: Option<usize>,
    /// The nearest quote and list item around this block.
    pub quote: Option<usize>,
    pub item: Option<usize>,
    /// The grammar failed here; this block comes from a scan by lines.
    pub broken: bool,
}

impl Block {
    /// A block as it is read; what stands around it is found when all of them are known.
    pub(super) fn new(kind: BlockKind, span: Span, content: Vec<Span>, parent: Option<usize>) -> Self {
        Self { kind, span, content, parent, quote: None, item: None, broken: false }
    }

    /// This block in a text that has `bytes` more before it, and `blocks`.
    pub(super) fn after(self, bytes: usize, blocks: usize) -> Self {
        let moved = |span: Span| span.after(bytes);
        let later = |block: Option<usize>| block.map(|it| it + blocks);
        let kind = match self.kind {
            BlockKind::Code { info, body } => BlockKind::Code { info: info.map(moved), body: moved(body) },
            BlockKind::Definition { label, target } => {
                BlockKind::Definition { label: moved(label), target: moved(target) }
            }
            same => same,
        };
        Self {
            kind,
            span: moved(self.span),
            content: self.content.into_iter().map(moved).collect(),
            parent: later(self.parent),
            quote: later(self.quote),
            item: later(self.item),
            broken: self.broken,
        }
    }
}

/// All blocks of a text; a container stands before what it holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Blocks {
    pub(super) list: Vec<Block>,
}

impl Blocks {
    /// Reads the block structure of a text, part by part: what is plain by its lines, and the rest with the grammar.
    /// Linear in its bytes.
    pub fn parse(text: &str, ast: Ast) -> Self {
        let mut list = Vec::new();
        for chunk in cut::chunks(text) {
            let is_read = ast == Ast::OnDemand && plain::read(text, chunk, &mut list).is_some();
            if !is_read {
                tree::read(text, chunk, &mut list);
            }
        }
        Self { list }
    }

    /// Reads a text with the grammar, in one piece: what cutting and plain reading are held against. None where the
    /// grammar has to give up somewhere, because how much it gives up depends on where the text begins and ends.
    pub fn parse_whole(text: &str) -> Option<Self> {
        let mut list = Vec::new();
        let is_sound = tree::read(text, Span::new(0, text.len()), &mut list);
        is_sound.then_some(Self { list })
    }

    /// All blocks with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Block)> {
        self.list.iter().enumerate()
    }

    pub fn get(&self, index: usize) -> &Block {
        &self.list[index]
    }

    /// The blocks directly inside block `index`.
    pub fn children(&self, index: usize) -> impl Iterator<Item = (usize, &Block)> {
        let inside = self.list[index].span;
        self.list[index + 1..]
            .iter()
            .enumerate()
            .map(move |(at, block)| (index + 1 + at, block))
            .take_while(move |(_, block)| block.span.start < inside.end)
            .filter(move |(_, block)| block.parent == Some(index))
    }
}

/// Adds a block and tells it which quote and item it stands in.
pub(super) fn push(list: &mut Vec<Block>, mut block: Block) -> usize {
    if let Some(parent) = block.parent {
        let around = &list[parent];
        block.quote = if around.kind == BlockKind::Quote { Some(parent) } else { around.quote };
        block.item = if matches!(around.kind, BlockKind::Item { .. }) { Some(parent) } else { around.item };
    }
    list.push(block);
    list.len() - 1
}
