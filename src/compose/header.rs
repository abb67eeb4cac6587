//! Questions about what a text says of itself: in its front matter, beside its header lines, or below its title.

use super::header_comment;
use super::outline::Spot;
use super::piece::{Form, Piece};
use super::places::{Places, need};
use crate::document::{Document, Field};
use crate::rule::Need;
use crate::text::Span;

/// The place of a need that its skeleton answers in a line of the header.
pub fn place(places: &Places, spot: &Spot, own: &Need, question: &str) -> Option<Piece> {
    let doc = places.doc;
    let begun = doc.fields().iter().find(|field| own.slot.is_field(&field.name));
    if let Some(field) = begun {
        return Some(at_field(places, field, question));
    }
    let label = spot.label.as_deref().filter(|_| spot.part.is_none())?;
    let piece = |at: usize, form: Form, text: String| Piece { at, form, text, group: 0, above: None };
    let (line, is_before) = match nearest(places, spot) {
        Some((field, _)) if field.in_front_matter => {
            let (at, text) = in_front_matter(places, label, question)?;
            return Some(piece(at, Form::Inline, text));
        }
        Some((field, is_before)) => {
            (like(doc, field.key, field.value, label, question).map(|it| (it, field)), is_before)
        }
        None if doc.front_matter().is_some() => {
            let (at, text) = in_front_matter(places, label, question)?;
            return Some(piece(at, Form::Inline, text));
        }
        None => (None, true),
    };
    Some(match line {
        Some((text, field)) if is_before || head_of_table(doc, field).is_some() => {
            let line = doc.lines().around(field.value.end.max(field.key.end), doc.text());
            piece(head_of_table(doc, field).unwrap_or(line.end), Form::Line, text)
        }
        Some((text, field)) => piece(places.line_start(field.key.start), Form::Inline, format!("{text}\n")),
        None => match doc.title() {
            Some(title) => {
                let at = title.body.start;
                piece(at, Form::After, format!("{}{}", spot.before, places.comment(question)))
            }
            None => piece(places.start(), Form::Before, format!("{label}: {}", places.comment(question))),
        },
    })
}

/// The first row of a table has to stay the first, and the line below it the second: where that one ends.
fn head_of_table(doc: &Document, field: &Field) -> Option<usize> {
    let index = doc.lines().index(field.key.start);
    let text = doc.at(doc.lines().around(field.key.start, doc.text()));
    let next = (index + 1 < doc.lines().count()).then(|| doc.lines().span(index + 1, doc.text()))?;
    let rule = doc.at(next).trim();
    let is_rule = text.contains('|') && rule.contains('-') && rule.bytes().all(|it| b"|-: ".contains(&it));
    is_rule.then(|| doc.lines().around(next.start, doc.text()).end)
}

/// The header line of a neighbour in the skeleton, and whether it stands before.
fn nearest<'d>(places: &Places<'d, '_>, spot: &Spot) -> Option<(&'d Field, bool)> {
    let spots = &places.outline.spots;
    let own = spots.iter().position(|it| it.need == spot.need)?;
    let field_of = |index: usize| {
        let need = need(places.page, &spots[index].need).filter(|_| spots[index].part.is_none())?;
        places.doc.fields().iter().rfind(|field| need.slot.is_field(&field.name))
    };
    let before = (0..own).rev().find_map(field_of).map(|field| (field, true));
    before.or_else(|| (own + 1..spots.len()).find_map(field_of).map(|field| (field, false)))
}

/// Behind a field that has no value yet.
fn at_field(places: &Places, field: &Field, question: &str) -> Piece {
    let at = places.line_end(field.key.end);
    let (at, text) = match field.in_front_matter {
        true => (at, format!(" {}", header_comment(question))),
        false => (field.value.end.max(field.key.end), format!(" {}", places.comment(question))),
    };
    Piece { at, form: Form::Inline, text, group: 0, above: None }
}

/// A line before the closing fence.
fn in_front_matter(places: &Places, label: &str, question: &str) -> Option<(usize, String)> {
    let doc = places.doc;
    let close = doc
        .front_matter()?
        .lines(doc.text())
        .filter(|line| matches!(doc.at(*line).trim_end(), "---" | "+++" | "..."))
        .last()?;
    let is_toml = doc.at(close).starts_with('+');
    let key = label.to_lowercase().replace(' ', "-");
    let asked = header_comment(question);
    let text = if is_toml { format!("{asked}\n") } else { format!("{key}: {asked}\n") };
    Some((close.start, text))
}

/// A line that looks like its neighbour's: the same marks around its key, and the question for a value.
pub fn like(doc: &Document, key: Span, value: Span, label: &str, question: &str) -> Option<String> {
    let line = doc.lines().around(key.start, doc.text());
    let is_plain = |text: &str| !text.contains(char::is_alphanumeric) && !text.contains(['\n', '\r']);
    let before = doc.text().get(line.start..key.start).filter(|it| is_plain(it))?;
    let is_beside = key.end <= value.start && value.end <= line.end && !value.is_empty();
    let (between, after) = match is_beside {
        true => (doc.at(Span::new(key.end, value.start)).to_owned(), doc.at(Span::new(value.end, line.end))),
        false => (format!("{} ", doc.text().get(key.end..line.end)?.trim_end()), ""),
    };
    let after = Some(after).filter(|after| is_plain(after)).unwrap_or_default();
    is_plain(&between).then(|| format!("{before}{label}{between}{}{after}", doc.comment_form().around(question)))
}
