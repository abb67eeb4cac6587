//! What was found in a text beside all others, settled by its summary alone, for whoever has not got the text. It comes
//! to what `check` says of the same text, but for the phrases that a configuration allows.

use super::active::is_copied;
use super::flagged::{bound, softened_where};
use crate::config::Policy;
use crate::finding::{Confidence, Finding, Flag};
use crate::link::{Linked, is_of_corpus};
use crate::rule::{Catalog, Check, Rule};
use crate::settle::allow::{Cover, Sweep};
use crate::summary::{Exception, Spot, Summary};

/// A finding in a text that nobody has at hand.
#[derive(Debug, Clone)]
pub struct Placed {
    pub finding: Finding,
    /// The line on which it begins, from 1.
    pub line: usize,
}

/// What is shown of what was found in a text, by place.
pub fn settle_linked(summary: &Summary, linked: &Linked, catalog: &Catalog, policy: &Policy) -> Vec<Placed> {
    let kind = summary.kind.as_deref();
    if kind.and_then(|it| catalog.kind(it)).is_some_and(|it| it.quiet) || is_copied(&summary.path) {
        return Vec::new();
    }
    // Of what is no document only corpora are asked, whatever its rules are for.
    let is_asked = |rule: &Rule| policy.enables(rule) && (summary.is_plain || rule.applies_to(kind));
    let is_read = |rule: &Rule| summary.is_plain || rule.reads_any_language() || summary.is_english;
    let fits = |rule: &&Rule| is_asked(rule) && is_read(rule);
    let mut found: Vec<Placed> = Vec::new();
    let mut active: Vec<&str> = Vec::new();
    for rule in catalog.rules.iter().filter(|rule| is_of_corpus(rule)).filter(fits) {
        let Some(flags) = linked.of_lines(&rule.id) else { continue };
        active.push(&rule.id);
        found.extend(flags.map(|(line, flag)| placed(rule, policy, summary, line, flag)));
    }
    found.sort_by(|a, b| a.finding.by_place(&b.finding));
    let mut exceptions = Exceptions::of(summary, catalog);
    let mut sweep = Sweep::of(exceptions.covers());
    found.retain(|it| !sweep.covers(&it.finding));
    let judge = catalog.rules.iter().filter(|rule| matches!(rule.check, Check::Unused));
    for rule in judge.filter(|rule| is_asked(rule)) {
        for (comment, name) in exceptions.unused(&active) {
            let flag = Flag::new(comment.span(), format!("`{name}` finds nothing here"));
            found.push(placed(rule, policy, summary, comment.line, &flag));
        }
    }
    found.retain(|it| it.finding.confidence == Confidence::High || policy.pedantic);
    found.sort_by(|a, b| a.finding.by_place(&b.finding));
    found
}

fn placed(rule: &Rule, policy: &Policy, summary: &Summary, line: u32, flag: &Flag) -> Placed {
    let finding = bound(rule, policy, flag.clone());
    Placed { finding: softened_where(summary.is_guess, finding, rule), line: line as usize }
}

/// The valid exceptions of a text.
struct Exceptions<'s> {
    /// Each with how often each of its rules was allowed something.
    all: Vec<(&'s Exception, Vec<usize>)>,
}

impl<'s> Exceptions<'s> {
    fn of(summary: &'s Summary, catalog: &Catalog) -> Self {
        let is_valid = |it: &&Exception| it.rules.iter().all(|rule| catalog.rule(rule).is_some());
        Self { all: summary.exceptions.iter().filter(is_valid).map(|it| (it, vec![0; it.rules.len()])).collect() }
    }

    fn covers(&mut self) -> impl Iterator<Item = Cover<'_>> {
        self.all.iter_mut().map(|(exception, used)| {
            let span = exception.spot.span();
            Cover { rules: &exception.rules, start: span.start, end: span.end, used }
        })
    }

    /// Those for rules that looked and found nothing to allow.
    fn unused<'u>(&'u self, active: &'u [&str]) -> impl Iterator<Item = (Spot, &'s str)> {
        self.all.iter().flat_map(move |(exception, used)| {
            let idle =
                exception.rules.iter().zip(used).filter(|(rule, used)| **used == 0 && active.contains(&rule.as_str()));
            idle.map(|(rule, _)| (exception.comment, rule.as_str()))
        })
    }
}
