//! The native checks, one file each, named as their page. A check cannot fail, keeps no state and reads nothing
//! but its document; it knows no rule id, level, line number or output.

mod ambiguous_deadline;

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
    ("ineffective-comment", Native::Allows),
    ("unused-allow", Native::Allows),
];

pub fn named(id: &str) -> Option<Native> {
    CHECKS.iter().find(|(name, _)| *name == id).map(|(_, native)| *native)
}
