//! Whether sentences of a paragraph can be taken out of it and become blocks of their own: what spans two of them is torn.

use super::{Document, Passage};
use crate::markdown::{Block, BlockKind, InlineKind, is_emphasis_paired};
use crate::text::Span;

impl Document<'_> {
    /// The paragraph of which these parts, in their order and with nothing between them, can be blocks of their own; none where
    /// that would change what another part or a block around them is.
    pub fn parted(&self, parts: &[Span]) -> Option<Span> {
        let whole = Span::new(parts.first()?.start, parts.last()?.end);
        let passage = self.passages().get(self.passages_in(whole).start).filter(|it| it.span.contains(whole))?;
        let beside = [Span::new(passage.span.start, whole.start), Span::new(whole.end, passage.span.end)];
        let is_next = |pair: &[Span]| {
            let (end, start) = (pair[0].end, pair[1].start);
            end <= start && self.at(Span::new(end, start)).trim().is_empty()
        };
        // A break is one of the line that it ends.
        let is_apart = |line: &str| is_of_container(line) || line.ends_with('\\');
        let can_be = !self.at(passage.span).lines().any(is_apart)
            && parts.windows(2).all(is_next)
            && parts.iter().chain(&beside).all(|part| self.is_whole(passage, *part))
            && can_end(self.at(beside[0]))
            && can_begin(self.at(beside[1]).trim_start())
            && !self.at(self.line_around(whole.start)).starts_with(char::is_whitespace)
            && self.stands_alone(passage, beside.map(|it| self.at(it).trim().is_empty()));
        can_be.then_some(passage.span)
    }

    /// Whether a paragraph lies in no other block, and its sentences would not go on with a list that it stands beside.
    fn stands_alone(&self, passage: &Passage, [is_first, is_last]: [bool; 2]) -> bool {
        let outermost = |(_, it): &(usize, &Block)| it.parent().is_none();
        let mut blocks = self.blocks().iter().filter(outermost).map(|(_, it)| it).peekable();
        let mut before = None;
        while let Some(block) = blocks.next_if(|it| it.span.start < passage.marked.start) {
            before = Some(block.kind);
        }
        let own = blocks.next().filter(|it| it.kind == BlockKind::Paragraph && it.span == passage.marked);
        let is_numbered = |kind: Option<BlockKind>| matches!(kind, Some(BlockKind::List { ordered: true }));
        let goes_on = is_first && is_numbered(before) || is_last && is_numbered(blocks.next().map(|it| it.kind));
        own.is_some() && !goes_on
    }

    /// Whether nothing in a part of a passage goes on beyond it: marks of emphasis, links, code, tags, brackets.
    fn is_whole(&self, passage: &Passage, part: Span) -> bool {
        let mut bytes = self.at(part).as_bytes().to_vec();
        let inlines = passage.inlines(self);
        let first = inlines.partition_point(|it| it.span.start < part.start);
        for it in inlines[first..].iter().take_while(|it| it.span.start < part.end) {
            if it.span.end > part.end || it.kind == InlineKind::Tag {
                return false;
            }
            let hidden = if it.kind == InlineKind::Link { it.target } else { Some(it.span) };
            if let Some(hidden) = hidden.filter(|it| part.contains(*it)) {
                bytes[hidden.start - part.start..hidden.end - part.start].fill(b'x');
            }
        }
        let count = |mark: u8| bytes.iter().filter(|it| **it == mark).count();
        count(b'(') == count(b')') && is_emphasis_paired(&bytes)
    }
}

/// Whether what stands before the parts is a paragraph without them: it has words, and is no name of a note.
fn can_end(text: &str) -> bool {
    let is_note = text.trim_start().starts_with("[^");
    let is_text = text.trim().is_empty() || text.contains(char::is_alphanumeric);
    is_text && !is_note
}

/// Whether words that stood inside of a paragraph are one where they begin it.
fn can_begin(text: &str) -> bool {
    let bare = text.trim_start_matches(|it: char| it.is_ascii_digit() || "-+*#.)".contains(it));
    let is_item = bare.len() < text.len() && bare.starts_with([' ', '\t']);
    let is_mark = ["```", "~~~", "<!", ">", "|"].iter().any(|it| text.starts_with(it));
    text.is_empty() || text.contains(char::is_alphanumeric) && !is_item && !is_mark
}

/// `: what it means`, `:::tip`
fn is_of_container(line: &str) -> bool {
    let rest = line.trim_start().strip_prefix(':');
    rest.is_some_and(|it| it.starts_with([' ', '\t']) || it.starts_with("::"))
}
