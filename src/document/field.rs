//! What a text says of itself: front matter, and the `Key: value` lines and two-column table at its top.

use super::Document;
use crate::markdown::{BlockKind, FrontMatter};
use crate::text::Span;
use crate::words::heading;

#[derive(Debug, Clone)]
pub struct Field {
    /// The key, normalised.
    pub name: String,
    pub key: Span,
    pub value: Span,
    /// The value without quotes and brackets; the items of a list joined with ", ".
    pub text: String,
    pub in_front_matter: bool,
}

/// Header lines stand this near to the top, where no second heading ends the header before.
const HEADER_LINES: usize = 30;

pub fn all(doc: &Document) -> Vec<Field> {
    let mut fields = Vec::new();
    for (_, block) in doc.blocks().iter().take(2) {
        if let BlockKind::FrontMatter(form) = block.kind {
            front_matter(doc, block.span, form, &mut fields);
        }
    }
    let header = header_end(doc);
    for label in doc.labels().iter().filter(|label| label.key.start < header && !label.value.is_empty()) {
        fields.push(Field {
            name: label.name.clone(),
            key: label.key,
            value: label.value,
            text: plain(doc.at(label.value)),
            in_front_matter: false,
        });
    }
    for table in doc.tables().iter().filter(|table| table.span.start < header && table.width() == 2) {
        for row in table.rows_and_header() {
            let &[key, value] = row.cells.as_slice() else { continue };
            let name = heading::normalise(doc.at(key));
            let text = plain(doc.at(value));
            fields.push(Field { name, key, value, text, in_front_matter: false });
        }
    }
    fields
}

/// The header ends at the second heading: what follows is text.
fn header_end(doc: &Document) -> usize {
    let by_lines = doc.lines().span(HEADER_LINES.min(doc.lines().count() - 1), doc.text()).end;
    let title_first =
        doc.sections().first().is_some_and(|first| doc.passages().first().is_some_and(|it| it.span == first.heading));
    let heading = doc.sections().get(usize::from(title_first)).map_or(usize::MAX, |section| section.heading.start);
    by_lines.min(heading)
}

/// Top-level keys only. Values are read as text: no type is needed, and no error is possible.
fn front_matter(doc: &Document, span: Span, form: FrontMatter, fields: &mut Vec<Field>) {
    let separator = if form == FrontMatter::Yaml { ':' } else { '=' };
    let first = fields.len();
    let mut at = span.start;
    for line in doc.at(span).split_inclusive('\n') {
        let start = at;
        at += line.len();
        let text = line.trim_end();
        if text.starts_with([' ', '\t', '-', '#', '+', '[']) || text.is_empty() {
            continue_value(doc, Span::new(start, start + text.len()), &mut fields[first..]);
            continue;
        }
        let Some(split) = text.find(separator) else { continue };
        let key = Span::new(start, start + split).trimmed(doc.text());
        let value = Span::new(start + split + 1, start + text.len()).trimmed(doc.text());
        let name = heading::normalise(doc.at(key));
        fields.push(Field { name, key, value, text: plain(doc.at(value)), in_front_matter: true });
    }
}

/// Indented lines and list items belong to the key above them.
fn continue_value(doc: &Document, line: Span, fields: &mut [Field]) {
    let more = doc.at(line);
    let is_fence = more.starts_with("---") || more.starts_with("+++") || more.starts_with('#');
    let Some(field) = fields.last_mut().filter(|_| !is_fence) else { return };
    let item = plain(more.trim().trim_start_matches("- "));
    if !item.is_empty() {
        if !field.text.is_empty() {
            field.text.push_str(", ");
        }
        field.text.push_str(&item);
        field.value.end = line.end;
    }
}

fn plain(value: &str) -> String {
    let value = value.split(" #").next().unwrap_or(value).trim();
    value.trim_matches(['"', '\'', '[', ']', '*', '`', ' ']).to_owned()
}
