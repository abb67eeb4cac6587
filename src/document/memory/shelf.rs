//! What was found in the pieces of a text, all of one sort: what a version shares with the one before is not read again.
//! Knows neither what the pieces are nor what was looked for.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use foldhash::HashMap;

use super::Since;
use crate::text::{Span, common};

/// What a reading of one piece comes to.
pub trait Outcome: Clone + Default + Send + Sync + 'static {
    /// Nothing was found.
    fn is_nothing(&self) -> bool;
}

impl<T: Clone + Send + Sync + 'static> Outcome for Option<T> {
    fn is_nothing(&self) -> bool {
        self.is_none()
    }
}

impl<T: Clone + Send + Sync + 'static> Outcome for Vec<T> {
    fn is_nothing(&self) -> bool {
        self.is_empty()
    }
}

impl Outcome for bool {
    fn is_nothing(&self) -> bool {
        !self
    }
}

/// What was found, by the numbers of the pieces.
pub type Found<R> = Arc<Vec<(usize, R)>>;

/// What was read in pieces of one sort.
#[derive(Debug, Default)]
pub struct Shelf {
    readings: RefCell<HashMap<TypeId, Reading>>,
    /// Where the pieces stand that each reading was asked of, and in which version.
    places: RefCell<HashMap<TypeId, (usize, Vec<Span>)>>,
}

#[derive(Debug)]
struct Reading {
    /// The version that it is of.
    turn: usize,
    found: Arc<dyn Any + Send + Sync>,
}

/// Which pieces of a version an earlier one had too: so many at its beginning, and so many at its end.
#[derive(Debug, Clone, Copy)]
pub struct Kept {
    /// The earlier version.
    of: usize,
    pub head: usize,
    pub tail: usize,
    before: usize,
}

impl Kept {
    pub fn of(version: usize, before: usize, now: usize, is_same: impl Fn(usize, usize) -> bool) -> Self {
        Self::around(version, before, now, |at| is_same(at, at), &is_same)
    }

    /// The same, where the pieces at the end have moved, so that they are known otherwise than those at the beginning.
    pub fn around(
        version: usize,
        before: usize,
        now: usize,
        stays: impl Fn(usize) -> bool,
        moves: impl Fn(usize, usize) -> bool,
    ) -> Self {
        let (head, tail) = common(before, now, stays, moves);
        Self { of: version, head, tail, before }
    }
}

impl Shelf {
    /// Reads each of so many pieces. Whoever asks must ask for the same of each: what `F` says of it depends on nothing else.
    pub fn read<'t, R: Outcome, F: Fn(&str) -> R + 'static>(
        &self,
        turn: usize,
        kept: Option<Kept>,
        count: usize,
        piece: impl Fn(usize) -> &'t str,
        read: F,
    ) -> Found<R> {
        self.read_some(turn, kept, count, |range| range, piece, read)
    }

    /// The same, where only some pieces of a range hold anything to be found.
    pub fn read_some<'t, R: Outcome, F: Fn(&str) -> R + 'static, I: Iterator<Item = usize>>(
        &self,
        turn: usize,
        kept: Option<Kept>,
        count: usize,
        which: impl Fn(Range<usize>) -> I,
        piece: impl Fn(usize) -> &'t str,
        read: F,
    ) -> Found<R> {
        const { assert!(size_of::<F>() == 0, "what a reading holds besides, its outcome depends on") };
        let asked = TypeId::of::<F>();
        let now = self.readings.borrow().get(&asked).filter(|it| it.turn == turn).map(|it| Arc::clone(&it.found));
        if let Some(found) = now.and_then(|it| it.downcast().ok()) {
            return found;
        }
        let anew = |range: Range<usize>| {
            let each = which(range).map(|at| (at, read(piece(at))));
            each.filter(|(_, found)| !found.is_nothing())
        };
        let earlier = kept.and_then(|kept| {
            let earlier = self.readings.borrow_mut().remove(&asked).filter(|it| it.turn == kept.of)?;
            Some((kept, earlier.found.downcast::<Vec<(usize, R)>>().ok()?))
        });
        let found = match earlier {
            Some((kept, found)) => {
                // Nobody reads a version that is over: what was found in it stays where it is.
                let mut found = Arc::unwrap_or_clone(found);
                let head = found.partition_point(|(at, _)| *at < kept.head);
                let tail = found.partition_point(|(at, _)| *at < kept.before - kept.tail);
                found[tail..].iter_mut().for_each(|(at, _)| *at = *at + count - kept.before);
                found.splice(head..tail, anew(kept.head..count - kept.tail));
                Arc::new(found)
            }
            None => Arc::new(anew(0..count).collect()),
        };
        self.readings.borrow_mut().insert(asked, Reading { turn, found: Arc::<Vec<_>>::clone(&found) });
        found
    }

    /// The same of places in a text, which may be others for each reading.
    pub fn read_at<R: Outcome, F: Fn(&str) -> R + 'static>(
        &self,
        turn: usize,
        since: Option<Since>,
        spans: Vec<Span>,
        text: &str,
        read: F,
    ) -> Vec<(Span, R)> {
        let earlier = self.places.borrow_mut().remove(&TypeId::of::<F>());
        if earlier.as_ref().is_some_and(|(of, old)| *of == turn && *old != spans) {
            // What was found is of other places of this version.
            self.readings.borrow_mut().remove(&TypeId::of::<F>());
        }
        let earlier = earlier.zip(since).filter(|((of, _), since)| *of == since.turn);
        let kept = earlier.map(|((_, old), since)| since.kept(&old, &spans));
        let found = self.read(turn, kept, spans.len(), |at| spans[at].of(text), read);
        let found = found.iter().map(|(at, found)| (spans[*at], found.clone())).collect();
        self.places.borrow_mut().insert(TypeId::of::<F>(), (turn, spans));
        found
    }
}
