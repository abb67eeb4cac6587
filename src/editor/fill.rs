//! The questions that a text leaves open, put into it where their answers belong.

use lsp_types::{Range, TextEdit};

use super::Page;
use crate::compose::fill::{self, Filled};
use crate::finding::Finding;
use crate::rule::{Check, KindPage, Need};
use crate::slot::State;
use crate::text::Span;

/// What somebody asks for and the text does not state, in the order of its page.
pub fn open<'k>(page: &Page, kind: &'k KindPage) -> Vec<&'k Need> {
    let is_absent = |need: &Need| page.checked.slots.iter().any(|it| it.slot == need.name && it.state == State::Absent);
    let is_wanted = |need: &Need| need.is_askable() && page.policy.wants(need, page.catalog);
    kind.needs.iter().filter(|need| is_absent(need) && is_wanted(need)).collect()
}

/// The needs that a finding misses.
pub fn missed<'k>(page: &Page<'k>, finding: &Finding) -> Vec<&'k Need> {
    let Some(kind) = page.kind() else { return Vec::new() };
    let Some(rule) = page.catalog.rule(&finding.rule) else { return Vec::new() };
    let is_meant = |need: &&Need| match &rule.check {
        Check::Absent(slots) => slots.contains(&need.name),
        Check::Need { .. } => need.rule.as_deref() == Some(&rule.id),
        _ => false,
    };
    kind.needs.iter().filter(is_meant).filter(|it| it.is_askable()).collect()
}

/// The edits that put in the questions of some needs; none where they stand there already.
pub fn edits(page: &Page, is_meant: impl Fn(&Need) -> bool) -> Option<Vec<TextEdit>> {
    let kind = page.kind()?;
    let filled = fill::fill(page.source, kind, |need| page.policy.wants(need, page.catalog) && is_meant(need));
    (!filled.inserted.is_empty()).then(|| inserted(page, &filled))
}

/// What was put in, at its places in the text as it was.
fn inserted(page: &Page, filled: &Filled) -> Vec<TextEdit> {
    let mut before = 0;
    let edit = |span: &Span| {
        let at = page.sheet.position(span.start - before, &page.source.text);
        before += span.len();
        TextEdit::new(Range::new(at, at), span.of(&filled.text).to_owned())
    };
    filled.inserted.iter().map(edit).collect()
}
