//! What one document states: for people, and as one JSON object a line.

use indexmap::IndexMap;
use serde::Serialize;
use serde_json::{Value, json};

use super::slots::{self, Slot};
use super::{escape, human};
use crate::settle::Checked;
use crate::slot::State;
use crate::text::{Lines, Source};

#[derive(Serialize)]
struct Row<'c> {
    path: &'c str,
    kind: Option<&'c str>,
    kind_confidence: f64,
    kind_because: &'c [String],
    slots: IndexMap<&'c str, Slot<'c>>,
    findings: Vec<Value>,
}

pub fn ndjson(source: &Source, checked: &Checked) -> String {
    let lines = Lines::of(&source.text);
    let line = |offset: usize| lines.index(offset) + 1;
    let row = Row {
        path: &checked.name,
        kind: checked.recognised.kind.as_deref(),
        kind_confidence: (f64::from(checked.recognised.confidence) * 100.0).round() / 100.0,
        kind_because: &checked.recognised.because,
        slots: slots::of(&checked.slots, &lines),
        findings: checked
            .findings
            .iter()
            .map(|it| {
                json!({
                    "line": line(it.at.span.start),
                    "related": it.related.iter().map(|label| line(label.span.start)).collect::<Vec<_>>(),
                    "rule": it.rule,
                    "level": it.level.word(),
                    "confidence": it.confidence.word(),
                })
            })
            .collect(),
    };
    escape::json(serde_json::to_string(&row).expect("plain data")) + "\n"
}

pub fn error_row(path: &str, error: &str) -> String {
    escape::json(json!({"path": path, "error": error}).to_string()) + "\n"
}

pub fn error_line(path: &str, error: &str, help: &str) -> String {
    format!("{}: {}\n  = help: {help}\n", escape::line(path), escape::line(error))
}

pub fn human(source: &Source, checked: &Checked, color: bool) -> String {
    let lines = Lines::of(&source.text);
    let kind = checked.recognised.kind.as_deref().unwrap_or("no kind");
    let because = match checked.recognised.because.is_empty() {
        true => "nothing in the path, the title or the headings tells".to_owned(),
        false => checked.recognised.because.join(", "),
    };
    let mut out = format!(
        "{}: {kind} ({:.0} % sure: {})\n",
        escape::line(&checked.name),
        checked.recognised.confidence * 100.0,
        escape::line(&because)
    );
    for answer in &checked.slots {
        let mark = match answer.state {
            State::Present => "+",
            State::Partial => "~",
            State::Absent => "-",
        };
        let value = answer.value.as_deref().unwrap_or(answer.state.word());
        out.push_str(&format!("  {mark} {} {value}\n", answer.slot));
        for it in &answer.evidence {
            let quote: String = it.span.of(&source.text).lines().next().unwrap_or_default().chars().take(70).collect();
            let line = lines.index(it.span.start) + 1;
            out.push_str(&format!("      line {line}, {}: {}\n", it.by.word(), escape::line(&quote)));
        }
    }
    if !checked.findings.is_empty() {
        out.push('\n');
    }
    out + &human::findings(checked, color)
}
