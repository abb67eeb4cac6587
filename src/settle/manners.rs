//! How loudly a finding may speak to the author of a change: drafts are not done, and newcomers are not failed.

use super::Checked;
use crate::change::Change;
use crate::config::{FailOn, Manners};
use crate::finding::Level;

/// Lowers every finding to what its author may meet. It hides none.
pub fn soften(document: &mut Checked, change: &Change, manners: &Manners) {
    let highest = manners.highest(change);
    for finding in &mut document.findings {
        finding.level = finding.level.min(highest);
    }
}

/// The level from which a run fails: as somebody says, or else so that nobody is failed who meets no error.
pub fn fail_on(said: Option<FailOn>, change: &Change, manners: &Manners) -> Option<FailOn> {
    said.or((manners.highest(change) < Level::Error).then_some(FailOn::Error))
}
