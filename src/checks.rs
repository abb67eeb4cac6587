//! The native checks, one file each, named as their page. A check cannot fail, keeps no state and reads nothing
//! but its document; it knows no rule id, level, line number or output.

mod ambiguous_deadline;
mod backwards_timeline;
mod incident_gap;
mod late_report;
mod lost_conversation;
mod missing_rollback;
mod missing_verification;
mod no_clear_ask;
mod step_not_runnable;
mod undated_action;
mod unfilled_template;
mod unowned_action;
mod vague_ask;
mod vague_reference;
mod weekday_date_mismatch;

use crate::document::Document;
use crate::finding::Findings;

pub type DocumentCheck = fn(&Document, &mut Findings);

/// What stands behind a page without phrases and needs.
#[derive(Debug, Clone, Copy)]
pub enum Native {
    Document(DocumentCheck),
    /// Judged when findings are settled: it is about the exceptions themselves.
    Allows,
}

/// Every native check by the name of its page.
pub static CHECKS: &[(&str, Native)] = &[
    ("ambiguous-deadline", Native::Document(ambiguous_deadline::check)),
    ("backwards-timeline", Native::Document(backwards_timeline::check)),
    ("incident-gap", Native::Document(incident_gap::check)),
    ("ineffective-comment", Native::Allows),
    ("late-report", Native::Document(late_report::check)),
    ("lost-conversation", Native::Document(lost_conversation::check)),
    ("missing-rollback", Native::Document(missing_rollback::check)),
    ("missing-verification", Native::Document(missing_verification::check)),
    ("no-clear-ask", Native::Document(no_clear_ask::check)),
    ("step-not-runnable", Native::Document(step_not_runnable::check)),
    ("undated-action", Native::Document(undated_action::check)),
    ("unfilled-template", Native::Document(unfilled_template::check)),
    ("unowned-action", Native::Document(unowned_action::check)),
    ("unused-allow", Native::Allows),
    ("vague-ask", Native::Document(vague_ask::check)),
    ("vague-reference", Native::Document(vague_reference::check)),
    ("weekday-date-mismatch", Native::Document(weekday_date_mismatch::check)),
];

pub fn named(id: &str) -> Option<Native> {
    CHECKS.iter().find(|(name, _)| *name == id).map(|(_, native)| *native)
}
