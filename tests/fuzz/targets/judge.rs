//! What several targets do with a text. Knows no target.
#![allow(dead_code, reason = "each target takes what it needs")]

use std::sync::LazyLock;

use pingless::config::Policy;
use pingless::finding::Finding;
use pingless::lint;
use pingless::rule::Catalog;
use pingless::settle::Checked;
use pingless::text::{Source, Span};

pub static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::builtin);

/// Everything is told, at a moment at which deadlines pass.
pub fn policy() -> Policy {
    let now = "2026-11-20T12:00:00Z".parse().expect("a moment");
    Policy { pedantic: true, now: Some(now), ..Policy::default() }
}

pub fn judge(source: &Source, policy: &Policy) -> Checked {
    let checked = lint::check(source, &CATALOG, policy);
    inside(&source.text, &checked.findings);
    checked
}

/// No span leaves its text or splits a character.
pub fn inside(text: &str, findings: &[Finding]) {
    let is_inside = |span: Span| assert!(text.get(span.range()).is_some(), "{span:?} is no part of {text:?}");
    for finding in findings {
        is_inside(finding.at.span);
        finding.related.iter().for_each(|label| is_inside(label.span));
        finding.suggestions.iter().flat_map(|it| &it.edits).for_each(|edit| is_inside(edit.span));
    }
}
