//! What a check writes to. Knows flags, and no rule.

use super::Flag;
use crate::text::Span;

/// Where a check puts what it sees. It does not tell the check which rule it works for.
#[derive(Debug, Default)]
pub struct Findings {
    flags: Vec<Flag>,
    is_blind: bool,
    wants_day: bool,
}

impl Findings {
    /// Flags a place; `label` is the evidence, in a few words, printed under the carets.
    pub fn flag(&mut self, at: impl Into<Span>, label: impl Into<String>) -> &mut Flag {
        self.flags.push(Flag::new(at, label));
        self.flags.last_mut().expect("it was pushed just now")
    }

    /// Flags the first of several places that are one question, and points at the others.
    pub fn flag_all(&mut self, places: &[Span], label: &str) -> Option<&mut Flag> {
        let (first, further) = places.split_first()?;
        let flag = self.flag(*first, label);
        for span in further {
            flag.and(*span, "here as well");
        }
        Some(flag)
    }

    pub fn len(&self) -> usize {
        self.flags.len()
    }

    pub fn is_empty(&self) -> bool {
        self.flags.is_empty()
    }

    /// A flag that was made before.
    pub fn push(&mut self, flag: Flag) {
        self.flags.push(flag);
    }

    /// Says that what the check needs is not there in this run: that it finds nothing proves nothing.
    pub fn abstain(&mut self) {
        self.is_blind = true;
    }

    /// Says that there is something to hold against the day on which somebody reads, which nobody said in this run.
    pub fn want_day(&mut self) {
        self.wants_day = true;
    }

    pub fn wants_day(&self) -> bool {
        self.wants_day
    }

    pub fn abstained(&self) -> bool {
        self.is_blind
    }

    /// The last flag, if there are more than `count`.
    pub fn last_after(&mut self, count: usize) -> Option<&mut Flag> {
        self.flags.get_mut(count..).and_then(<[Flag]>::last_mut)
    }

    pub fn into_flags(self) -> Vec<Flag> {
        self.flags
    }
}
