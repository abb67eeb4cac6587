//! What was decided, as a list for people, a flowchart, a table for a spreadsheet, or data.

use std::collections::HashMap;

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::{escape, harmless, json as report};

/// One decision.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(rename = "Decision")]
pub struct Row {
    /// `ADR-12`; empty where it has no number.
    pub id: String,
    pub title: String,
    /// `open`, `settled`, `dropped` or `replaced`; none where its status is not known.
    pub standing: Option<&'static str>,
    /// As it is written.
    pub status: Option<String>,
    /// `2026-11-20`
    pub date: Option<String>,
    pub deciders: Vec<String>,
    /// Those who were told.
    pub told: Vec<String>,
    /// Files among these, or else what the record calls them.
    pub supersedes: Vec<String>,
    /// Files, or what a log calls them.
    pub superseded_by: Vec<String>,
    /// What a record names as its successor, and is not among these: a number, or a file.
    pub unresolved: Vec<String>,
    pub path: String,
    /// From 1.
    pub line: u32,
    /// Where it was talked over.
    pub evidence: Vec<String>,
    /// All of that are chats or recordings.
    pub only_chat: bool,
}

/// What `pingless decisions --format json` prints.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "pingless decisions, what is printed")]
struct List<'r> {
    /// It grows when a field changes its meaning or goes.
    version: u32,
    /// Those of each text in the order in which they stand there.
    decisions: &'r [Row],
}

pub fn schema() -> Schema {
    report::generator().into_root_schema_for::<List>()
}

/// One versioned JSON object.
pub fn json(rows: &[Row]) -> String {
    harmless::object(&List { version: 1, decisions: rows })
}

/// For people: one line a decision, and what else is known of it below.
pub fn human(rows: &[Row]) -> String {
    let mut out = String::new();
    for row in rows {
        let name = [row.id.as_str(), row.title.as_str()].into_iter().filter(|it| !it.is_empty());
        let name = name.collect::<Vec<_>>().join("  ");
        let place = format!("{}:{}", row.path, row.line);
        let date = row.date.as_deref().unwrap_or("no date");
        let line = format!("{:<8}  {date:<10}  {name}", row.standing.unwrap_or("unknown"));
        out.push_str(&format!("{}\n    {}\n", escape::line(&line), escape::line(&place)));
        let parts = [
            ("decided by", &row.deciders),
            ("told", &row.told),
            ("supersedes", &row.supersedes),
            ("superseded by", &row.superseded_by),
            ("superseded by, not among these", &row.unresolved),
            (if row.only_chat { "only in a chat" } else { "evidence" }, &row.evidence),
        ];
        for (label, values) in parts.into_iter().filter(|it| !it.1.is_empty()) {
            out.push_str(&format!("    {label}: {}\n", escape::line(&values.join(", "))));
        }
    }
    out
}

/// The closing line, for standard error: an empty list says nothing to people.
pub fn summary(rows: &[Row]) -> &'static str {
    match rows {
        [] => "no decision found: `pingless new adr` writes the first record\n",
        _ => "",
    }
}

const COLUMNS: &str =
    "id,title,standing,status,date,decided_by,told,supersedes,superseded_by,path,line,evidence,only_chat,unresolved";

/// As RFC 4180 has it. What a spreadsheet would take for a formula is text.
pub fn csv(rows: &[Row]) -> String {
    let mut out = format!("{COLUMNS}\r\n");
    for row in rows {
        let line = row.line.to_string();
        let cells = [
            row.id.clone(),
            row.title.clone(),
            row.standing.unwrap_or_default().to_owned(),
            row.status.clone().unwrap_or_default(),
            row.date.clone().unwrap_or_default(),
            row.deciders.join("; "),
            row.told.join("; "),
            row.supersedes.join("; "),
            row.superseded_by.join("; "),
            row.path.clone(),
            line,
            row.evidence.join("; "),
            row.only_chat.to_string(),
            row.unresolved.join("; "),
        ];
        out.push_str(&cells.iter().map(|it| cell(it)).collect::<Vec<_>>().join(","));
        out.push_str("\r\n");
    }
    out
}

fn cell(text: &str) -> String {
    let text = escape::line(text);
    let guard = if text.trim_start().starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

/// A flowchart: an arrow leads from a decision to the one that took its place.
pub fn mermaid(rows: &[Row]) -> String {
    let by_path: HashMap<&str, usize> =
        rows.iter().enumerate().rev().map(|(at, row)| (row.path.as_str(), at)).collect();
    let mut out = String::from("flowchart LR\n");
    for (at, row) in rows.iter().enumerate() {
        let name = [row.id.as_str(), row.title.as_str()].into_iter().filter(|it| !it.is_empty());
        let label = format!("{} ({})", name.collect::<Vec<_>>().join(": "), row.standing.unwrap_or("unknown"));
        out.push_str(&format!("  d{at}[\"{}\"]\n", entities(&label)));
    }
    for (at, row) in rows.iter().enumerate() {
        for next in row.superseded_by.iter().filter_map(|it| by_path.get(it.as_str())) {
            out.push_str(&format!("  d{at} -->|superseded by| d{next}\n"));
        }
    }
    out
}

/// Everything but letters, digits and plain marks as an entity: no label ends early, and none is Markdown or HTML.
fn entities(text: &str) -> String {
    let is_plain = |it: char| it.is_alphanumeric() || matches!(it, ' ' | ',' | '.' | ':' | '(' | ')' | '-');
    escape::line(text)
        .chars()
        .map(|it| if is_plain(it) { it.to_string() } else { format!("#{};", it as u32) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{cell, entities};

    #[test]
    fn nothing_is_a_formula_or_ends_a_label() {
        assert_eq!(cell("=1+1"), "\"'=1+1\"");
        assert_eq!(cell("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(entities("a\"]<b>"), "a#34;#93;#60;b#62;");
    }
}
