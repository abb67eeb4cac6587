//! The parts of a text that stand under headings or labels of some names.

use super::Document;
use crate::text::Span;
use crate::words::heading;

impl Document<'_> {
    /// The bodies of the sections and labels with these names (normalised), a part inside another one left out.
    pub fn under(&self, names: &[&str]) -> Vec<Span> {
        let is_named = |name: &str| names.iter().any(|entry| heading::is_titled(name, entry));
        let sections = self.sections().iter().filter(|it| is_named(&it.name)).map(|it| it.body);
        let labels = self.labels().iter().filter(|it| is_named(&it.name)).map(|it| it.body);
        let mut bodies: Vec<Span> = sections.chain(labels).collect();
        bodies.sort_by_key(|body| (body.start, std::cmp::Reverse(body.end)));
        let mut end = 0;
        bodies.retain(|body| {
            let is_outer = body.start >= end;
            end = end.max(body.end);
            is_outer
        });
        bodies
    }
}
