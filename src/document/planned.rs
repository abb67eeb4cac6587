//! Rows of work in the tables of a text: what its prose says of the same work they say with somebody's name and a day.

use std::collections::HashSet;

use jiff::civil::Date;

use super::{Document, Row, Table};
use crate::text::Span;
use crate::words::date;
use crate::words::english::{person, topic};
use crate::words::near;

/// A row of work that has somebody's name or a day.
#[derive(Debug, Clone)]
pub struct Planned {
    row: Span,
    words: HashSet<String>,
    has_owner: bool,
    due: Due,
}

/// What a row says of its day.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Due {
    Open,
    /// In a column of deadlines.
    Told,
    /// In a column of dates: one that is over is that of something else.
    On(Date),
}

impl Document<'_> {
    /// Whether a table gives a day to the work that is told of at a place.
    pub fn is_planned(&self, at: Span) -> bool {
        let written = self.written_at(at.start);
        let is_told = |due: Due| match due {
            Due::Open => false,
            Due::Told => true,
            Due::On(day) => written.is_none_or(|it| it <= day),
        };
        self.is_in_plan(at, |it| is_told(it.due))
    }

    /// Whether a table gives somebody's name to the work that is told of at a place.
    pub fn is_assigned(&self, at: Span) -> bool {
        self.is_in_plan(at, |it| it.has_owner)
    }

    fn is_in_plan(&self, at: Span, says: impl Fn(&Planned) -> bool) -> bool {
        const REACH: usize = 800;
        let rows = self.planned();
        if rows.is_empty() {
            return false;
        }
        let prose = self.prose();
        let said = prose.passage(prose.passage_at(prose.clean_range(at).start));
        let said = topic::words(near::ahead_within(said, REACH));
        rows.iter().any(|it| says(it) && !it.row.overlaps(at) && topic::tells_of(&said, &it.words))
    }

    pub(super) fn planned(&self) -> &[Planned] {
        self.answers.planned.get_or_init(|| all(self))
    }
}

/// Few lists of tasks have more rows, and each deadline of a text is held against all of them.
const MOST: usize = 64;

fn all(doc: &Document) -> Vec<Planned> {
    const WORK: &[&str] =
        &["what", "task", "action", "topic", "item", "todo", "to do", "description", "work", "deliverable"];
    const OWNER: &[&str] = &["who", "owner", "assignee", "assigned", "responsible", "by whom", "lead", "presenter"];
    const DUE: &[&str] = &["due", "deadline", "by when", "eta", "target date"];
    const DAY: &[&str] = &["date", "when", "day"];
    let rows = |table: &Table| {
        let (work, owner) = (table.column(WORK), table.column(OWNER));
        let (due, day) = (table.column(DUE), table.column(DAY));
        let is_plan = work.is_some() && (owner.is_some() || due.is_some() || day.is_some());
        let text = |row: &Row, column: Option<usize>| -> String {
            let cell = column.and_then(|it| row.cells.get(it));
            cell.map_or("", |cell| near::ahead(doc.prose().clean(*cell)).trim()).to_owned()
        };
        let read = |row: &Row| {
            let words = topic::words(&text(row, work));
            let due = match (text(row, due), text(row, day)) {
                (due, _) if date::has_date(&due) => Due::Told,
                (_, day) => this_day(doc, row, &day).map_or(Due::Open, Due::On),
            };
            let owner = text(row, owner);
            let has_owner = owner.starts_with(char::is_alphabetic) && !person::is_nobody(&owner);
            Some(Planned { row: row.span?, words, has_owner, due })
        };
        let rows = if is_plan { table.rows.as_slice() } else { &[] };
        rows.iter().filter_map(read).collect::<Vec<_>>()
    };
    let told = doc.tables().iter().flat_map(rows).filter(|it| it.has_owner || it.due != Due::Open);
    told.take(MOST).collect()
}

fn this_day(doc: &Document, row: &Row, text: &str) -> Option<Date> {
    let mention = date::only(text)?;
    mention.date().or_else(|| mention.near(doc.written_at(row.span?.start)?))
}
