//! Which patterns may match where in a text that all of them are asked about: one pass for the cues of every pattern, in
//! place of one pass for each. It says where a pattern cannot match, never that it does, and so changes no answer.

use std::borrow::Cow;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use memchr::memmem;

use super::sifted::Sifted;
use super::texts::Texts;
use super::vocabulary;

thread_local! {
    /// The texts that are being read, the last one last.
    static SIFTED: RefCell<Vec<Sifted>> = const { RefCell::new(Vec::new()) };
}

/// What is asked of each text: whether one of some cues stands in it, and where.
#[derive(Debug)]
pub struct Question {
    /// Under which what was answered is kept.
    pub(super) number: usize,
    pub(super) cues: Cow<'static, [u32]>,
}

impl Question {
    fn new(cues: Cow<'static, [u32]>) -> Self {
        static ASKED: AtomicUsize = AtomicUsize::new(0);
        Self { number: ASKED.fetch_add(1, Ordering::Relaxed), cues }
    }

    /// After the cues of an expression that was prepared, if they are rare.
    pub(super) fn of_expression(row: usize) -> Option<Self> {
        vocabulary::of_expression(row).map(|it| Self::new(Cow::Borrowed(it)))
    }

    /// After phrases in lower case, if our pages have all of them.
    pub fn of_phrases(phrases: &Texts) -> Option<Self> {
        vocabulary::numbers(phrases).map(|it| Self::new(Cow::Owned(it)))
    }

    /// After the cues of several questions, if all of them are rare.
    pub(super) fn of_all<'q>(all: impl Iterator<Item = Option<&'q Self>>) -> Option<Self> {
        let mut cues = Vec::new();
        for question in all {
            cues.extend_from_slice(&question?.cues);
        }
        cues.sort_unstable();
        cues.dedup();
        Some(Self::new(Cow::Owned(cues)))
    }

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

/// What of a text is not as it was in an earlier version: all from `start` up to `new`, where before it was up to `old`.
#[derive(Debug, Clone, Copy)]
pub struct Changed {
    pub start: usize,
    pub old: usize,
    pub new: usize,
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
