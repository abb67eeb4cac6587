//! Actions in the rows of a table, by its columns.

use super::field::{DUE, OWNER, is_filled, names_owner};
use super::{Action, Owner, Reader};
use crate::document::{Place, Row, Table};
use crate::text::Span;
use crate::words::english::placeholder::is_placeholder;
use crate::words::english::{action, by_when, done};

impl Reader<'_, '_> {
    pub(super) fn table(&self, table: &Table) -> Vec<Action> {
        let task = table.column(&["action item", "action", "task", "item", "todo", "what", "follow-up", "description"]);
        let is_listed = self.is_listed(table.span);
        if task.is_none() && !is_listed {
            return Vec::new();
        }
        let owner = table.column(OWNER);
        // "Actions: Responsible" is both: what is to be done, and by whom.
        let both = table.columns.iter().position(|it| it.starts_with("action") && it.contains("responsible"));
        let setting = self.around(table.span.start);
        let says_action = task.is_some_and(|task| table.columns[task].starts_with("action"));
        let is_announced = setting.is_announced() || says_action && self.is_dated(table.span.start);
        let is_task = task.is_some() && (owner.is_some() && is_announced || setting.is_surely_announced());
        if !is_task && !is_listed {
            return Vec::new();
        }
        // "By whom" is another column.
        let by = || table.columns.iter().position(|it| it == "by");
        let due = table.column(DUE).or_else(by);
        let status = table.column(&["status", "state", "done", "progress"]);
        let clean = |span: Span| self.doc.prose().clean(span).trim();
        let cell = |row: &Row, column: Option<usize>| {
            column.and_then(|column| row.cells.get(column)).map_or("", |cell| clean(*cell))
        };
        let action = |row: &Row| {
            let whole = row.span?;
            let span = if is_task { *row.cells.get(task?)? } else { whole };
            let text = clean(span);
            let told = self.told(whole, Place::Cell, clean(whole), self.doc.at(whole));
            // A table without a column for owners may hold topics as well.
            let is_filled_in = both.is_none() || is_filled(cell(row, both));
            // "[Task]" is what the form says.
            let is_of_form = || text.starts_with('[') && is_placeholder(text);
            let is_action = is_filled(text)
                && is_filled_in
                && !is_of_form()
                && (owner.is_some() || !is_task || action::read(text).is_some());
            is_action.then(|| Action {
                span,
                is_open: !is_over(cell(row, status)) && !done::needs_nobody(text),
                owner: match names_owner(cell(row, owner)) {
                    true => Owner::read(cell(row, owner)),
                    false if both.is_some() => Owner::read(cell(row, both)),
                    false if is_task && owner.is_some() => Owner::Nobody,
                    false => told.owner,
                },
                has_due: is_filled(cell(row, due))
                    || by_when::is_told(text)
                    || row.cells.iter().any(|it| by_when::is_set(clean(*it)))
                    || told.has_date
                    || self.is_due_at_next_meeting(whole.start),
                is_task,
                is_marked: true,
                text: text.to_owned(),
                ..told
            })
        };
        table.rows.iter().filter_map(action).collect()
    }
}

/// Whether a column of states says that nothing is left to do: "Done", "Adopted", "Decided to adopt", or that it is done by the text.
fn is_over(state: &str) -> bool {
    const TOLD: &[&str] =
        &["this document", "this postmortem", "this page", "in place", "decided to adopt", "decided-to-adopt"];
    let first = state.split(|it: char| !it.is_alphanumeric()).find(|it| !it.is_empty()).unwrap_or_default();
    let lower = state.to_lowercase();
    done::needs_nobody(state)
        || done::is_over(state)
        || done::is_over(first)
        || TOLD.iter().any(|it| lower.starts_with(it))
}
