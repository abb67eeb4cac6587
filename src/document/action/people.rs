//! The people of a text: handles, and the names of those who are listed as present.

use std::collections::HashSet;

use super::Reader;
use crate::document::Document;
use crate::words::english::person;

/// Headings and labels over the people of a meeting.
const PRESENT: &[&str] = &[
    "attendee",
    "attendance",
    "attending",
    "present",
    "participant",
    "people",
    "member",
    "in attendance",
    "who",
    "roll call",
];
/// More people than fit here are a crowd.
const LONGEST_LIST_OF_PEOPLE: usize = 8 * 1024;

/// The words of those lists, in small letters.
pub(super) fn all(doc: &Document) -> HashSet<String> {
    let is_present = |name: &str| {
        PRESENT.iter().any(|it| name == *it || name.strip_prefix(it).is_some_and(|rest| rest.starts_with(' ')))
    };
    let sections = doc.sections().iter().filter(|it| is_present(&it.name)).map(|it| it.lead);
    let labels = doc.labels().iter().filter(|it| is_present(&it.name)).map(|it| it.body);
    let lists = sections.chain(labels).filter(|span| span.len() < LONGEST_LIST_OF_PEOPLE).map(|span| doc.at(span));
    let words = lists.flat_map(|list| list.split(|it: char| !it.is_alphanumeric()).filter(|word| word.len() > 1));
    words.map(str::to_lowercase).collect()
}

impl Reader<'_, '_> {
    /// A handle, or the name of somebody who is listed as present. "Documentation" looks like a name too.
    pub(super) fn is_person(&self, text: &str) -> bool {
        let mut words = text.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty());
        person::is_person(text)
            && (text.trim().starts_with('@') || words.all(|word| self.people.contains(&word.to_lowercase())))
    }

    /// "Update the website: ada", where an Ada is present.
    pub(super) fn ends_with_person(&self, text: &str) -> bool {
        let tail = text.rsplit([':', '-', '\u{2013}', '\u{2014}', '(']).next().unwrap_or_default();
        self.is_person(tail.trim_matches(|it: char| !it.is_alphanumeric()))
    }

    /// Only minutes list those present.
    pub(super) fn is_minutes(&self) -> bool {
        !self.people.is_empty()
    }
}
