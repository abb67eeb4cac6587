//! Templates in Markdown: their headings and bold labels are what they ask for, the text below is their hint.

use super::hint::{asks, fold};
use super::{Demand, Part, Purpose, Template, place, printed, stem};
use crate::document::Document;
use crate::text::{Source, Span};
use crate::words::english::placeholder::is_placeholder;
use crate::words::english::template;
use crate::words::heading;
use crate::words::letters::squeezed;

/// A heading or label of a template, and what stands below it.
struct Entry {
    key: Span,
    label: String,
    body: Span,
    /// It names the whole text, or gathers other entries.
    is_frame: bool,
}

/// Nobody asks for more, and each is looked for among all that a text has.
const MOST_PARTS: usize = 256;

pub fn parse(source: &Source) -> Template {
    let doc = Document::new(source);
    let fields = doc.fields().iter().filter(|field| field.in_front_matter);
    let named = fields.filter(|field| ["name", "about", "title", "label"].contains(&field.name.as_str()));
    let about: Vec<&str> = named.map(|field| field.text.as_str()).collect();
    let mut parts: Vec<Part> = Vec::new();
    for entry in entries(&doc).into_iter().take(MOST_PARTS) {
        let name = heading::normalise(&entry.label);
        if !name.is_empty() && !parts.iter().any(|part| part.name == name) {
            parts.push(part(&doc, &entry, name));
        }
    }
    // What the forge reads of it is not put into a text.
    let body = &doc.text()[doc.front_matter().map_or(0, |span| span.end)..];
    Template {
        path: source.name.to_string(),
        place: place(source).to_owned(),
        purpose: Purpose::of(place(source)),
        about: format!("{} {}", about.join(" "), stem(&source.name)),
        parts,
        is_form: false,
        whole: fold(body),
        raw: squeezed(body),
        printed: printed::all(&doc),
    }
}

/// Headings, and the labels with nothing behind them, in their order.
fn entries(doc: &Document) -> Vec<Entry> {
    let sections = doc.sections().iter().map(|it| Entry {
        key: it.heading,
        label: it.title.clone(),
        body: it.body,
        is_frame: doc.title().is_some_and(|title| title.heading == it.heading),
    });
    let is_open = |value: &str| value.is_empty() || is_placeholder(value);
    // What can be ticked is told to the writer, and answered by a tick.
    let boxes: Vec<Span> = doc.items().iter().filter(|it| it.task.is_some()).map(|it| it.span).collect();
    let is_boxed = |key: Span| {
        let before = boxes.partition_point(|it| it.start <= key.start);
        boxes[..before].last().is_some_and(|it| it.contains(key))
    };
    let labels = doc.labels().iter().filter(|it| is_open(doc.at(it.value)) && !is_boxed(it.key));
    let labels = labels.map(|it| {
        // A label that its author bolded with everything around it: "**Version (please complete):**".
        let label = doc.at(it.key).trim_end_matches(':').to_owned();
        Entry { key: it.key, label, body: it.body, is_frame: false }
    });
    let mut entries: Vec<Entry> = sections.chain(labels).collect();
    entries.sort_by_key(|entry| entry.key.start);
    for index in 1..entries.len() {
        let key = entries[index].key;
        let next = doc.lines().around(key.start, doc.text()).start;
        let before = &mut entries[index - 1];
        let is_inside = before.body.contains(key);
        if before.body.holds(next) {
            before.body.end = next;
        }
        before.is_frame |= is_inside && fold(doc.at(before.body)).is_empty();
    }
    entries
}

fn part(doc: &Document, entry: &Entry, name: String) -> Part {
    let hint = doc.at(entry.body);
    let label = doc.at(entry.key);
    let mut around = doc.sections_around(entry.key.start).filter(|it| it.level > 1);
    let is_optional = entry.is_frame
        || around.any(|it| template::is_optional(&it.title))
        || template::is_optional(label)
        || template::is_optional(hint)
        || template::may_be_left_out(hint)
        || template::may_be_left_out(label)
        || is_checklist(doc, entry.body);
    let demand = match () {
        _ if template::is_required(label, hint) => Demand::Required,
        _ if is_optional => Demand::Optional,
        _ => Demand::Expected,
    };
    let hints = Some(fold(hint)).filter(|it| !it.is_empty() && asks(&name, hint)).into_iter().collect();
    let (label, line) = (template::bare(&entry.label).to_owned(), doc.line(entry.key.start));
    Part { label, name, line, demand, is_written: false, boxes: Vec::new(), hints }
}

/// Whether there is nothing to do but to tick.
fn is_checklist(doc: &Document, body: Span) -> bool {
    let mut inside = doc.items().iter().filter(|item| body.contains(item.span.trimmed(doc.text()))).peekable();
    inside.peek().is_some() && inside.all(|item| item.task.is_some())
}
