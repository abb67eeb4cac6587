//! Tables by the names of their columns.

use std::borrow::Cow;

use super::Document;
use super::passage::Place;
use crate::markdown::BlockKind;
use crate::text::Span;
use crate::words::{heading, near};

#[derive(Debug, Clone)]
pub struct Table {
    pub span: Span,
    /// The names of the columns, normalised.
    pub columns: Vec<String>,
    header: Row,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, Default)]
pub struct Row {
    pub span: Option<Span>,
    /// As many as the row has: a short row stays short.
    pub cells: Vec<Span>,
}

impl Document<'_> {
    /// The row of a table around a place.
    pub fn row_at(&self, at: Span) -> Option<Span> {
        self.table_row_at(at)?.1.span
    }

    /// The cells of the row of a table around a place; none where there is no table.
    pub fn cells_around(&self, at: Span) -> &[Span] {
        self.table_row_at(at).map_or(&[], |(_, row)| &row.cells)
    }

    /// The names of the columns of the table around a place, normalised; none where there is no table.
    pub fn columns_around(&self, at: Span) -> &[String] {
        self.table_row_at(at).map_or(&[], |(table, _)| &table.columns)
    }

    /// The name of the column around a place, normalised.
    pub fn column_at(&self, at: Span) -> Option<&str> {
        let (table, row) = self.table_row_at(at)?;
        let column = row.cells.iter().position(|cell| cell.contains(at))?;
        table.columns.get(column).map(String::as_str)
    }

    /// Inline code without its marks. Nothing is escaped in code but a stroke in a cell, which would end the cell.
    pub fn code_as_read(&self, span: Span) -> Cow<'_, str> {
        let code = self.at(span).trim_matches('`');
        let passage = || self.passages().get(self.passages_in(span).start);
        match code.contains("\\|") && passage().is_some_and(|it| it.place == Place::Cell) {
            true => code.replace("\\|", "|").into(),
            false => code.into(),
        }
    }

    /// The last words of the paragraph right above a table.
    pub fn lead_of(&self, table: &Table) -> &str {
        const REACH: usize = 400;
        const NEAR: usize = 8;
        let before = self.passages().partition_point(|it| it.span.end <= table.span.start).checked_sub(1);
        let is_right_above = |at: &usize| {
            self.passages()[*at].place == Place::Paragraph && table.span.start - self.passages()[*at].span.end <= NEAR
        };
        before.filter(is_right_above).map_or("", |at| near::behind_within(self.prose().passage(at), REACH))
    }

    fn table_row_at(&self, at: Span) -> Option<(&Table, &Row)> {
        let tables = self.tables();
        let table = &tables[tables.partition_point(|it| it.span.start <= at.start).checked_sub(1)?];
        let behind = table.rows.partition_point(|it| it.span.is_some_and(|it| it.start <= at.start));
        let row = &table.rows[behind.checked_sub(1)?];
        row.span.is_some_and(|it| it.contains(at)).then_some((table, row))
    }
}

impl Table {
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// The first column whose name is, or begins with, one of these words.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        self.columns.iter().position(|column| names.iter().any(|name| heading::begins_with(column, name)))
    }

    /// A table without a real header, as some write fields, has its first pair there.
    pub fn rows_and_header(&self) -> impl Iterator<Item = &Row> {
        std::iter::once(&self.header).chain(&self.rows)
    }
}

/// Few tables have more columns.
const USUAL_WIDTH: usize = 4;
/// Room is made at once for no more cells of a row: it may have fewer than its header.
const MOST_ROOM: usize = 16;

pub fn all(doc: &Document) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    // The block of the table that is being filled.
    let mut open = None;
    // The row of which cells are being read.
    let mut row = None;
    for (index, block) in doc.blocks().iter() {
        match block.kind {
            BlockKind::Table => {
                open = Some(index);
                tables.push(Table { span: block.span, columns: Vec::new(), header: Row::default(), rows: Vec::new() });
            }
            BlockKind::Row { header } if block.parent() == open => {
                let Some(table) = tables.last_mut() else { continue };
                let width = if header { USUAL_WIDTH } else { table.header.cells.len().min(MOST_ROOM) };
                let cells = Vec::with_capacity(width);
                let begun = Row { span: Some(block.span), cells };
                if header {
                    table.header = begun;
                } else {
                    table.rows.push(begun);
                }
                row = Some(index);
            }
            BlockKind::Cell if block.parent() == row => {
                let Some(table) = tables.last_mut() else { continue };
                table.rows.last_mut().unwrap_or(&mut table.header).cells.push(block.span);
            }
            _ => {}
        }
    }
    name_columns(doc, &mut tables);
    tables
}

fn name_columns(doc: &Document, tables: &mut [Table]) {
    let cells: Vec<Span> = tables.iter().flat_map(|it| &it.header.cells).copied().collect();
    let mut names = doc.in_spans(cells, |it| Some(heading::normalise(it))).into_iter().filter_map(|(_, name)| name);
    for table in tables {
        table.columns = names.by_ref().take(table.header.cells.len()).collect();
    }
}
