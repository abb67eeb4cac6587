//! What a text says of itself: front matter, and the `Key: value` lines and the table at its top.

use super::{Document, label};
use crate::markdown::{BlockKind, FrontMatter};
use crate::text::Span;
use crate::words::english::status;
use crate::words::list::is_among;
use crate::words::{date, heading};

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

/// Header lines stand this near below the title, or to the top, where no second heading ends the header before.
const HEADER_LINES: usize = 30;

/// A table of more rows than these is more than a header.
const HEADER_ROWS: usize = 64;

impl Document<'_> {
    /// Whether it is the source of an Internet-Draft: a program numbers it, and puts its day in.
    pub fn is_internet_draft(&self) -> bool {
        // A word may stand behind the marks that end its header.
        self.field(&["docname"]).is_some_and(|it| it.text.ends_with("-latest"))
    }

    /// The fields of its front matter, as many as a person writes: whatever else a program keeps there is no part of the text.
    pub fn front_matter_fields(&self) -> impl Iterator<Item = &Field> {
        const MOST: usize = 40;
        self.fields().iter().filter(|it| it.in_front_matter).take(MOST)
    }

    /// The first days that they name: each date of a text may be held against all of them.
    pub fn front_matter_days(&self) -> Vec<date::Mention> {
        const MOST: usize = 64;
        self.front_matter_fields().flat_map(|it| date::mentions(&it.text)).take(MOST).collect()
    }
}

pub fn all(doc: &Document) -> Vec<Field> {
    let mut fields = Vec::new();
    for (_, block) in doc.blocks().iter().take(2) {
        if let BlockKind::FrontMatter(form) = block.kind {
            front_matter(doc, block.span, form, &mut fields);
        }
    }
    preamble(doc, &mut fields);
    let header = header_end(doc);
    quoted(doc, header, &mut fields);
    headings(doc, &mut fields);
    for label in doc.labels().iter().filter(|label| label.key.start < header && !label.value.is_empty()) {
        let text = readable(doc, label.value);
        fields.push(Field {
            name: label.name.clone(),
            key: label.key,
            value: label.value,
            text,
            in_front_matter: false,
        });
    }
    for table in doc.tables().iter().filter(|table| table.span.start < header && table.width() == 2) {
        for row in table.rows_and_header().take(HEADER_ROWS) {
            let &[key, value] = row.cells.as_slice() else { continue };
            let name = heading::normalise(doc.at(key));
            let text = readable(doc, value);
            fields.push(Field { name, key, value, text, in_front_matter: false });
        }
    }
    across(doc, header, &mut fields);
    fields.retain(|field| !field.name.is_empty());
    fields
}

/// A header that lies across: the names in the first row of a table, and the values in its only other one.
fn across(doc: &Document, header: usize, fields: &mut Vec<Field>) {
    const TELLING: &str =
        "status state date created updated author authors owner owners version decision deciders reviewers";
    const WIDTHS: std::ops::RangeInclusive<usize> = 3..=12;
    let is_telling = |name: &str| name.split(' ').any(|word| is_among(TELLING, word));
    for table in doc.tables().iter().filter(|it| it.span.start < header && WIDTHS.contains(&it.width())) {
        let is_header = table.columns.iter().filter(|it| is_telling(it)).count() > 1;
        let ([row], Some(names)) = (table.rows.as_slice(), table.rows_and_header().next()) else { continue };
        if is_header && names.cells.iter().all(|it| is_key(doc.at(*it))) {
            let pairs = names.cells.iter().zip(&row.cells).zip(&table.columns);
            fields.extend(pairs.filter(|((_, value), _)| !value.is_empty()).map(|((key, value), name)| {
                let (name, text) = (name.clone(), readable(doc, *value));
                Field { name, key: *key, value: *value, text, in_front_matter: false }
            }));
        }
    }
}

