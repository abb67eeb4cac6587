//! Where a part of a text stands in a later version of it.

use std::ops::Range;

use super::Span;

/// A place of an earlier version, and where it is now: what stands around it has moved as far.
#[derive(Debug, Clone, Copy, Default)]
pub struct Move {
    pub from: usize,
    pub to: usize,
}

/// What two versions of a text have in common.
#[derive(Debug, Clone, Copy)]
pub struct Shared {
    /// The bytes that both begin with.
    pub head: usize,
    /// Of the others, the bytes that both end with.
    pub tail: usize,
    /// How far the end has moved, and what stands behind the change with it.
    pub moved: Move,
}

/// Bytes that are compared at once.
const STRETCH: usize = 256;

impl Shared {
    pub fn of(old: &str, now: &str) -> Self {
        let moved = Move { from: old.len(), to: now.len() };
        let (old, now) = (old.as_bytes(), now.as_bytes());
        let stretches = old.chunks(STRETCH).zip(now.chunks(STRETCH)).take_while(|(a, b)| a == b);
        let head = stretches.map(|(same, _)| same.len()).sum::<usize>();
        let head = head + old[head..].iter().zip(&now[head..]).take_while(|(a, b)| a == b).count();
        let (old, now) = (&old[head..], &now[head..]);
        let stretches = old.rchunks(STRETCH).zip(now.rchunks(STRETCH)).take_while(|(a, b)| a == b);
        let tail = stretches.map(|(same, _)| same.len()).sum::<usize>();
        let rest = old[..old.len() - tail].iter().rev().zip(now[..now.len() - tail].iter().rev());
        Self { head, tail: tail + rest.take_while(|(a, b)| a == b).count(), moved }
    }

    /// Whether a span before the change is one of both.
    pub fn stays(self, old: Span, now: Span) -> bool {
        old == now && old.end <= self.head
    }

    /// Whether a span behind the change is one of both.
    pub fn moves(self, old: Span, now: Span) -> bool {
        old.start + self.tail >= self.moved.from && self.moved.span(old) == now
    }
}

/// How many pieces of two versions are the same at the beginning, and how many of the others at the end, by their numbers.
pub fn common(
    old: usize,
    now: usize,
    stays: impl Fn(usize) -> bool,
    moves: impl Fn(usize, usize) -> bool,
) -> (usize, usize) {
    let most = old.min(now);
    let head = (0..most).take_while(|at| stays(*at)).count();
    let tail = (1..=most - head).take_while(|it| moves(old - it, now - it)).count();
    (head, tail)
}

impl Move {
    /// Whether nothing has moved.
    pub fn is_none(self) -> bool {
        self.from == self.to
    }

    pub fn place(self, at: usize) -> usize {
        at + self.to - self.from
    }

    pub fn range(self, range: &Range<usize>) -> Range<usize> {
        self.place(range.start)..self.place(range.end)
    }

    pub fn span(self, span: Span) -> Span {
        Span::new(self.place(span.start), self.place(span.end))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Shared;

    proptest! {
        #[test]
        fn what_two_versions_share_is_all_of_it(
            head in "[ab]{0,600}", old in "[ab]{0,3}", now in "[ab]{0,3}", tail in "[ab]{0,600}",
        ) {
            let (old, now) = (format!("{head}{old}{tail}"), format!("{head}{now}{tail}"));
            let by_bytes = |a: &mut dyn Iterator<Item = u8>, b: &mut dyn Iterator<Item = u8>| a.zip(b).take_while(|(a, b)| a == b).count();
            let head = by_bytes(&mut old.bytes(), &mut now.bytes());
            let tail = by_bytes(&mut old[head..].bytes().rev(), &mut now[head..].bytes().rev());
            let shared = Shared::of(&old, &now);
            prop_assert_eq!((shared.head, shared.tail), (head, tail));
        }
    }
}
