//! The native checks, one file each, named as their page. A check cannot fail, keeps no state and reads nothing
//! but its document; it knows no rule id, level, line number or output.

mod ambiguous_deadline;
mod decision_without_reason;
mod lost_conversation;
mod missing_owner;
mod no_clear_ask;
mod one_sided_consequences;
mod open_question_in_accepted;
mod undated_action;
mod undecided_decision;
mod unfilled_template;
mod unknown_status;
mod unowned_action;
mod unrejected_alternative;
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
    ("decision-without-reason", Native::Document(decision_without_reason::check)),
    ("ineffective-comment", Native::Allows),
    ("lost-conversation", Native::Document(lost_conversation::check)),
    ("missing-owner", Native::Document(missing_owner::check)),
    ("no-clear-ask", Native::Document(no_clear_ask::check)),
    ("one-sided-consequences", Native::Document(one_sided_consequences::check)),
    ("open-question-in-accepted", Native::Document(open_question_in_accepted::check)),
    ("undated-action", Native::Document(undated_action::check)),
    ("undecided-decision", Native::Document(undecided_decision::check)),
    ("unfilled-template", Native::Document(unfilled_template::check)),
    ("unknown-status", Native::Document(unknown_status::check)),
    ("unowned-action", Native::Document(unowned_action::check)),
    ("unrejected-alternative", Native::Document(unrejected_alternative::check)),
    ("unused-allow", Native::Allows),
    ("vague-ask", Native::Document(vague_ask::check)),
    ("vague-reference", Native::Document(vague_reference::check)),
    ("weekday-date-mismatch", Native::Document(weekday_date_mismatch::check)),
];

pub fn named(id: &str) -> Option<Native> {
    CHECKS.iter().find(|(name, _)| *name == id).map(|(_, native)| *native)
}
