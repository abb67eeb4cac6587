//! What one pass over a text has found: where the cues of each pattern begin, and, for the many questions that end there,
//! in which blocks. How it was found, it does not know.

use std::ops::Range;

/// Where the cues of each pattern begin in a text.
#[derive(Debug)]
pub struct Sifted {
    /// Where the text lies in memory.
    pub start: usize,
    pub end: usize,
    /// For each pattern, where its places begin among all.
    pub first: Vec<u32>,
    pub places: Vec<u32>,
    /// For each pattern, a bit for each block of the text in which one of its places is: most questions end here.
    blocks: Vec<u64>,
    /// How many words of `blocks` a pattern has.
    width: usize,
}

/// Bytes of a block, as a power of two.
const BLOCK: u32 = 6;

impl Sifted {
    pub fn new(text: &str, first: Vec<u32>, places: Vec<u32>) -> Self {
        let width = (text.len() >> BLOCK) / 64 + 1;
        let mut blocks = vec![0; first.len().saturating_sub(1) * width];
        for (words, ends) in blocks.chunks_exact_mut(width).zip(first.windows(2)) {
            for place in &places[ends[0] as usize..ends[1] as usize] {
                let block = (*place >> BLOCK) as usize;
                words[block / 64] |= 1 << (block % 64);
            }
        }
        let start = text.as_ptr() as usize;
        Self { start, end: start + text.len(), first, places, blocks, width }
    }

    /// Whether a cue of a pattern begins in a part of the text; none where the pattern is not known.
    pub fn may_hold(&self, pattern: usize, part: Range<usize>) -> Option<bool> {
        let words = self.blocks.get(pattern * self.width..(pattern + 1) * self.width)?;
        if part.is_empty() {
            return Some(false);
        }
        let (first, last) = (part.start >> BLOCK, (part.end - 1) >> BLOCK);
        let mut between = (first / 64..=last / 64).map(|word| {
            let from = u64::MAX << if word == first / 64 { first % 64 } else { 0 };
            let to = u64::MAX >> if word == last / 64 { 63 - last % 64 } else { 0 };
            words[word] & from & to
        });
        let is_near = between.any(|it| it != 0);
        Some(is_near && self.of(pattern, part).is_some_and(|it| !it.is_empty()))
    }

    /// Where the cues of a pattern begin in a part of the text, in order.
    pub fn of(&self, pattern: usize, part: Range<usize>) -> Option<&[u32]> {
        let (from, to) = (*self.first.get(pattern)?, *self.first.get(pattern + 1)?);
        let places = &self.places[from as usize..to as usize];
        let before = |end: usize| places.partition_point(|place| (*place as usize) < end);
        Some(&places[before(part.start)..before(part.end)])
    }
}
