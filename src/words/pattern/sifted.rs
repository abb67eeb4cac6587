//! What one pass over a text has found: where each cue begins, and, for the many questions that end there, in which blocks
//! of the text those of a question are. Where cues come from, it does not know.

mod by_cue;

use std::ops::Range;

use super::question::Question;
use super::vocabulary;
use by_cue::ByCue;

/// What of a text is not as it was in an earlier version: all from `start` up to `new`, where before it was up to `old`.
#[derive(Debug, Clone, Copy)]
pub struct Changed {
    pub start: usize,
    pub old: usize,
    pub new: usize,
}

/// Where cues begin in a text.
#[derive(Debug)]
pub struct Sifted {
    /// Where the text lies in memory.
    pub(super) start: usize,
    pub(super) end: usize,
    places: ByCue,
    answers: Answers,
    /// How many words of bits an answer has.
    width: usize,
}

/// What was found out for each question, once it was asked.
#[derive(Debug, Default)]
struct Answers {
    /// By the numbers of the questions.
    of: Vec<Option<Answer>>,
    places: Vec<u32>,
    /// A bit for each block of the text in which one of the places is: most questions end here.
    blocks: Vec<u64>,
}

/// Which part of the places is the answer to a question, and where its bits begin.
#[derive(Debug, Clone, Copy)]
struct Answer {
    start: u32,
    end: u32,
    bits: u32,
}

/// Bytes of a block, as a power of two.
const BLOCK: u32 = 6;

impl Sifted {
    /// Looks for all cues in a text.
    pub(super) fn of(text: &str) -> Self {
        let parts = vocabulary::hits(text.as_bytes());
        Self::new(text, ByCue::of(parts.iter().map(|it| it.iter().copied())))
    }

    fn new(text: &str, places: ByCue) -> Self {
        let start = text.as_ptr() as usize;
        let width = (text.len() >> BLOCK) / 64 + 1;
        Self { start, end: start + text.len(), places, answers: Answers::default(), width }
    }

    /// The same for a later version of the text, where it is known what has changed: only that is read.
    pub(super) fn changed(&self, text: &str, changed: Changed) -> Self {
        // What begins before this ends before the change.
        let from = changed.start.saturating_sub(vocabulary::longest());
        let part = &text.as_bytes()[from..(changed.new + vocabulary::longest()).min(text.len())];
        let parts = vocabulary::hits(part);
        let is_new = |(_, place): &(u32, u32)| (*place as usize) < changed.new;
        let hits = parts.iter().map(|part| part.iter().map(|(cue, place)| (*cue, place + from as u32)).filter(is_new));
        let anew = ByCue::of(hits);
        let moved = |place: u32| (place as usize - changed.old + changed.new) as u32;
        Self::new(text, self.places.changed(from..changed.old, &anew, moved))
    }

    /// Where the last cue begins in a part of the text, counted from its start.
    pub(super) fn last(&mut self, question: &Question, part: Range<usize>) -> Option<usize> {
        if part.is_empty() {
            return None;
        }
        let (places, blocks) = self.answer(question);
        if places.is_empty() {
            return None;
        }
        let (first, last) = (part.start >> BLOCK, (part.end - 1) >> BLOCK);
        let mut between = (first / 64..=last / 64).map(|word| {
            let from = u64::MAX << if word == first / 64 { first % 64 } else { 0 };
            let to = u64::MAX >> if word == last / 64 { 63 - last % 64 } else { 0 };
            blocks[word] & from & to
        });
        let last = between.any(|it| it != 0).then(|| inside(places, part.clone()).last());
        last.flatten().map(|it| *it as usize - part.start)
    }

    /// Where the cues begin in a part of the text, counted from its start, in order.
    pub(super) fn of_part(&mut self, question: &Question, part: Range<usize>) -> Vec<usize> {
        let (places, _) = self.answer(question);
        let mut found: Vec<usize> = inside(places, part.clone()).iter().map(|it| *it as usize - part.start).collect();
        // A cue may begin with another.
        found.dedup();
        found
    }

    /// What is known for a question: all places, and the bits of their blocks.
    fn answer(&mut self, question: &Question) -> (&[u32], &[u64]) {
        let known = self.answers.of.get(question.number).copied().flatten();
        let Answer { start, end, bits } = known.unwrap_or_else(|| self.find_out(question));
        let bits = bits as usize;
        (&self.answers.places[start as usize..end as usize], &self.answers.blocks[bits..bits + self.width])
    }

    /// Finds out the answer to a question that was not asked before.
    fn find_out(&mut self, question: &Question) -> Answer {
        let Answers { of, places, blocks } = &mut self.answers;
        let (start, bits) = (places.len(), blocks.len());
        // Of nearly all cues a text has none.
        for found in question.cues.iter().map(|cue| self.places.of_cue(*cue)).filter(|it| !it.is_empty()) {
            places.extend_from_slice(found);
        }
        if !places[start..].is_sorted() {
            places[start..].sort_unstable();
        }
        blocks.resize(bits + self.width, 0);
        for place in &places[start..] {
            let block = (*place >> BLOCK) as usize;
            blocks[bits + block / 64] |= 1 << (block % 64);
        }
        if of.len() <= question.number {
            of.resize(question.number + 1, None);
        }
        let answer = Answer { start: start as u32, end: places.len() as u32, bits: bits as u32 };
        *of[question.number].insert(answer)
    }
}

/// The places in a part of the text.
fn inside(places: &[u32], part: Range<usize>) -> &[u32] {
    let before = |end: usize| places.partition_point(|place| (*place as usize) < end);
    &places[before(part.start)..before(part.end)]
}

#[cfg(test)]
mod tests {
    use super::{Changed, Sifted, vocabulary};

    #[test]
    fn what_was_sifted_before_is_what_would_be_found() {
        let before = "Soon, by noon tomorrow we say. We say ASAP, so soon.";
        let places =
            |of: &Sifted| (0..vocabulary::count() as u32).map(|cue| of.places.of_cue(cue).to_vec()).collect::<Vec<_>>();
        assert!(places(&Sifted::of(before)).concat().len() > 5);
        for start in 0..before.len() {
            for end in start..before.len() {
                for new in ["", "s", "oon", "by tomorrow we"] {
                    let after = format!("{}{new}{}", &before[..start], &before[end..]);
                    let changed = Changed { start, old: end, new: start + new.len() };
                    let (kept, whole) = (Sifted::of(before).changed(&after, changed), Sifted::of(&after));
                    assert_eq!(places(&kept), places(&whole), "{before:?} {after:?}");
                }
            }
        }
    }
}
