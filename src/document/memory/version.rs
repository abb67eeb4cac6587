//! The version before, and what of it is taken over: lines, blocks, passages and prose that were not written in.

use std::collections::HashSet;

use super::Kept;
use crate::document::code::CodeBlock;
use crate::document::passage::Passage;
use crate::document::{Document, Prose};
use crate::markdown::Blocks;
use crate::text::{Lines, Move, Shared, Span};
use crate::words::pattern::Sifted;

/// The pieces of the version before.
#[derive(Debug)]
pub(super) struct Last {
    pub turn: usize,
    pub text: String,
    lines: Option<Lines>,
    blocks: Blocks,
    passages: Vec<Passage>,
    /// The labels that stand for an address.
    labels: HashSet<String>,
    pub prose: Prose,
    sifted: Option<Sifted>,
    pub code: Vec<CodeBlock>,
}

/// What has changed since an earlier version.
#[derive(Debug, Clone, Copy)]
pub(super) struct Since {
    pub turn: usize,
    shared: Shared,
}

impl Since {
    pub fn of(last: &Last, now: &str) -> Self {
        Self { turn: last.turn, shared: Shared::of(&last.text, now) }
    }

    /// Which spans are those of the earlier version.
    pub fn kept(self, old: &[Span], now: &[Span]) -> Kept {
        let stays = |at: usize| self.shared.stays(old[at], now[at]);
        Kept::around(self.turn, old.len(), now.len(), stays, |a, b| self.shared.moves(old[a], now[b]))
    }
}

/// Bytes beside a passage that it may be read with.
const BESIDE: usize = 8;

impl Document<'_> {
    /// Where the lines begin, of which those are taken over that the version before had too.
    pub(in crate::document) fn read_lines(&self) -> Lines {
        let since = self.recall.since(self.text());
        let mut last = self.recall.memory().last.borrow_mut();
        let known = last.as_mut().and_then(|it| it.lines.take()).zip(since);
        let Some((mut lines, Since { shared: Shared { head, tail, moved }, .. })) = known else {
            return Lines::of(self.text());
        };
        let changed = Span::new(head, moved.from - tail);
        lines.splice(changed, moved.to - tail - head, self.text());
        lines
    }

    /// The blocks, of which those of parts that the version before had too are taken from there.
    pub(in crate::document) fn read_blocks(&self) -> Blocks {
        let since = self.recall.since(self.text());
        let mut last = self.recall.memory().last.borrow_mut();
        let before = last.as_mut().zip(since).map(|(it, since)| (std::mem::take(&mut it.blocks), since.shared));
        Blocks::parse_after(self.text(), self.ast, before)
    }

    /// Says of the passages of a text which of them the version before had too, and takes over what was made of those.
    pub(in crate::document) fn recall_passages(&self, passages: &[Passage]) {
        let since = self.recall.since(self.text());
        let mut memory = self.recall.memory().last.borrow_mut();
        let Some((last, Since { shared, .. })) = memory.as_mut().zip(since) else { return };
        let (old, moved) = (&last.passages, shared.moved);
        let stays =
            |at: usize| old[at].span.end + BESIDE <= shared.head && old[at].is_like(&passages[at], Move::default());
        let moves = |a: usize, b: usize| {
            old[a].span.start + shared.tail >= moved.from + BESIDE && old[a].is_like(&passages[b], moved)
        };
        let kept = Kept::around(last.turn, old.len(), passages.len(), stays, moves);
        let stayed = passages.iter().zip(&mut last.passages).take(kept.head);
        stayed.for_each(|(now, before)| now.inherit(before, Move::default()));
        let moving = passages.iter().rev().zip(last.passages.iter_mut().rev()).take(kept.tail);
        moving.for_each(|(now, before)| now.inherit(before, moved));
        let _ = self.recall.passages.set(kept);
    }

    /// The prose, made of that of the version before where there was one. What a passage comes to depends on its text, on a
    /// letter beside it, and on which labels are known.
    pub(in crate::document) fn read_prose(&self) -> Prose {
        let _ = self.passages();
        let (last, since) = (self.recall.memory().last.borrow(), self.recall.since(self.text()));
        let known = last.as_ref().zip(since).filter(|(it, _)| it.labels == self.reference_labels());
        match known.zip(self.recall.passages.get()) {
            Some(((last, since), kept)) => {
                let _ = self.recall.prose.set(*kept);
                Prose::after(self, &last.prose, last.sifted.as_ref(), *kept, since.shared.moved)
            }
            None => Prose::of(self),
        }
    }

    /// The sentences that the version before had too: those of passages whose prose was taken over, and beside them all that
    /// say the same.
    pub(super) fn kept_sentences(&self) -> Option<Kept> {
        let (prose, last) = (self.prose(), self.recall.memory().last.borrow());
        let Last { turn, prose: before, passages, .. } = last.as_ref()?;
        let (old, now) = (before.sentences(), prose.sentences());
        let is_same = |a: usize, b: usize| before.said(&old[a]) == prose.said(&now[b]);
        let (head, tail) =
            self.recall.prose.get().map_or((0, usize::MAX), |kept| (kept.head, passages.len() - kept.tail));
        let stays = |at: usize| old[at].passage < head || is_same(at, at);
        let moves = |a: usize, b: usize| old[a].passage >= tail || is_same(a, b);
        Some(Kept::around(*turn, old.len(), now.len(), stays, moves))
    }

    /// Leaves what was read to the memory that was lent.
    pub fn remember(self) {
        let Some(memory) = self.recall.lent else { return };
        if self.answers.prose.get().is_none() {
            memory.last.replace(None);
            return;
        }
        let labels = self.reference_labels();
        let (mut prose, code) =
            (self.answers.prose.into_inner().unwrap_or_default(), self.answers.code.into_inner().unwrap_or_default());
        let passages = self.answers.passages.into_inner().unwrap_or_default().list;
        let blocks = self.answers.blocks.into_inner().unwrap_or_default();
        let (turn, text, lines) = (self.recall.turn, self.source.text.clone(), self.answers.lines.into_inner());
        let sifted = prose.unsift();
        memory.last.replace(Some(Last { turn, text, lines, blocks, passages, labels, sifted, prose, code }));
    }
}
