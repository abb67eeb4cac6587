//! The prose of the next version of a text: that of the passages that stay is taken over, where it stands now.

use std::ops::Range;

use super::{Piece, Prose, Sentence};
use crate::document::Document;
use crate::document::memory::Kept;
use crate::text::Move;
use crate::words::pattern::{Changed, Sifted, Sifting};

impl Prose {
    /// The prose of a text of which it is known which passages an earlier version had too: only the others are read.
    pub fn after(doc: &Document, before: &Self, sifted: Option<&Sifted>, kept: Kept, moved: Move) -> Self {
        let count = doc.passages().len();
        let (head, tail) = (before.start(kept.head), before.start(before.passages.len() - kept.tail));
        let mut prose = Self::default();
        prose.reserve_for(before);
        prose.copy_part(before, 0..kept.head, 0, Move::default());
        prose.read(doc, kept.head..count - kept.tail);
        let end = prose.text.len();
        prose.copy_part(before, before.passages.len() - kept.tail..before.passages.len(), count - kept.tail, moved);
        let sifting = match sifted {
            Some(sifted) => Sifting::after(&prose.text, sifted, Changed { start: head, old: tail, new: end }),
            None => Sifting::of(&prose.text),
        };
        Self { sifting, ..prose }
    }

    /// Makes room for as much as an earlier version had, and some letters more.
    fn reserve_for(&mut self, before: &Self) {
        const MORE: usize = 64;
        self.text.reserve(before.text.len() + MORE);
        self.pieces.reserve(before.pieces.len() + MORE);
        self.sentences.reserve(before.sentences.len() + MORE);
        self.passages.reserve(before.passages.len() + MORE);
    }

    /// Where the clean text of a passage begins; that of none at the end.
    fn start(&self, passage: usize) -> usize {
        self.passages.get(passage).map_or(self.text.len(), |range| range.start)
    }

    /// Takes over what was read of some passages, as the passages from `first` on.
    fn copy_part(&mut self, from: &Self, passages: Range<usize>, first: usize, moved: Move) {
        let clean = from.start(passages.start)..from.start(passages.end);
        let here = Move { from: clean.start, to: self.text.len() };
        self.text.push_str(&from.text[clean.clone()]);
        let pieces = from.pieces.partition_point(|it| it.clean < clean.start)
            ..from.pieces.partition_point(|it| it.clean < clean.end);
        self.pieces.extend(from.pieces[pieces].iter().map(|it| Piece {
            clean: here.place(it.clean),
            original: moved.span(it.original),
            ..*it
        }));
        let sentences = from.sentences.partition_point(|it| it.passage < passages.start)
            ..from.sentences.partition_point(|it| it.passage < passages.end);
        self.sentences.extend(from.sentences[sentences].iter().map(|it| Sentence {
            range: here.range(&it.range),
            passage: it.passage - passages.start + first,
            place: it.place,
        }));
        self.passages.extend(from.passages[passages].iter().map(|it| here.range(it)));
    }

    /// What was found out of where which patterns cannot match, for a later version.
    pub fn unsift(&mut self) -> Option<Sifted> {
        std::mem::take(&mut self.sifting).into_sifted()
    }
}
