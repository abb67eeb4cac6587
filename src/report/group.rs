//! Findings of one document that say the same of several places, drawn as one: a reader reads the fault once. Only for
//! people: whatever counts, filters or compares findings sees each of them.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::finding::{Finding, Label, Level};

/// Fewer than this are drawn one by one: each then has its own place and cure beside it.
const FEWEST: usize = 4;

/// The findings as they are drawn, each with how many it stands for, and each group where its first one stands.
pub fn grouped(findings: Vec<&Finding>) -> Vec<(Cow<'_, Finding>, usize)> {
    let mut groups: HashMap<(&str, Level, &str, &str, &str), Vec<&Finding>> = HashMap::new();
    for finding in findings.iter().filter(|it| is_plain(it)) {
        groups.entry(key(finding)).or_default().push(finding);
    }
    let mut out = Vec::new();
    for finding in findings {
        match groups.get(&key(finding)).filter(|it| it.len() >= FEWEST && is_plain(finding)) {
            None => out.push((Cow::Borrowed(finding), 1)),
            Some(group) if std::ptr::eq(group[0], finding) => out.push((Cow::Owned(one(group)), group.len())),
            Some(_) => {}
        }
    }
    out
}

/// Whether nothing but its place tells it from its like.
fn is_plain(finding: &Finding) -> bool {
    finding.related.is_empty() && finding.suggestions.is_empty()
}

fn key(finding: &Finding) -> (&str, Level, &str, &str, &str) {
    (&finding.rule, finding.level, &finding.message, &finding.question, &finding.at.text)
}

fn one(group: &[&Finding]) -> Finding {
    let first = group[0].clone();
    let related = group[1..].iter().map(|it| Label { span: it.at.span, text: "here as well".to_owned() }).collect();
    let message = format!("{} ({} places)", first.message, group.len());
    Finding { message, related, ..first }
}
