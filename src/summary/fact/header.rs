//! `assumes:` in front matter: a list of `ID = VALUE`, or a mapping of ids to values.

use super::{Form, Import};
use crate::document::Document;
use crate::fact::{Malformed, Marker, Part};
use crate::summary::Spot;
use crate::text::{Span, holds};

/// Each assumption, or what is wrong with it.
pub fn assumptions(doc: &Document) -> Vec<Result<Import, (Span, Malformed)>> {
    let Some(front) = doc.front_matter().filter(|it| holds(doc.at(*it), "assumes")) else { return Vec::new() };
    let read = |(item, is_mapping): (Span, bool)| {
        let text = doc.at(item);
        // Both are as long, and so are the places in them.
        let line = if is_mapping { text.replacen(':', "=", 1) } else { text.to_owned() };
        let at = |part: &Part| Spot::of(doc, Span::from(part.range.clone()).after(item.start));
        match Marker::assumption(&line) {
            Ok(marker) => Ok(Import::of(&marker, at, Spot::of(doc, item), Form::FrontMatter)),
            Err(wrong) => Err((Span::from(wrong.range.clone()).after(item.start), wrong)),
        }
    };
    items(doc, front).into_iter().map(read).collect()
}

/// The items under the key, without their marks; and whether each is a pair of a mapping.
fn items(doc: &Document, front: Span) -> Vec<(Span, bool)> {
    let mut items = Vec::new();
    let mut is_open = false;
    for line in front.lines(doc.text()) {
        let text = doc.at(line);
        let is_key = text.starts_with(|it: char| it.is_alphanumeric());
        if is_key || text.starts_with(['-', '+', '.']) && !is_open {
            let rest = text.strip_prefix("assumes").map(str::trim_start).and_then(|it| it.strip_prefix([':', '=']));
            is_open = rest.is_some();
            let Some(rest) = rest else { continue };
            let inline = Span::new(line.end - rest.len(), line.end);
            items.extend(listed(doc, inline).into_iter().map(|it| (it, false)));
            continue;
        }
        if !is_open || matches!(text.trim_end(), "---" | "+++" | "...") {
            continue;
        }
        let span = line.trimmed(doc.text());
        let inside = doc.at(span);
        match inside.strip_prefix("- ") {
            Some(item) => items.push((unquoted(doc, Span::new(span.end - item.len(), span.end)), false)),
            None if inside.starts_with(['"', '\'', '[', ']']) => {
                items.extend(listed(doc, span).into_iter().map(|it| (it, false)));
            }
            None => {
                let colon = inside.find(':');
                let is_mapping = colon.is_some_and(|at| inside.find('=').is_none_or(|sign| at < sign));
                items.push((mapped(doc, span, colon.filter(|_| is_mapping)), is_mapping));
            }
        }
    }
    items.retain(|(span, _)| !span.is_empty() && !doc.at(*span).starts_with('#'));
    items
}

/// The items of `[a, b]` on one line, or the only one.
fn listed(doc: &Document, span: Span) -> Vec<Span> {
    let text = doc.at(span);
    let mut items = Vec::new();
    let (mut start, mut quote) = (0, None);
    for (at, letter) in text.char_indices() {
        match letter {
            '"' | '\'' if quote.is_none() && text[start..at].trim().is_empty() => quote = Some(letter),
            _ if quote == Some(letter) => quote = None,
            '[' | ']' | ',' if quote.is_none() => {
                items.push(Span::new(start, at));
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(Span::new(start, text.len()));
    let items = items.into_iter().map(|it| unquoted(doc, it.after(span.start)));
    items.filter(|it| !it.is_empty()).collect()
}

fn unquoted(doc: &Document, span: Span) -> Span {
    let span = span.trimmed(doc.text());
    let text = doc.at(span);
    let is_quoted = |quote| text.len() > 1 && text.starts_with(quote) && text.ends_with(quote);
    if is_quoted('"') || is_quoted('\'') { Span::new(span.start + 1, span.end - 1).trimmed(doc.text()) } else { span }
}

/// A pair of a mapping, up to a comment.
fn mapped(doc: &Document, span: Span, colon: Option<usize>) -> Span {
    let text = doc.at(span);
    let end = text.find(" #").filter(|end| colon.is_some_and(|colon| colon < *end)).unwrap_or(text.len());
    Span::new(span.start, span.start + end).trimmed(doc.text())
}
