//! Which patterns may match where in a text that all of them are asked about: one pass for the cues of every pattern, in
//! place of one pass for each. It says where a pattern cannot match, never that it does, and so changes no answer.

use std::cell::RefCell;
use std::marker::PhantomData;
use std::ops::Range;

use memchr::memmem;

use super::question::Question;
use super::sifted::{Changed, Sifted};

thread_local! {
    /// The texts that are being read, the last one last.
    static SIFTED: RefCell<Vec<Sifted>> = const { RefCell::new(Vec::new()) };
}

impl Question {
    /// Where the last of the cues begins in a part of a text that is being read, if any does; none where nothing is known of it.
    pub(super) fn last(&self, text: &str) -> Option<Option<usize>> {
        SIFTED.with_borrow_mut(|all| {
            let (read, part) = reading(all, text)?;
            Some(read.last(self, part))
        })
    }

    /// Where the cues begin in a part of a text that is being read, in order; none where nothing is known of it.
    pub fn places(&self, text: &str) -> Option<Vec<usize>> {
        SIFTED.with_borrow_mut(|all| {
            let (read, part) = reading(all, text)?;
            Some(read.of_part(self, part))
        })
    }
}

/// The text that is being read and holds a part, and where the part is in it.
fn reading<'a>(all: &'a mut [Sifted], part: &str) -> Option<(&'a mut Sifted, Range<usize>)> {
    let start = part.as_ptr() as usize;
    let read = all.iter_mut().rev().find(|it| it.start <= start && start + part.len() <= it.end)?;
    let from = start - read.start;
    Some((read, from..from + part.len()))
}

/// As long as it lives, patterns know where in a text they cannot match. The text must live as long, where it is; it
/// stays in its thread, because what is known of it does.
#[derive(Debug, Default)]
pub struct Sifting(Option<usize>, PhantomData<*const ()>);

impl Sifting {
    /// Sifts a text.
    pub fn of(text: &str) -> Self {
        Self::begin(may_be_sifted(text).then(|| Sifted::of(text)))
    }

    /// Sifts a text of which an earlier version was sifted.
    pub fn after(text: &str, before: &Sifted, changed: Changed) -> Self {
        Self::begin(may_be_sifted(text).then(|| before.changed(text, changed)))
    }

    fn begin(sifted: Option<Sifted>) -> Self {
        let start = sifted.as_ref().map(|it| it.start);
        SIFTED.with_borrow_mut(|all| all.extend(sifted));
        Self(start, PhantomData)
    }

    /// What was found; patterns know of it no more.
    pub fn into_sifted(mut self) -> Option<Sifted> {
        let start = self.0.take()?;
        SIFTED.with_borrow_mut(|all| {
            let at = all.iter().rposition(|it| it.start == start)?;
            Some(all.remove(at))
        })
    }
}

/// Whether what the sieve says of a text holds.
fn may_be_sifted(text: &str) -> bool {
    u32::try_from(text.len()).is_ok() && !text.is_empty() && !has_other_case(text)
}

/// Whether a text holds one of the two letters outside of ASCII that are another case of one inside. No cue has them.
pub(super) fn has_other_case(text: &str) -> bool {
    !text.is_ascii() && ["\u{17f}", "\u{212a}"].iter().any(|it| memmem::find(text.as_bytes(), it.as_bytes()).is_some())
}

impl Drop for Sifting {
    fn drop(&mut self) {
        let Some(start) = self.0 else { return };
        // When its thread ends, nobody asks any more.
        let _ = SIFTED.try_with(|all| all.borrow_mut().retain(|it| it.start != start));
    }
}
