//! Headings over lists of actions, normalised.

/// Headings of lists of actions, normalised. A longer heading that begins so is one as well.
pub(super) const HEADINGS: &[&str] = &["action item", "action point", "open action", "new action"];

/// Headings that stand over actions in minutes and reports, and over advice to the reader elsewhere.
pub(super) const HEADINGS_IF_DATED: &[&str] = &[
    "action",
    "current action",
    "next step",
    "next action",
    "follow-up",
    "followup",
    "follow up",
    "follow-up action",
    "follow-up item",
    "todo",
    "to do",
    "to-do",
    "todo list",
    "remediation",
    "remediation item",
    "remediation action",
    "corrective action",
    "preventive action",
    "preventative action",
    "preventive measure",
    "preventative measure",
    "corrective and preventative measure",
    "corrective and preventive action",
    "recommended action",
    "action for next meeting",
    "assignment",
    "process improvement",
    "technical improvement",
    "documentation improvement",
];

/// A heading with one of these words looks back, or speaks of actions.
pub(super) const NOT_OPEN: &[&str] = &[
    "review",
    "reviewed",
    "previous",
    "past",
    "last",
    "completed",
    "complete",
    "done",
    "closed",
    "old",
    "template",
    "example",
    "prior",
];

/// Of a personal report: what its author will do.
pub(super) const OF_THE_AUTHOR: &[&str] = &["next step", "todo", "to do", "to-do", "todo list"];

/// Headings that stand over actions in minutes, and over much else in other texts.
pub(super) const HEADINGS_OF_MINUTES: &[&str] = &[
    "task",
    "initial task",
    "a/i",
    "resulting action item",
    "to dos",
    "other to-do",
    "other todo",
    "outstanding to-do",
    "outstanding todo",
    "outstanding to-do's",
    "goal for next week",
    "goal for next meeting",
    "goal for next sprint",
    "goal for the next week",
    "goal for the next meeting",
    "goal for the next sprint",
];
