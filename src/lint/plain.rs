//! A text that is no document: code, configuration. It may assume what documents declare, and nothing else is asked of it.

use super::{bound, document};
use crate::config::Policy;
use crate::kind::Recognised;
use crate::link::{self, Linked};
use crate::rule::Catalog;
use crate::settle::{self, Checked};
use crate::text::Source;

/// Judges a text by what was found in it beside all documents.
pub fn check_plain(source: &Source, linked: &Linked, catalog: &Catalog, policy: &Policy) -> Checked {
    let doc = document(source, policy);
    let mut findings = Vec::new();
    for rule in catalog.rules.iter().filter(|rule| link::is_of_corpus(rule) && policy.enables(rule)) {
        let flags = linked.of(&rule.id).into_iter().flatten();
        findings.extend(flags.map(|flag| bound(rule, policy, flag.clone())));
    }
    let settled = settle::settle(&doc, findings, catalog, policy, &mut []);
    Checked {
        text: source.text.clone().into(),
        findings: settled.findings.into(),
        hidden: settled.hidden,
        allowed: settled.allowed,
        ..Checked::of(source, Recognised::none())
    }
}
