//! Lists of actions right below a line that says so: "**Actions**", "Actions", "Action items:". A label ends where the next one
//! stands, and each item of such a list may begin with one of its own: "**The report:** Rosa reads it".

use super::Reader;
use super::headings::{HEADINGS, HEADINGS_IF_DATED, HEADINGS_OF_MINUTES};
use crate::document::{Document, Place};
use crate::text::Span;
use crate::words::heading;

/// A list, and what the line above calls it, normalised.
#[derive(Debug)]
pub(super) struct Led {
    span: Span,
    name: String,
}

pub(super) fn lists(doc: &Document) -> Vec<Led> {
    // Bytes of a line that is a name and no sentence.
    const LONGEST: usize = 48;
    let lines = doc.passages().iter().filter(|it| it.place == Place::Paragraph && !it.quoted && !it.broken);
    let lines = lines.filter(|it| it.span.end - it.span.start <= LONGEST);
    lines.filter_map(|line| named(doc, line.span)).collect()
}

fn named(doc: &Document, line: Span) -> Option<Led> {
    let items = doc.items();
    let first = items.get(items.partition_point(|it| it.span.start < line.end))?;
    let list = doc.blocks().get(first.list).span;
    let between = doc.text().get(line.end..list.start)?;
    // A sentence of these words has a mark at its end.
    let is_name = between.trim().is_empty() && !doc.at(line).contains('\n') && !doc.at(line).ends_with(['.', '!', '?']);
    let name = Some(heading::normalise(doc.at(line))).filter(|_| is_name)?;
    let all = [HEADINGS, HEADINGS_IF_DATED, HEADINGS_OF_MINUTES];
    all.iter().any(|it| it.contains(&name.as_str())).then_some(Led { span: list, name })
}

impl Reader<'_, '_> {
    /// What the line above a list calls it, where one does.
    pub(super) fn line_above(&self, offset: usize) -> Option<&str> {
        let led = &self.lists().led;
        let last = led.partition_point(|it| it.span.start <= offset).checked_sub(1)?;
        Some(&led[last]).filter(|it| offset < it.span.end).map(|it| it.name.as_str())
    }
}
