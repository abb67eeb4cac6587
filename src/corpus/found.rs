//! The collector that a check of many documents writes to. It does not tell the check which rule it works for.

use super::Place;
use crate::finding::Flag;

/// Where a check puts what it sees.
#[derive(Debug, Default)]
pub struct Found {
    flags: Vec<(Place, Flag)>,
    is_blind: bool,
}

impl Found {
    /// Flags a place in one of the documents; `label` is the evidence, in a few words.
    pub fn flag(&mut self, at: Place, label: impl Into<String>) -> &mut Flag {
        self.flags.push((at, Flag::new(at.spot.span(), label)));
        &mut self.flags.last_mut().expect("it was pushed just now").1
    }

    /// All that was found is right less often than nine times in ten, or nobody knows: it is shown with `--pedantic` only.
    pub fn doubt(&mut self) {
        for (_, flag) in &mut self.flags {
            flag.unsure();
        }
    }

    /// Says that what the check needs is not there in this run: that it finds nothing proves nothing.
    pub fn abstain(&mut self) {
        self.is_blind = true;
    }

    pub fn abstained(&self) -> bool {
        self.is_blind
    }

    /// Each flag with the place at which it was put up.
    pub fn into_flags(self) -> Vec<(Place, Flag)> {
        self.flags
    }
}
