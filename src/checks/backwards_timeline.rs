//! `rules/agree/backwards-timeline.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::words::date;

pub fn check(doc: &Document, found: &mut Findings) {
    for course in doc.courses() {
        for step in course.backwards() {
            let Some([before, event]) = course.events.get(step.index - 1..=step.index) else { continue };
            let flag = found.flag(event.at, format!("{} before the event above it", date::length(step.minutes)));
            flag.and(before.at, "the event above it");
        }
    }
}
