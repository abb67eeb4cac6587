//! The block tree of a text, flattened into one list in reading order, part by part: what is plain by its lines, the rest
//! with the grammar, and of an earlier version what it has already.

use super::block::{Block, append};
use super::cut::{self, Chunks};
use super::work::{Asked, Work};
use super::{empty_box, plain, tree};
use crate::text::{Move, Shared, Span};

/// Which parts of a text are parsed with the grammar. It changes no answer, only how long it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ast {
    /// Those that are not plain.
    #[default]
    OnDemand,
    /// All of them.
    Always,
}

/// All blocks of a text; a container stands before what it holds.
#[derive(Debug, Clone, Default)]
pub struct Blocks {
    pub(super) list: Vec<Block>,
    /// The parts that were read each by itself, and what they were read as.
    chunks: Chunks,
    parts: Vec<Part>,
}

/// What a part of a text was read as.
#[derive(Debug, Clone, Copy)]
struct Part {
    /// The number of its first block.
    first: usize,
    asked: Asked,
}

/// The blocks of an earlier version, as far as they were not taken over.
struct Earlier {
    list: std::vec::IntoIter<Block>,
    chunks: Chunks,
    parts: Vec<Part>,
    /// How many there were.
    count: usize,
}

/// Into which parts a text was cut makes no difference.
impl PartialEq for Blocks {
    fn eq(&self, other: &Self) -> bool {
        self.list == other.list
    }
}

/// A block has at least so many bytes in a text of many items. A list that grows is copied again and again, and room that
/// nothing is written to costs nothing.
const BYTES: usize = 32;

impl Blocks {
    /// Reads the block structure of a text, part by part: what is plain by its lines, and the rest with the grammar.
    /// Linear in its bytes.
    pub fn parse(text: &str, ast: Ast) -> Self {
        Self::parse_after(text, ast, None)
    }

    /// The same, where the blocks of an earlier version are known: only the parts that it did not have are read.
    pub fn parse_after(text: &str, ast: Ast, before: Option<(Self, Shared)>) -> Self {
        let (before, shared) = before.unzip();
        let before = before.unwrap_or_default();
        let chunks = Chunks::of(text, shared.map(|it| (&before.chunks, it)));
        let (head, tail) = shared.map_or((0, 0), |it| chunks.kept(&before.chunks, it));
        let mut work = Work::of(text.len());
        let stay = before.parts[..head].iter().take_while(|it| work.take_again(it.asked)).count();
        let (mut blocks, mut earlier) = before.split_behind(stay);
        if blocks.list.is_empty() {
            blocks.list.reserve(text.len() / BYTES);
        }
        let count = chunks.list.len();
        for (index, chunk) in chunks.list.iter().enumerate().skip(stay) {
            let is_behind = index + tail >= count;
            let part = if is_behind { index + earlier.parts.len() - count } else { index };
            let known = earlier.parts.get(part).filter(|_| index < head || is_behind);
            match known.filter(|it| work.take_again(it.asked)) {
                Some(_) => blocks.take(&mut earlier, part, *chunk),
                None => blocks.read(text, *chunk, ast, &mut work),
            }
        }
        Self { chunks, ..blocks }
    }

    /// The blocks of the first parts, which stay where they are, and the others.
    fn split_behind(mut self, stay: usize) -> (Self, Earlier) {
        let count = self.list.len();
        let gone = self.list.split_off(self.parts.get(stay).map_or(count, |it| it.first));
        let parts = self.parts.clone();
        self.parts.truncate(stay);
        let chunks = std::mem::take(&mut self.chunks);
        (self, Earlier { list: gone.into_iter(), chunks, parts, count })
    }

    fn read(&mut self, text: &str, chunk: Span, ast: Ast, work: &mut Work) {
        let first = self.list.len();
        let mut asked = Asked::NOTHING;
        let is_plain = plain::read(text, chunk, &mut self.list).is_some();
        if is_plain && ast == Ast::Always {
            self.list.truncate(first);
            tree::read(text, chunk, &mut Work::any(true), &mut self.list);
        } else if !is_plain {
            (asked, _) = tree::read(text, chunk, work, &mut self.list);
        }
        empty_box::mark(text, &mut self.list, first);
        self.parts.push(Part { first, asked });
    }

    /// Takes over what a part was read as in an earlier version, one part after the other.
    fn take(&mut self, earlier: &mut Earlier, part: usize, chunk: Span) {
        let (was, Part { first, .. }) = (earlier.chunks.list[part], earlier.parts[part]);
        let last = earlier.parts.get(part + 1).map_or(earlier.count, |next| next.first);
        let passed_over = first + earlier.list.len() - earlier.count;
        self.parts.push(Part { first: self.list.len(), ..earlier.parts[part] });
        earlier.list.by_ref().take(passed_over).for_each(drop);
        let bytes = Move { from: was.start, to: chunk.start };
        append(&mut self.list, earlier.list.by_ref().take(last - first), bytes, first);
    }

    /// Reads a text with the grammar, in one piece and word by word: what all short cuts are held against. None where the
    /// grammar has to give up somewhere, because how much it gives up depends on where the text begins and ends.
    pub fn parse_whole(text: &str) -> Option<Self> {
        let mut list = Vec::new();
        let is_sound = cut::least(text).into_iter().all(|it| tree::read(text, it, &mut Work::any(false), &mut list).1);
        empty_box::mark(text, &mut list, 0);
        is_sound.then_some(Self { list, ..Self::default() })
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
            .filter(move |(_, block)| block.parent() == Some(index))
    }
}
