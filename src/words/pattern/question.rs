//! What patterns ask of each text: after which cues, and under which number the answer is kept.

use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::texts::Texts;
use super::vocabulary;

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
}
