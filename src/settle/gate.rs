//! What fails a run, and where.

use crate::config::FailOn;
use crate::finding::{Confidence, Finding, Level};

/// Where pingless was asked. The two fail differently: old debt must never fail, and a check that can never fail
/// is removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surface {
    /// `check` over files as they are.
    Tree,
    /// A hook, a pull request, a comparison with a base: only what is new counts.
    New,
}

/// What fails one run.
#[derive(Debug, Clone, Copy)]
pub struct Gate {
    pub surface: Surface,
    pub fail_on: Option<FailOn>,
}

impl Gate {
    /// Whether a finding fails the run.
    pub fn fails(self, finding: &Finding) -> bool {
        match self.fail_on {
            None => fails_by_default(self.surface, finding),
            Some(FailOn::Error) => finding.level >= Level::Error,
            Some(FailOn::Warn) => finding.level >= Level::Warn,
            Some(FailOn::Note) => true,
            Some(FailOn::Never) => false,
        }
    }
}

/// Whether a finding fails the run, where nobody said `--fail-on`.
fn fails_by_default(surface: Surface, finding: &Finding) -> bool {
    match (surface, finding.level, finding.confidence) {
        (_, Level::Error, _) => true,
        (Surface::New, Level::Warn, Confidence::High) => true,
        (Surface::New | Surface::Tree, Level::Warn | Level::Note, _) => false,
    }
}
