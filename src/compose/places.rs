//! A text beside the skeleton of its kind: which sections answer which part, and where its lines begin and end.

use super::outline::Outline;
use crate::document::{Document, Section};
use crate::rule::{KindPage, Need};
use crate::slot;
use crate::text::{Span, line_start};

/// A heading below this one is none that a new one could stand beside.
pub const DEEPEST: u8 = 6;

/// The places of a text.
pub struct Places<'d, 's> {
    pub doc: &'d Document<'s>,
    pub page: &'d KindPage,
    pub outline: &'d Outline,
    /// The section of the text for each part of the skeleton.
    pub matched: Vec<Option<&'d Section>>,
}

impl<'d, 's> Places<'d, 's> {
    pub fn new(doc: &'d Document<'s>, page: &'d KindPage, outline: &'d Outline) -> Self {
        let title = doc.title().map(|title| title.heading);
        let sections = || doc.sections().iter().filter(|it| Some(it.heading) != title && it.level <= DEEPEST);
        let matched = outline.parts.iter().enumerate().map(|(index, part)| {
            let same = sections().find(|section| section.name == part.name);
            let announced = || {
                let needs = outline.needs_of(index).filter_map(|name| need(page, name));
                let headings: Vec<Span> =
                    needs.flat_map(|it| slot::announced(doc, &it.slot)).map(|it| it.0.span).collect();
                sections().find(|section| headings.contains(&section.heading))
            };
            same.or_else(announced)
        });
        Self { doc, page, outline, matched: matched.collect() }
    }

    /// A question as it stands in this text.
    pub fn comment(&self, question: &str) -> String {
        self.doc.comment_form().around(question)
    }

    pub fn line_start(&self, offset: usize) -> usize {
        line_start(self.doc.text(), offset)
    }

    pub fn line_end(&self, offset: usize) -> usize {
        let line = self.doc.lines().around(offset, self.doc.text());
        line.start + self.doc.at(line).trim_end().len()
    }

    /// Where the text begins, behind its byte order mark.
    pub fn start(&self) -> usize {
        if self.doc.text().starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
    }
}

pub fn need<'p>(page: &'p KindPage, name: &str) -> Option<&'p Need> {
    page.needs.iter().find(|need| need.name == name)
}
