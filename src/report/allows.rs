//! What is kept silent, as a list by rule.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::{counted, escape, harmless, json as report};

/// One exception: a comment of a text, or a line of a configuration.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(rename = "Exception")]
pub struct Row {
    /// A rule; in a configuration also a group, a kind or `all`.
    pub rule: String,
    pub path: String,
    /// From 1.
    pub line: usize,
    /// `comment`, `ignore`, `allow` or `levels`.
    pub by: &'static str,
    /// What it speaks of: `this place`, `the whole text`, a phrase, globs, a level.
    pub of: String,
    /// Why; none where a line of a configuration gives no reason.
    pub reason: Option<String>,
    /// The findings that it keeps silent, or whose level it sets, in the files that were read.
    pub findings: usize,
    /// It keeps nothing silent.
    pub unused: bool,
    /// The rule does not run here at all.
    pub inactive: bool,
}

/// What `pingless allows --format json` prints.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "pingless allows, what is printed")]
struct List<'r> {
    /// It grows when a field changes its meaning or goes.
    version: u32,
    /// Those of texts, then those of configurations.
    allows: &'r [Row],
}

pub fn schema() -> Schema {
    report::generator().into_root_schema_for::<List>()
}

/// One versioned JSON object.
pub fn json(rows: &[Row]) -> String {
    harmless::object(&List { version: 1, allows: rows })
}

/// For people: by rule, then by place.
pub fn human(rows: &[Row]) -> String {
    let mut rules: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    rows.iter().for_each(|row| rules.entry(&row.rule).or_default().push(row));
    let mut out = String::new();
    for (rule, rows) in rules {
        out.push_str(&format!("{rule}\n"));
        rows.into_iter().for_each(|row| out.push_str(&one(row)));
    }
    out
}

fn one(row: &Row) -> String {
    let reason = row.reason.as_deref().unwrap_or("no reason is given");
    let state = match (row.inactive, row.findings) {
        (true, _) => "unused: the rule does not run here".to_owned(),
        (false, 0) => "unused".to_owned(),
        (false, count) => counted(count, "finding"),
    };
    let place = escape::line(&format!("{}:{}", row.path, row.line));
    format!("  {place}: {}: {} ({state})\n", escape::line(&row.of), escape::line(reason))
}

/// The closing line, for standard error.
pub fn summary(rows: &[Row]) -> String {
    let count = |is: fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count();
    let (unused, bare) = (count(|row| row.unused), count(|row| row.reason.is_none()));
    match rows.len() {
        0 => "nothing is kept silent\n".to_owned(),
        all => format!("{}: {unused} unused, {bare} without a reason\n", counted(all, "exception")),
    }
}
