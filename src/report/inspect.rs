//! What one document states: for people, and as one JSON object a line.

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::slots::{self, Slot};
use super::{escape, harmless, human, json as report};
use crate::finding::{Confidence, Level};
use crate::settle::Checked;
use crate::slot::State;
use crate::text::{Lines, Source};

/// A line of `pingless inspect --format ndjson`.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(title = "pingless inspect, a line that is written")]
enum Line<'c> {
    Stated(Row<'c>),
    Unread(Unread<'c>),
}

/// A file, and what it states.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Stated")]
struct Row<'c> {
    /// As it was given.
    path: &'c str,
    kind: Option<&'c str>,
    /// How sure the kind is; below 0.9 it turns no rule on.
    #[schemars(range(min = 0.0, max = 1.0))]
    kind_confidence: f64,
    /// The signals that tell the kind.
    kind_because: &'c [String],
    /// By their names, in the order of the kind.
    slots: IndexMap<&'c str, Slot<'c>>,
    /// By place.
    findings: Vec<Found<'c>>,
}

/// A finding, without its words.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
struct Found<'c> {
    /// From 1.
    line: usize,
    /// The lines of other places of the same finding.
    related: Vec<usize>,
    rule: &'c str,
    #[schemars(with = "Level")]
    level: &'static str,
    #[schemars(with = "Confidence")]
    confidence: &'static str,
}

/// A file that could not be read.
#[derive(Serialize, JsonSchema)]
struct Unread<'c> {
    path: &'c str,
    /// Why.
    error: &'c str,
}

pub fn schema() -> Schema {
    report::generator().into_root_schema_for::<Line>()
}

fn written(it: &Line) -> String {
    harmless::row(it)
}

pub fn ndjson(source: &Source, checked: &Checked) -> String {
    let lines = Lines::of(&source.text);
    let line = |offset: usize| lines.index(offset) + 1;
    let row = Row {
        path: &checked.name,
        kind: checked.recognised.kind.as_deref(),
        kind_confidence: checked.recognised.told_confidence(),
        kind_because: &checked.recognised.because,
        slots: slots::of(&checked.slots, &lines),
        findings: checked
            .findings
            .iter()
            .map(|it| Found {
                line: line(it.at.span.start),
                related: it.related.iter().map(|label| line(label.span.start)).collect(),
                rule: &it.rule,
                level: it.level.word(),
                confidence: it.confidence.word(),
            })
            .collect(),
    };
    written(&Line::Stated(row))
}

pub fn error_row(path: &str, error: &str) -> String {
    written(&Line::Unread(Unread { path, error }))
}

pub fn human(source: &Source, checked: &Checked, color: bool) -> String {
    let lines = Lines::of(&source.text);
    let because = match checked.recognised.because.is_empty() {
        true => "nothing in the path, the title or the headings tells".to_owned(),
        false => checked.recognised.because.join(", "),
    };
    let kind = match &checked.recognised.kind {
        Some(kind) => {
            format!("{kind} ({:.0} % sure: {})", checked.recognised.confidence * 100.0, escape::line(&because))
        }
        None => format!("no kind ({})", escape::line(&because)),
    };
    let mut out = format!("{}: {kind}\n", escape::line(&checked.name));
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
