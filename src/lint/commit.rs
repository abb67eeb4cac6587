//! Messages of commits: what was measured on documents holds for few of them. A commit names days and talks that are over,
//! and whoever reads it a year later asks nothing about them.

use crate::config::Policy;
use crate::rule::Rule;

/// Rules for every kind that were as right on messages of commits as elsewhere.
const AS_RIGHT: &[&str] = &["ineffective-comment", "unanswered-question", "unfilled-template", "unused-allow"];

/// Whether what a rule says of a message of a commit counts as much as what it says of a document: it is meant for such
/// messages, it was measured on them, or somebody here wants it.
pub fn is_tried(rule: &Rule, policy: &Policy) -> bool {
    !rule.kinds.is_empty()
        || AS_RIGHT.contains(&&*rule.id)
        || !rule.is_builtin
        || policy.names(&rule.id)
        || policy.levels_by_name(&rule.id)
}
