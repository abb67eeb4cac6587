//! The rules as a list, and what applies to one file.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::{columns, escape, harmless, json as report};
use crate::config::{Policy, Told};
use crate::finding::Level;
use crate::lint::{Clause, InForce};
use crate::rule::{Catalog, Check, Rule};

/// What `pingless rules --format json` prints.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "pingless rules, what is printed")]
struct List<'c> {
    /// It grows when a field changes its meaning or goes.
    version: u32,
    rules: Vec<Row<'c>>,
}

/// A rule.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Rule")]
struct Row<'c> {
    /// Its id; of what a kind of document has to state `KIND.NAME`.
    rule: &'c str,
    /// The folder of its page: a reader's question.
    group: &'c str,
    /// What a finding costs the reader, where the configuration says nothing else.
    #[schemars(with = "Level")]
    level: &'static str,
    /// Where it looks; empty for every kind, and for documents of none.
    kinds: &'c [Cow<'static, str>],
    /// Where it does not look, of every kind.
    but: &'c [Cow<'static, str>],
    /// Where it is too seldom right for the default output.
    doubted_in: &'c [Cow<'static, str>],
    /// Only `--pedantic` shows what it finds, wherever it looks.
    pedantic: bool,
    /// It runs with `--preview` alone.
    preview: bool,
    /// It runs by itself; else only where a contract asks.
    asked: bool,
    /// The fault.
    summary: &'c str,
    /// What the reader will ask because of it.
    question: &'c str,
    /// The cure, in one sentence.
    help: Option<&'c str>,
    /// The file that defines it.
    page: &'c str,
}

pub fn schema() -> Schema {
    report::generator().into_root_schema_for::<List>()
}

pub fn human(rules: &[&Rule], catalog: &Catalog) -> String {
    let mut out = String::new();
    let width = columns::width(rules.iter().map(|rule| &*rule.id));
    let mut groups: Vec<&str> = rules.iter().map(|rule| &*rule.group).collect();
    groups.sort_unstable();
    groups.dedup();
    for group in groups {
        out.push_str(&format!("{group}\n"));
        for rule in rules.iter().filter(|rule| rule.group == group) {
            let kinds = rule.looks_at().unwrap_or_else(|| "every document".to_owned());
            let preview = match () {
                _ if rule.preview => ", preview",
                _ if !catalog.is_asked(rule) => ", where a contract asks",
                _ if catalog.is_doubted(rule) => ", with --pedantic",
                _ => "",
            };
            out.push_str(&format!(
                "  {:width$}  {:5}  {} [{kinds}{preview}]\n",
                rule.id,
                rule.level.word(),
                rule.told.question
            ));
        }
    }
    // A page may be a stranger's.
    escape::lines(&out).into_owned()
}

pub fn json(rules: &[&Rule], catalog: &Catalog) -> String {
    let rules = rules.iter().map(|rule| Row::of(rule, catalog)).collect();
    harmless::object(&List { version: 1, rules })
}

impl<'c> Row<'c> {
    fn of(rule: &'c Rule, catalog: &'c Catalog) -> Self {
        Self {
            rule: &rule.id,
            group: &rule.group,
            level: rule.level.word(),
            kinds: &rule.kinds,
            but: &rule.but,
            doubted_in: &rule.doubted_in,
            pedantic: catalog.is_doubted(rule),
            preview: rule.preview,
            asked: catalog.is_asked(rule),
            summary: &rule.told.summary,
            question: &rule.told.question,
            help: rule.told.help.as_deref(),
            page: &catalog.pages[rule.page].path,
        }
    }
}

/// The configuration of one file.
#[derive(Debug, Default)]
pub struct Configured {
    pub file: Option<String>,
    /// The files that it builds on, the strongest first.
    pub extended: Vec<String>,
    pub is_excluded: bool,
    /// Every setting in force.
    pub settings: Vec<Told>,
}

/// What applies to one file, and which configuration says so.
pub fn policy(name: &str, place: &Configured, policy: &Policy, contract: &InForce, catalog: &Catalog) -> String {
    let file = place.file.as_deref().map_or("none, the defaults".into(), escape::line);
    let mut out = format!("{}\n  configuration: {file}\n", escape::line(name));
    place.extended.iter().for_each(|it| out.push_str(&format!("    extends: {}\n", escape::line(it))));
    for Told { key, value, from } in &place.settings {
        out.push_str(&format!("    {} ({})\n", escape::line(&format!("{key} = {value}")), escape::line(from)));
    }
    if place.is_excluded {
        out.push_str("  excluded: it is not read\n");
    }
    out.push_str(&in_force(contract, policy, catalog));
    let edition = policy.edition.map_or("the newest", |it| it.name);
    out.push_str(&format!("  edition: {edition}\n  preview: {}\n  pedantic: {}\n", policy.preview, policy.pedantic));
    out.push_str(&format!("  strict: {}\n", policy.strict));
    let looks = match contract.idle {
        Some(why) => format!(" none: {why}"),
        None if !contract.is_english => " those that read any language".to_owned(),
        None => String::new(),
    };
    out.push_str(&format!("  rules:{looks}\n"));
    // The needs of its kind are the contract above; what looks at other kinds does not concern the file.
    let kind = contract.recognised.sure();
    let is_asked = |rule: &Rule| !matches!(rule.check, Check::Need { .. }) && rule.applies_to(kind);
    let is_read = |rule: &Rule| contract.is_english || rule.reads_any_language();
    let others = catalog.rules.iter().filter(|rule| contract.idle.is_none() && is_asked(rule) && is_read(rule));
    for rule in others {
        let state = if policy.enables(rule) { policy.level(rule, policy.own_level(rule)).word() } else { "off" };
        out.push_str(&format!("    {:5}  {}\n", state, rule.id));
    }
    for (rule, phrases) in &policy.allow {
        out.push_str(&format!("  allowed for {rule}: {}\n", phrases.join("; ")));
    }
    escape::lines(&out).into_owned()
}

/// What is asked of the document, and who asks.
fn in_force(contract: &InForce, policy: &Policy, catalog: &Catalog) -> String {
    let Some(page) = &contract.page else {
        let unsure = match &contract.recognised.kind {
            Some(kind) => format!("perhaps {kind}, and not sure enough for a contract"),
            None if contract.recognised.because.is_empty() => "none, and so no contract".to_owned(),
            None => format!("none, and so no contract ({})", escape::line(&contract.recognised.because.join(", "))),
        };
        return format!("  kind: {unsure}\n");
    };
    let kind = contract.recognised.kind.as_deref().unwrap_or_default();
    let because = escape::line(&contract.recognised.because.join(", "));
    let mut out = format!("  kind: {kind} ({because})\n  contract: {page}");
    if let Some(template) = &contract.template {
        out.push_str(&format!(", {}", escape::line(template)));
    }
    out.push('\n');
    let width = columns::width(contract.clauses.iter().map(|it| &*it.name));
    for clause in &contract.clauses {
        let Clause { name, because, level, is_asked } = clause;
        let rule = catalog.rule(&format!("{kind}.{name}")).or_else(|| catalog.rule("missing-section"));
        let state = match rule {
            _ if !is_asked => "-",
            Some(rule) if policy.enables(rule) => policy.level(rule, *level).word(),
            _ => "off",
        };
        let because = if because.is_empty() { "only looked for".to_owned() } else { because.join("; ") };
        out.push_str(&format!("    {state:5}  {:width$}  {}\n", escape::line(name), escape::line(&because)));
    }
    out
}
