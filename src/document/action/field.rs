//! The fields of an action: the columns of its row, or the labels below it.

use super::{Action, Owner, Reader};
use crate::text::Span;
use crate::words::date;
use crate::words::english::person;

/// Names of the field that says who does it.
pub(super) const OWNER: &[&str] =
    &["owner", "assignee", "assigned to", "assigned", "who", "responsible", "dri", "lead"];
/// Names of the field that says by when.
pub(super) const DUE: &[&str] =
    &["due", "due date", "deadline", "date", "by when", "eta", "target", "when", "timeline"];

/// Whether a field is answered, and not left open as by "TBD", "?", "none yet".
pub(super) fn is_filled(text: &str) -> bool {
    const OPEN: &[&str] =
        &["", "tbd", "tba", "n/a", "na", "none", "nobody", "unassigned", "unknown", "open", "team", "all", "everyone"];
    let lower = text.to_lowercase();
    text.contains(char::is_alphanumeric)
        && !OPEN.contains(&lower.trim_matches(|it: char| !it.is_alphanumeric() && it != '/'))
}

impl Reader<'_, '_> {
    /// An action with what is said below it: "Owner: Ada". A topic belongs to whoever is named there; below a task
    /// stand people to ask and to invite as well.
    pub(super) fn with_details(&self, mut action: Action, below: Span) -> Action {
        let labels = self.doc.labels();
        let first = labels.partition_point(|label| label.key.start < below.start);
        for label in labels[first..].iter().take_while(|label| label.key.start < below.end) {
            let value = self.doc.prose().clean(label.value);
            let answers = |names: &[&str]| names.contains(&label.name.as_str()) && is_filled(value);
            if answers(OWNER) && !action.has_owner() {
                action.owner = Owner::read(value);
            }
            action.has_due |= answers(DUE);
            action.has_date |= answers(DUE) && date::has_date(value);
        }
        if !action.has_owner() && !action.is_task && person::mentioned(self.doc.at(below)).is_some() {
            action.owner = Owner::Someone;
        }
        action
    }
}
