//! What a block is, and the list that blocks are read into: in reading order, a container before what it holds.

use smallvec::SmallVec;

use crate::text::{Move, Span};

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

/// Pieces of text; most blocks have one.
pub type Content = SmallVec<[Span; 1]>;

/// What stands in a paragraph before the tag that begins HTML in it: where, and its pieces.
pub(super) fn before_tag(text: &str, span: Span, mut content: Content, tag: usize) -> Option<(Span, Content)> {
    content.iter_mut().for_each(|piece| piece.end = piece.end.min(tag).max(piece.start));
    content.retain(|piece| piece.start < tag && !piece.is_empty());
    let end = content.last().map_or(tag, |piece| piece.end);
    (tag > span.start).then(|| (Span::new(span.start, end).trimmed(text), content))
}

/// The number of a block, or of none. A text may have half a million blocks: half the room for each is much in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Number(u32);

impl Number {
    const NONE: Self = Self(u32::MAX);

    fn get(self) -> Option<usize> {
        (self != Self::NONE).then_some(self.0 as usize)
    }
}

impl From<Option<usize>> for Number {
    fn from(number: Option<usize>) -> Self {
        number.and_then(|it| u32::try_from(it).ok()).map_or(Self::NONE, Self)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub span: Span,
    /// The pieces of inline text, without the markers that containers put before a line.
    pub content: Content,
    parent: Number,
    quote: Number,
    item: Number,
    /// The grammar failed here; this block comes from a scan by lines.
    pub broken: bool,
}

impl Block {
    /// A block as it is read; what stands around it is found when all of them are known.
    pub(super) fn new(kind: BlockKind, span: Span, content: impl Into<Content>, parent: Option<usize>) -> Self {
        let mut content = content.into();
        content.shrink_to_fit();
        Self { kind, span, content, parent: parent.into(), quote: Number::NONE, item: Number::NONE, broken: false }
    }

    /// The block right around this one.
    pub fn parent(&self) -> Option<usize> {
        self.parent.get()
    }

    /// The nearest quote around this block.
    pub fn quote(&self) -> Option<usize> {
        self.quote.get()
    }

    /// The nearest list item around this block.
    pub fn item(&self) -> Option<usize> {
        self.item.get()
    }

    /// Puts this block into a text where it has moved, and those before it are others.
    fn move_by(&mut self, bytes: Move, blocks: Move) {
        let shift = |span: &mut Span| *span = bytes.span(*span);
        shift(&mut self.span);
        self.content.iter_mut().for_each(shift);
        match &mut self.kind {
            BlockKind::Code { info, body } => info.iter_mut().chain([body]).for_each(shift),
            BlockKind::Definition { label, target } => [label, target].into_iter().for_each(shift),
            _ => {}
        }
        for around in [&mut self.parent, &mut self.quote, &mut self.item] {
            *around = around.get().map(|number| blocks.place(number)).into();
        }
    }
}

/// Adds blocks that were read elsewhere, where the first of them was number `first`.
pub(super) fn append(list: &mut Vec<Block>, added: impl IntoIterator<Item = Block>, bytes: Move, first: usize) {
    let blocks = Move { from: first, to: list.len() };
    list.extend(added);
    list[blocks.to..].iter_mut().for_each(|it| it.move_by(bytes, blocks));
}

/// Adds a block and tells it which quote and item it stands in.
pub(super) fn push(list: &mut Vec<Block>, mut block: Block) -> usize {
    if let Some(parent) = block.parent() {
        let around = &list[parent];
        block.quote = if around.kind == BlockKind::Quote { block.parent } else { around.quote };
        block.item = if matches!(around.kind, BlockKind::Item { .. }) { block.parent } else { around.item };
    }
    list.push(block);
    list.len() - 1
}
