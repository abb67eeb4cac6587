//! Actions in the rows of a table, by its columns.

use super::{Action, Reader};
use crate::document::{Row, Table};
use crate::words::action;

impl Reader<'_, '_> {
    pub(super) fn table(&self, table: &Table) -> Vec<Action> {
        let owner =
            table.column(&["owner", "assignee", "assigned to", "assigned", "who", "responsible", "dri", "lead"]);
        let task = table.column(&["action item", "action", "task", "item", "todo", "what", "follow-up", "description"]);
        let due =
            table.column(&["due", "due date", "deadline", "date", "by when", "eta", "target", "when", "timeline"]);
        let status = table.column(&["status", "state", "done", "progress"]);
        let (Some(owner), Some(task)) = (owner, task) else { return Vec::new() };
        let setting = self.around(table.span.start);
        let says_action = table.columns[task].starts_with("action");
        if !(setting.is_announced() || says_action && self.is_dated(table.span.start)) {
            return Vec::new();
        }
        let cell = |row: &Row, column: Option<usize>| -> String {
            column
                .and_then(|column| row.cells.get(column))
                .map(|cell| self.doc.prose().clean(*cell).trim().to_owned())
                .unwrap_or_default()
        };
        let action = |row: &Row| {
            let span = *row.cells.get(task)?;
            let text = cell(row, Some(task));
            let is_filled = |text: &str| text.contains(char::is_alphanumeric) && !is_open_answer(text);
            is_filled(&text).then(|| Action {
                is_open: !action::is_done(&cell(row, status)) && !action::is_done(&text),
                has_owner: is_filled(&cell(row, Some(owner))),
                has_due: is_filled(&cell(row, due)) || action::has_time(&text),
                is_tracked: row.span.is_some_and(|row| self.is_tracked(row, self.doc.prose().clean(row))),
                is_marked: true,
                text,
                span,
            })
        };
        table.rows.iter().filter_map(action).collect()
    }
}

/// "TBD", "?", "none yet": a cell that leaves the question open.
fn is_open_answer(text: &str) -> bool {
    const OPEN: &[&str] =
        &["", "tbd", "tba", "n/a", "na", "none", "nobody", "unassigned", "unknown", "open", "team", "all", "everyone"];
    let lower = text.to_lowercase();
    OPEN.contains(&lower.trim_matches(|it: char| !it.is_alphanumeric() && it != '/'))
}
