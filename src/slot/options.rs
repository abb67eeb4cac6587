//! The options that a text weighs: what each is called, and all that is said of it in its own place.

use crate::document::{Document, Place};
use crate::text::Span;
use crate::words::heading;

/// Headings under which options are listed, normalised.
const LISTS: &[&str] = &[
    "considered option",
    "option considered",
    "option",
    "alternative",
    "alternative considered",
    "considered alternative",
    "alternative solution",
    "alternative approach",
    "alternative design",
    "other option",
    "other alternative",
    "option evaluated",
    "rejected alternative",
    "rejected option",
    "alternative rejected",
    "candidate",
];

/// One option.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    /// The heading or the first paragraph of the item.
    pub name: Span,
    /// All that is said in its place, the name included.
    pub place: Span,
    /// It has a heading of its own: what stands below is meant to explain it.
    pub has_heading: bool,
}

impl Choice {
    /// What stands below or behind the name.
    pub fn body(&self) -> Span {
        Span::new(self.name.end, self.place.end.max(self.name.end))
    }
}

/// The options under one heading.
#[derive(Debug)]
pub struct Weighing {
    pub options: Vec<Choice>,
    /// The whole part below the heading.
    pub part: Span,
    /// The part of the text that this choice is about: the entry of a log, or everything.
    pub scope: Span,
}

/// Every list of options, in order.
pub fn weighed(doc: &Document) -> Vec<Weighing> {
    let mut found: Vec<Weighing> = Vec::new();
    for (index, section) in doc.sections().iter().enumerate() {
        let inside = found.last().is_some_and(|last| last.part.contains(section.heading));
        if inside || !LISTS.iter().any(|entry| heading::is_titled(&section.name, entry)) {
            continue;
        }
        let below = doc.sections()[index + 1..].iter().take_while(|it| it.heading.start < section.body.end);
        let mut options: Vec<Choice> = below
            .filter(|it| it.parent == Some(index))
            .map(|it| Choice {
                name: it.heading,
                place: Span::new(it.heading.start, it.body.end.max(it.heading.end)),
                has_heading: true,
            })
            .collect();
        if options.is_empty() {
            options = items(doc, section.body);
        }
        found.push(Weighing { options, part: section.body, scope: scope(doc, section.parent) });
    }
    // Both come in the order of the text: the part that reaches furthest holds a label, or none does.
    let mut of_sections = found.iter().map(|it| it.part).collect::<Vec<_>>().into_iter().peekable();
    let mut end = 0;
    for label in doc.labels().iter().filter(|it| LISTS.iter().any(|entry| heading::is_titled(&it.name, entry))) {
        while let Some(part) = of_sections.next_if(|part| part.start <= label.key.start) {
            end = end.max(part.end);
        }
        if label.key.end > end {
            let around = doc.section_at(label.key.start).map(|section| section.body);
            let everything = Span::new(0, doc.text().len());
            let scope = around.filter(|_| doc.sections().len() > 1).unwrap_or(everything);
            found.push(Weighing { options: items(doc, label.body), part: label.body, scope });
            end = end.max(label.body.end);
        }
    }
    found.sort_by_key(|it| it.part.start);
    found
}

/// The section around the options, unless it is the whole document.
fn scope(doc: &Document, parent: Option<usize>) -> Span {
    let title = doc.title().map(|title| title.heading);
    let around = parent.map(|parent| &doc.sections()[parent]).filter(|it| Some(it.heading) != title);
    around.map_or(Span::new(0, doc.text().len()), |it| it.body)
}

/// The outermost items of the lists in a part.
fn items(doc: &Document, part: Span) -> Vec<Choice> {
    let first = doc.items().partition_point(|item| item.span.start < part.start);
    let below = doc.items()[first..].iter().take_while(|item| item.span.start < part.end);
    let inside = below.filter(|item| part.contains(item.span) && !item.quoted);
    let outermost = inside.filter(|item| item.parent.is_none_or(|parent| !part.contains(doc.items()[parent].span)));
    let named = outermost.filter_map(|item| Some((item, &doc.passages()[item.passage?])));
    let named = named.filter(|(_, passage)| passage.place == Place::Item);
    named.map(|(item, passage)| Choice { name: passage.span, place: item.span, has_heading: false }).collect()
}