/// Some series write their front matter as preformatted text: before all else, or under the first heading alone.
fn preamble(doc: &Document, fields: &mut Vec<Field>) {
    const MOST_LINES: usize = 40;
    let first = doc.blocks().iter().map(|(_, it)| it).find(|it| !matches!(it.kind, BlockKind::Heading { .. }));
    let body = match first.map(|it| (it.kind, it.span)) {
        Some((BlockKind::Code { body, .. }, _)) => body,
        Some((BlockKind::Html, span)) if doc.at(span).trim_start().starts_with("<pre>") => span,
        _ => return,
    };
    let mut found: Vec<Field> = Vec::new();
    for line in body.lines(doc.text()).take(MOST_LINES).map(|it| it.trimmed(doc.text())) {
        let text = doc.at(line);
        let Some(split) = text.find(':').filter(|at| is_key(&text[..*at])) else { continue };
        let key = Span::new(line.start, line.start + split);
        let value = Span::new(line.start + split + 1, line.end).trimmed(doc.text());
        let text = doc.at(value).to_owned();
        found.push(Field { name: heading::normalise(doc.at(key)), key, value, text, in_front_matter: false });
    }
    // An example of a configuration names no title and says not where it stands.
    let has = |name: &str| found.iter().any(|it| it.name == name);
    let is_record = || {
        let is_plain = found.iter().any(|it| it.name == "status" && status::is_plain(&it.text));
        is_plain && ["created", "date", "accepted", "author", "deciders"].into_iter().any(has)
    };
    if has("title") && has("status") || is_record() {
        fields.append(&mut found);
    }
}

/// A header in a quotation, each of its lines a field: "> Status: accepted". Several of them are one even where a value goes on
/// in the next line.
fn quoted(doc: &Document, header: usize, fields: &mut Vec<Field>) {
    let passages = doc.passages().iter().take_while(|it| it.span.end <= header);
    for passage in passages.filter(|it| it.quoted) {
        let lines = passage.span.lines(doc.text()).map(|line| {
            let text = doc.at(line);
            let plain = text.trim_start_matches(['>', ' ', '*', '-']);
            Span::new(line.start + text.len() - plain.len(), line.end).trimmed(doc.text())
        });
        let pieces = lines.flat_map(|line| label::pieces(doc.at(line)).map(move |it| it.after(line.start)));
        let lines: Vec<Option<Field>> = pieces.filter(|it| !it.is_empty()).map(|line| field(doc, line)).collect();
        const FEW: usize = 3;
        let begins = lines.first().is_some_and(Option::is_some);
        if begins && (lines.iter().flatten().count() >= FEW || lines.iter().all(Option::is_some)) {
            fields.extend(lines.into_iter().flatten());
        }
    }
}

/// "## Status: accepted by Rosa", near the top.
fn headings(doc: &Document, fields: &mut Vec<Field>) {
    const NEAR: usize = 4;
    let near = doc.sections().iter().take(NEAR).filter(|it| it.level <= 2);
    let found =
        near.filter_map(|it| field(doc, doc.passages()[doc.passages_in(it.heading).next()?].content.first().copied()?));
    fields.extend(found.filter(|it| matches!(it.name.as_str(), "status" | "decision status" | "date")));
}

/// A line as a field: a key, a colon, and a value; marks of emphasis around either are no part of them.
fn field(doc: &Document, line: Span) -> Option<Field> {
    let text = doc.at(line);
    let split = text.find(':')?;
    let bare = |span: Span| {
        let text = doc.at(span);
        let start = span.start + text.len() - text.trim_start_matches(['*', '_', ' ']).len();
        Span::new(start, start + doc.at(Span::new(start, span.end)).trim_end_matches(['*', '_', ' ', '\\']).len())
    };
    let key = bare(Span::new(line.start, line.start + split));
    let value = bare(Span::new(line.start + split + 1, line.end));
    let name = heading::normalise(doc.at(key));
    let is_field = is_key(doc.at(key)) && !value.is_empty() && !name.is_empty();
    // Of quotations, nothing is read as running text.
    let text = Some(readable(doc, value)).filter(|it| !it.is_empty()).unwrap_or_else(|| doc.at(value).to_owned());
    is_field.then_some(Field { name, key, value, text, in_front_matter: false })
}

/// A word or three, as keys are.
fn is_key(text: &str) -> bool {
    let is_word = |it: &str| it.chars().all(|it| it.is_alphanumeric() || matches!(it, '-' | '_' | '(' | ')'));
    !text.is_empty() && text.split(' ').count() <= 3 && text.split(' ').all(is_word)
}

