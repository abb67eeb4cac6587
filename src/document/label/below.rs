//! What a label announces that stands right over a heading of its own.

use super::Labelled;
use crate::document::Document;
use crate::text::Span;
use crate::words::list::is_among;

impl Document<'_> {
    /// What a label announces: "**Decision:**" in bold right over a deeper heading, "## What we agreed on that day", all of that
    /// section. Over one that answers something else, as "## Consequences" does, it announces nothing.
    pub fn announced_by(&self, label: &Labelled) -> Span {
        const FEWEST_WORDS: usize = 3;
        const OTHERS: &str = "alternative alternatives background con cons considered consequence consequences context date decider deciders driver \
             drivers expected impact implication implications link links more negative note notes option options other positive pro \
             problem pros rationale reference references related revision risk risks status";
        if !label.bold || !self.at(label.body).trim().is_empty() {
            return label.body;
        }
        let sections = self.sections();
        let next = sections.partition_point(|it| it.heading.start < label.key.end);
        let around = next.checked_sub(1).map_or(0, |it| sections[it].level);
        let Some(below) = sections.get(next).filter(|it| it.level > around) else { return label.body };
        let between = self.text().get(label.body.end..below.heading.start).unwrap_or_default();
        let is_beside = between.bytes().all(|it| it.is_ascii_whitespace() || it == b'#');
        let mut words = below.name.split(' ');
        let is_own = words.clone().count() >= FEWEST_WORDS && !words.any(|it| is_among(OTHERS, it));
        if is_beside && is_own { below.body } else { label.body }
    }
}
