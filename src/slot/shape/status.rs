//! The state of a work in the heading itself: "Overall status: on track".

use super::{By, Evidence};
use crate::document::Document;
use crate::words::english::placeholder::is_placeholder;

/// Headings that carry their own answer.
pub fn in_heading(doc: &Document) -> Vec<Evidence> {
    let is_state =
        |name: &str| ["overall status", "status", "state", "project status"].iter().any(|it| name.starts_with(it));
    let told = doc.sections().iter().filter(|section| {
        let value = section.title.split_once(':').map(|(_, value)| value.trim_matches(['*', ' ', ':']));
        is_state(&section.name) && value.is_some_and(|value| !value.is_empty() && !is_placeholder(value))
    });
    told.map(|section| Evidence { span: section.heading, by: By::Heading }).collect()
}