/// A value in running text, as it is read.
fn readable(doc: &Document, value: Span) -> String {
    let prose = doc.prose();
    prose.readable(doc, prose.clean_range(value)).trim().to_owned()
}

/// The header ends at the heading behind the title, whatever a program put above that: what follows is text.
fn header_end(doc: &Document) -> usize {
    let first = doc.sections().first();
    let is_first_of_all =
        |heading: Span| doc.passages().first().is_some_and(|it| it.span == heading) || is_below_asides(doc, heading);
    let title = first.map(|it| it.heading).filter(|it| is_first_of_all(*it));
    let rest = Span::new(title.map_or(0, |it| it.start), doc.text().len());
    let by_lines = rest.lines(doc.text()).nth(HEADER_LINES).map_or(rest.end, |line| line.end);
    let heading = doc.sections().get(usize::from(title.is_some())).map_or(usize::MAX, |it| it.heading.start);
    by_lines.min(heading)
}

/// Whether nothing but quotations, code and comments stands above a title.
fn is_below_asides(doc: &Document, heading: Span) -> bool {
    let is_title = doc.title().is_some_and(|it| it.heading == heading);
    is_title && doc.passages().iter().take_while(|it| it.span.end <= heading.start).all(|it| it.quoted)
}

/// Top-level keys only. Values are read as text: no type is needed, and no error is possible.
fn front_matter(doc: &Document, span: Span, form: FrontMatter, fields: &mut Vec<Field>) {
    let separator = if form == FrontMatter::Yaml { ':' } else { '=' };
    let first = fields.len();
    for line in span.lines(doc.text()) {
        let text = doc.at(line).trim_end();
        match text.chars().next() {
            None | Some('#') => {}
            _ if matches!(text, "---" | "+++" | "...") => {}
            // What follows are the keys of a table, not of the document.
            Some('[') if form == FrontMatter::Toml => return,
            Some(' ' | '\t' | '-' | '[' | ']') => continue_value(doc, line, &mut fields[first..]),
            Some(_) => {
                let Some(split) = text.find(separator) else { continue };
                let key = Span::new(line.start, line.start + split).trimmed(doc.text());
                let end = super::comment::in_line(text).filter(|comment| *comment > split).unwrap_or(text.len());
                let value = Span::new(line.start + split + 1, line.start + end).trimmed(doc.text());
                let name = heading::normalise(doc.at(key));
                fields.push(Field { name, key, value, text: plain(doc.at(value)), in_front_matter: true });
            }
        }
    }
}

/// Indented lines and list items belong to the key above them.
fn continue_value(doc: &Document, line: Span, fields: &mut [Field]) {
    let Some(field) = fields.last_mut() else { return };
    let line = line.trimmed(doc.text());
    let more = doc.at(line);
    let (item, joint) = match more.strip_prefix("- ") {
        Some(item) => (plain(item), ", "),
        None if more.ends_with([',', ']']) => (plain(more.trim_end_matches([',', ']'])), ", "),
        None => (plain(more), " "),
    };
    if !item.is_empty() {
        if !field.text.is_empty() {
            field.text.push_str(joint);
        }
        field.text.push_str(&item);
        field.value.end = line.end;
    }
}

/// A value of front matter without quotes, brackets and comment.
fn plain(value: &str) -> String {
    let value = value.trim();
    if let Some(quote) = value.chars().next().filter(|it| matches!(it, '"' | '\'')) {
        return value[1..].split(quote).next().unwrap_or_default().to_owned();
    }
    let value = value.split(" #").next().unwrap_or(value).trim();
    // `>` and `|` say how the lines below are joined.
    if value.starts_with('#') || value.trim_end_matches(['-', '+']).trim_matches(['>', '|']).is_empty() {
        return String::new();
    }
    match value.strip_prefix('[') {
        Some(list) => {
            let items = list.trim_end_matches(']').split(',').map(|item| item.trim().trim_matches(['"', '\'']));
            items.filter(|item| !item.is_empty()).collect::<Vec<_>>().join(", ")
        }
        None => value.to_owned(),
    }
}
