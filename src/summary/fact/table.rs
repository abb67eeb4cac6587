//! Facts in the rows of tables whose columns are named so.

use super::{All, Export, Form, Import};
use crate::document::{Document, Row, Table};
use crate::fact::marker::is_id;
use crate::summary::Spot;
use crate::text::Span;

/// The columns of a table of facts.
struct Columns {
    id: usize,
    value: usize,
    owner: Option<usize>,
    since: Option<usize>,
    until: Option<usize>,
    decided_by: Option<usize>,
    superseded_by: Option<usize>,
    aliases: Option<usize>,
    seen: Option<usize>,
    /// Its rows repeat what is declared elsewhere.
    is_assumed: bool,
}

pub fn read(doc: &Document, all: &mut All) {
    for table in doc.tables() {
        let Some(columns) = columns(table) else { continue };
        for row in &table.rows {
            let Some((id, id_spot)) = cell(doc, row, Some(columns.id)).filter(|it| is_id(&it.0)) else { continue };
            let Some((value, spot)) = cell(doc, row, Some(columns.value)) else { continue };
            let whole = row.span.map(|it| Spot::of(doc, it)).unwrap_or_default();
            let text = |column| cell(doc, row, column).map(|it| it.0);
            let place = |column| cell(doc, row, column).map(|it| it.1);
            if columns.is_assumed {
                let (seen, seen_spot) = (text(columns.seen), place(columns.seen));
                let owner = text(columns.owner);
                let form = Form::Row;
                let value = Some(value);
                let it = Import { id, value, owner, seen, form, spot, id_spot, seen_spot, whole, ..Import::default() };
                all.imports.push(it);
                continue;
            }
            let aliases = text(columns.aliases).unwrap_or_default();
            let aliases = aliases.split([',', ';']).map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned);
            all.exports.push(Export {
                id,
                value,
                owner: text(columns.owner),
                since: text(columns.since),
                until: text(columns.until),
                decided_by: text(columns.decided_by),
                superseded_by: text(columns.superseded_by),
                page_status: None,
                aliases: aliases.collect(),
                form: Form::Row,
                spot,
                since_spot: place(columns.since),
                whole,
                beside: None,
            });
        }
    }
}

/// The columns of a table of facts. Tables of other things have an `id` and a `value` as well: then two of the other
/// names are needed, and one beside `fact`.
fn columns(table: &Table) -> Option<Columns> {
    let named = |names: &[&str]| table.columns.iter().position(|it| names.contains(&it.as_str()));
    let fact = named(&["fact", "fact id"]);
    let id = fact.or_else(|| named(&["id"]))?;
    let assumed = named(&["assumed", "assumed value", "we assume", "assumes", "assumption"]);
    let seen = named(&["seen", "last seen"]);
    let value = assumed.or_else(|| named(&["value"]))?;
    let owner = named(&["owner", "owners"]);
    let since = named(&["since"]);
    let decided_by = named(&["decided by", "decision"]);
    let signs = [owner, since, decided_by, seen, assumed].iter().flatten().count();
    (signs >= if fact.is_some() { 1 } else { 2 }).then(|| Columns {
        id,
        value,
        owner,
        since,
        until: named(&["until"]),
        decided_by,
        superseded_by: named(&["superseded by", "replaced by"]),
        aliases: named(&["alias", "aliase", "also called"]),
        seen,
        is_assumed: assumed.is_some() || seen.is_some(),
    })
}

/// What a cell says as it is read, and where; none where it is empty.
fn cell(doc: &Document, row: &Row, column: Option<usize>) -> Option<(String, Spot)> {
    let cell = *row.cells.get(column?)?;
    let prose = doc.prose();
    let clean = prose.clean_range(cell);
    let text = prose.readable(doc, clean.clone()).trim().to_owned();
    let is_blank = !text.contains(|it: char| it.is_alphanumeric());
    let span = prose.span(clean).trimmed(doc.text());
    let span = if span.is_empty() { cell.trimmed(doc.text()) } else { span };
    (!is_blank).then(|| (text, Spot::of(doc, inside(doc, span))))
}

/// Without the ticks of code: what is put in their place stays code.
fn inside(doc: &Document, span: Span) -> Span {
    let text = doc.at(span);
    let ticks = text.bytes().take_while(|it| *it == b'`').count();
    let is_code = ticks > 0 && text.len() > 2 * ticks && text.ends_with(&text[..ticks]);
    if is_code { Span::new(span.start + ticks, span.end - ticks).trimmed(doc.text()) } else { span }
}
