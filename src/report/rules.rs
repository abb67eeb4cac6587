//! The rules as a list, and what applies to one file.

use serde_json::{Value, json};

use super::escape;
use crate::config::Policy;
use crate::rule::{Catalog, Rule};

pub fn human(catalog: &Catalog) -> String {
    let mut out = String::new();
    let width = catalog.rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let mut groups: Vec<&str> = catalog.rules.iter().map(|rule| rule.group.as_str()).collect();
    groups.sort_unstable();
    groups.dedup();
    for group in groups {
        out.push_str(&format!("{group}\n"));
        for rule in catalog.rules.iter().filter(|rule| rule.group == group) {
            let kinds = if rule.kinds.is_empty() { "every document".to_owned() } else { rule.kinds.join(", ") };
            let preview = if rule.preview { ", preview" } else { "" };
            out.push_str(&format!(
                "  {:width$}  {:5}  {} [{kinds}{preview}]\n",
                rule.id,
                rule.level.word(),
                rule.question
            ));
        }
    }
    out
}

pub fn json(catalog: &Catalog) -> String {
    let rules: Vec<Value> = catalog.rules.iter().map(|rule| one(rule, catalog)).collect();
    escape::json(serde_json::to_string_pretty(&json!({ "version": 1, "rules": rules })).expect("plain data")) + "\n"
}

fn one(rule: &Rule, catalog: &Catalog) -> Value {
    json!({
        "rule": rule.id,
        "group": rule.group,
        "level": rule.level.word(),
        "kinds": rule.kinds,
        "preview": rule.preview,
        "summary": rule.summary,
        "question": rule.question,
        "help": rule.help,
        "page": catalog.pages[rule.page].path,
    })
}

/// What applies to one file, and which configuration says so.
pub fn policy(name: &str, file: Option<&str>, excluded: bool, policy: &Policy, catalog: &Catalog) -> String {
    let mut out = format!("{name}\n  configuration: {}\n", file.unwrap_or("none, the defaults"));
    if excluded {
        out.push_str("  excluded: it is not read\n");
    }
    if let Some(kind) = &policy.kind {
        out.push_str(&format!("  kind: {kind}\n"));
    }
    out.push_str(&format!("  pedantic: {}\n  rules:\n", policy.pedantic));
    for rule in &catalog.rules {
        let state = if policy.enables(rule) { policy.level(rule, rule.level).word() } else { "off" };
        out.push_str(&format!("    {:5}  {}\n", state, rule.id));
    }
    for (rule, phrases) in &policy.allow {
        out.push_str(&format!("  allowed for {rule}: {}\n", phrases.join("; ")));
    }
    out
}
