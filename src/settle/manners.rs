//! How loudly a finding may speak to the author of a change: drafts are not done, and newcomers are not failed.

use super::Checked;
use crate::change::Change;
use crate::config::Manners;

/// Lowers every finding to what its author may meet. It hides none.
pub fn soften(document: &mut Checked, change: &Change, manners: &Manners) {
    let highest = manners.highest(change);
    for finding in &mut document.findings {
        finding.level = finding.level.min(highest);
    }
}
