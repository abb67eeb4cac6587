//! The parts of a text that stand under headings or labels of some names.

use super::{Document, Section};
use crate::text::Span;
use crate::words::heading;

impl Document<'_> {
    /// The bodies of the sections and labels with these names (normalised), whatever a heading says behind a mark; a part
    /// inside another one is left out.
    pub fn under(&self, names: &[&str]) -> Vec<Span> {
        let is_named = |name: &str| names.iter().any(|entry| heading::is_titled(name, entry));
        let is_one = |it: &Section| is_named(&it.name) || it.before_mark.as_deref().is_some_and(is_named);
        let sections = self.sections().iter().filter(|it| is_one(it)).map(|it| it.body);
        let labels = self.labels().iter().filter(|it| is_named(&it.name)).map(|it| it.body);
        outermost(sections.chain(labels).collect())
    }
}

/// Spans in order, those that begin inside another one left out.
pub fn outermost(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|it| (it.start, std::cmp::Reverse(it.end)));
    let mut end = 0;
    spans.retain(|it| {
        let is_outer = it.start >= end;
        end = end.max(it.end);
        is_outer
    });
    spans
}
