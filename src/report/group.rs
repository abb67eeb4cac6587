//! Findings of one document that say the same of several places, drawn as one: a reader reads the fault once. Only for
//! people: whatever counts, filters or compares findings sees each of them.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::finding::{Finding, Label, Level};

/// Fewer than this are drawn one by one: each then has its own place and cure beside it.
const FEWEST: usize = 4;
/// The same of what may be left as it is.
const FEWEST_NOTES: usize = 2;

/// Rules that ask who does an action, or by when.
const OF_ACTIONS: &[&str] = &["unowned-action", "undated-action", "nobody-does-it", "team-without-name"];
/// Kinds of documents that end in actions: whoever reads them goes through all of these at once.
const WITH_ACTIONS: &[&str] = &["meeting-notes", "postmortem"];

/// The findings of a document of some kind as they are drawn, each with how many it stands for, and each group where its first one stands.
pub fn grouped<'f>(kind: Option<&str>, findings: Vec<&'f Finding>) -> Vec<(Cow<'f, Finding>, usize)> {
    let is_action = |it: &Finding| OF_ACTIONS.contains(&it.rule.as_str());
    let actions: Vec<&Finding> = findings.iter().copied().filter(|it| is_action(it)).collect();
    let is_one_matter =
        kind.is_some_and(|kind| WITH_ACTIONS.contains(&kind)) && actions.iter().any(|it| it.rule != actions[0].rule);
    if !is_one_matter {
        return alike(findings);
    }
    let rest = findings.into_iter().filter(|it| !is_action(it) || std::ptr::eq(*it, actions[0])).collect();
    let mut out = alike(rest);
    if let Some(place) = out.iter_mut().find(|(it, _)| is_action(it)) {
        *place = (Cow::Owned(of_actions(&actions)), actions.len());
    }
    out
}

/// Those that say the same.
fn alike(findings: Vec<&Finding>) -> Vec<(Cow<'_, Finding>, usize)> {
    let mut groups: HashMap<(&str, Level, &str, &str, &str), Vec<&Finding>> = HashMap::new();
    for finding in findings.iter().filter(|it| is_plain(it)) {
        groups.entry(key(finding)).or_default().push(finding);
    }
    let mut out = Vec::new();
    for finding in findings {
        let fewest = if finding.level == Level::Note { FEWEST_NOTES } else { FEWEST };
        match groups.get(&key(finding)).filter(|it| it.len() >= fewest && is_plain(finding)) {
            None => out.push((Cow::Borrowed(finding), 1)),
            Some(group) if std::ptr::eq(group[0], finding) => out.push((Cow::Owned(one(group)), group.len())),
            Some(_) => {}
        }
    }
    out
}

/// Whether nothing but its place tells it from its like.
fn is_plain(finding: &Finding) -> bool {
    finding.related.is_empty() && finding.elsewhere.is_empty() && finding.suggestions.is_empty()
}

fn key(finding: &Finding) -> (&str, Level, &str, &str, &str) {
    (&finding.rule, finding.level, &finding.message, &finding.question, &finding.at.text)
}

/// What the actions of a document lack, as one entry: how many of which, and where.
fn of_actions(actions: &[&Finding]) -> Finding {
    let counts = OF_ACTIONS.iter().map(|rule| (rule, actions.iter().filter(|it| it.rule == *rule).count()));
    let counts: Vec<String> =
        counts.filter(|(_, count)| *count > 0).map(|(rule, count)| format!("{rule} {count}")).collect();
    let worst = actions.iter().rev().max_by_key(|it| (it.level, it.confidence)).map_or(actions[0], |it| *it);
    let first = actions[0].clone();
    let related = actions[1..].iter().map(|it| Label { span: it.at.span, text: it.at.text.clone() }).collect();
    Finding {
        rule: worst.rule.clone(),
        level: worst.level,
        message: format!("{} actions wait for a name or a day ({})", actions.len(), counts.join(", ")).into(),
        question: "Who does each of these, and by when?".into(),
        help: worst.help.clone(),
        related,
        suggestions: Vec::new(),
        ..first
    }
}

fn one(group: &[&Finding]) -> Finding {
    let first = group[0].clone();
    let related = group[1..].iter().map(|it| Label { span: it.at.span, text: "here as well".to_owned() }).collect();
    let message = format!("{} ({} places)", first.message, group.len()).into();
    Finding { message, related, ..first }
}
