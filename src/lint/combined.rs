//! Slots that a rule misses all at once: a reader who finds none of them asks one question, not three.

use std::borrow::Cow;

use crate::config::Policy;
use crate::document::Document;
use crate::finding::{self, Findings};
use crate::rule::{Check, Rule};
use crate::slot::{Answer, State};

/// Flags slots that are absent together. Whoever asks for everything is told of each by its own rule.
pub fn flag(doc: &Document, names: &[Cow<str>], slots: &[Answer], policy: &Policy, found: &mut Findings) {
    if are_absent(names, slots) && !policy.strict {
        found.flag(doc.head(), format!("nothing in this text says {}", listed(names))).of_whole();
    }
}

/// The slots that one rule misses all at once: they are not missed one by one as well.
pub fn missed<'c>(active: &[&'c Rule], slots: &[Answer]) -> Vec<&'c str> {
    let absent = active.iter().filter_map(|rule| match &rule.check {
        Check::Absent(names) if are_absent(names, slots) => Some(names),
        _ => None,
    });
    absent.flatten().map(|name| &**name).collect()
}

fn are_absent(names: &[Cow<str>], slots: &[Answer]) -> bool {
    let is_absent = |name: &Cow<str>| slots.iter().any(|it| it.slot == *name && it.state == State::Absent);
    names.iter().all(is_absent)
}

/// The names of slots in words: "the next action, the blockers or the open questions".
fn listed(names: &[Cow<str>]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("the {}", name.replace('-', " "))).collect();
    finding::listed(&names, "or")
}
