//! `<!-- pingless: allow RULE: reason -->`: exceptions that a text makes for itself.

use crate::document::{Directive, Document};
use crate::finding::{Finding, Findings};
use crate::text::Span;

/// A valid exception and what it covers.
#[derive(Debug)]
pub struct Allow {
    pub comment: Span,
    pub rules: Vec<String>,
    pub reason: String,
    scope: Scope,
    /// One for each rule: how many findings there were to allow.
    pub used: Vec<usize>,
}

/// What a text allows itself of one rule, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    pub rule: String,
    pub reason: String,
    /// The line of the comment, from 1.
    pub line: usize,
    /// It speaks of the whole text; else of one place.
    pub is_whole: bool,
    /// The findings that it allows.
    pub findings: usize,
    /// The rule looks at this text at all.
    pub is_active: bool,
}

#[derive(Debug, Clone, Copy)]
enum Scope {
    File,
    /// Findings that begin here.
    Place(Span),
}

/// Reads the exceptions of a text. What has no effect is flagged in `found`.
pub fn read(
    doc: &Document,
    is_rule: impl Fn(&str) -> bool,
    is_kind: impl Fn(&str) -> bool,
    found: &mut Findings,
) -> Vec<Allow> {
    let mut allows = Vec::new();
    for directive in doc.directives() {
        let body = doc.at(directive.body);
        let (verb, rest) = body.split_once([' ', '=', ':']).unwrap_or((body, ""));
        let is_file = verb == "allow-file";
        let problem = match verb {
            "allow" | "allow-file" => match exception(rest, &is_rule) {
                Ok((rules, reason)) => {
                    let (used, scope) = (vec![0; rules.len()], scope(doc, directive, is_file));
                    allows.push(Allow { comment: directive.span, rules, reason, scope, used });
                    continue;
                }
                Err(problem) => problem,
            },
            "kind" if rest.trim() == "none" || is_kind(rest.trim()) => continue,
            "kind" => format!("there is no kind `{}`", rest.trim()),
            _ => format!("`{verb}` is not known here"),
        };
        found.flag(directive.body, problem);
    }
    allows
}

/// `RULE[, RULE…]: reason`
fn exception(text: &str, is_rule: impl Fn(&str) -> bool) -> Result<(Vec<String>, String), String> {
    let (names, reason) = text.split_once(':').unwrap_or((text, ""));
    let rules: Vec<String> =
        names.split([',', ' ']).map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect();
    match rules.iter().find(|rule| !is_rule(rule)) {
        _ if rules.is_empty() => Err("no rule is named".to_owned()),
        Some(rule) => Err(format!("there is no rule `{rule}`")),
        None if reason.trim().is_empty() => Err("no reason is given".to_owned()),
        None => Ok((rules, reason.split_whitespace().collect::<Vec<_>>().join(" "))),
    }
}

/// A comment on a line of its own speaks of the next block; one behind text, of that line.
fn scope(doc: &Document, directive: &Directive, is_file: bool) -> Scope {
    match directive.alone {
        _ if is_file => Scope::File,
        true => Scope::Place(
            doc.block_after(directive.span.end).unwrap_or(Span::new(directive.span.end, directive.span.end)),
        ),
        false => Scope::Place(doc.lines().around(directive.span.start, doc.text())),
    }
}

/// Whether an exception covers a finding; it counts as used then.
pub fn covers(allows: &mut [Allow], finding: &Finding) -> bool {
    let start = finding.at.span.start;
    for allow in allows {
        let is_here = match allow.scope {
            Scope::File => true,
            Scope::Place(span) => span.start <= start && start <= span.end,
        };
        let rule = allow.rules.iter().position(|rule| *rule == finding.rule).filter(|_| is_here);
        if let Some(rule) = rule {
            allow.used[rule] += 1;
            return true;
        }
    }
    false
}

/// Every exception, one for each rule that it names.
pub fn exceptions(doc: &Document, allows: &[Allow], is_active: impl Fn(&str) -> bool) -> Vec<Exception> {
    let of = |allow: &Allow, rule: &String, findings: usize| Exception {
        rule: rule.clone(),
        reason: allow.reason.clone(),
        line: doc.line(allow.comment.start),
        is_whole: matches!(allow.scope, Scope::File),
        findings,
        is_active: is_active(rule),
    };
    let mut out = Vec::new();
    for allow in allows {
        out.extend(allow.rules.iter().zip(&allow.used).map(|(rule, used)| of(allow, rule, *used)));
    }
    out
}

/// Flags the exceptions that allowed nothing although their rule ran.
pub fn flag_unused(allows: &[Allow], is_active: impl Fn(&str) -> bool, found: &mut Findings) {
    for allow in allows {
        for (rule, used) in allow.rules.iter().zip(&allow.used) {
            if *used == 0 && is_active(rule) {
                found.flag(allow.comment, format!("`{rule}` finds nothing here"));
            }
        }
    }
}
