//! Cells of tables that should hold a time, and hold "TBD". Who is asked for it, and how surely, it does not know.

use std::cell::LazyCell;

use crate::document::{Document, Row};
use crate::text::Span;
use crate::words::date;
use crate::words::english::vague_promise;

/// Bytes. What is longer says more than what has to come first.
const LONGEST_GAP: usize = 400;

/// Cells of a row that somebody may have left open, each for itself.
const MOST_OPEN: usize = 2;

/// The cells of tables that should hold a time, by the name of their column or row, and hold "TBD"; and whether the table is
/// a plan that is kept, by the dates that stand in it, or the row a form of which nothing is filled in. When a task is done,
/// another rule asks.
pub fn all<'d>(doc: &'d Document) -> impl Iterator<Item = (Span, bool)> + 'd {
    doc.tables().iter().flat_map(move |table| {
        let has_date = |row: &Row| row.cells.iter().any(|cell| date::has_date(doc.at(*cell)));
        // "| Sent to | TBD |", "| Sent by | TBD |", "| Sent date | TBD |"
        let is_gap = |row: &&Row| matches!(row.cells[..], [_, value] if vague_promise::is_left_open(doc.at(value)));
        let is_of_days = table.columns.get(1).is_some_and(|it| vague_promise::names_time(it));
        let is_blank = move || !is_of_days && table.rows.iter().filter(is_gap).count() > MOST_OPEN;
        let is_told = move || vague_promise::says_unknown(doc.lead_of(table));
        let is_planned = LazyCell::new(move || table.rows.iter().any(has_date) || is_blank() || is_told());
        let open = table.rows.iter().flat_map(move |row| {
            let gaps = row.cells.iter().skip(1).filter(|it| vague_promise::is_left_open(doc.at(**it))).count();
            let is_form = gaps > MOST_OPEN;
            let name = row.cells.first().map_or("", |first| doc.at(*first));
            row.cells.iter().enumerate().skip(1).filter_map(move |(column, cell)| {
                let column = table.columns.get(column).map_or("", String::as_str);
                let is_time = || vague_promise::names_time(name) || vague_promise::names_time(column);
                let is_open = vague_promise::is_left_open(doc.at(*cell)) && is_time() && !holds_task(doc, row);
                is_open.then(|| (cell.trimmed(doc.text()), is_form || waits_for_more(doc, row, &table.columns)))
            })
        });
        open.map(move |(cell, is_form)| (cell, is_form || *is_planned))
    })
}

/// "| TBD | Phase 2 complete |", below "Depends on": after what it comes stands beside it.
fn waits_for_more(doc: &Document, row: &Row, columns: &[String]) -> bool {
    let waits =
        |name: &str| ["depend", "prerequisite", "blocked by", "after", "trigger"].iter().any(|it| name.contains(it));
    let mut cells = row.cells.iter().zip(columns).filter(|(_, name)| waits(name)).map(|(cell, _)| *cell);
    cells.any(|it| it.len() <= LONGEST_GAP && vague_promise::is_done_first(doc.at(it)))
}

/// Whether a row is a task that is still to be done: when, it is asked there.
fn holds_task(doc: &Document, row: &Row) -> bool {
    let Some((first, last)) = row.cells.first().zip(row.cells.last()) else { return false };
    let at = doc.actions().partition_point(|it| it.span.start < first.start);
    doc.actions().get(at).is_some_and(|it| it.span.start < last.end && it.is_task() && it.is_open())
}
