//! The diagnostics of reviewdog: one object for all of them, or one a line. Lines count from 1, and columns are bytes of
//! UTF-8, from 1; a key without a value is left out, because nothing else may stand for it. Paths stay relative to
//! the folder of the run: reviewdog takes them so, and finds the root of the repository itself.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::each::Each;
use super::elsewhere;
use super::harmless;
use super::place::Places;
use super::{told, url};
use crate::finding::{Elsewhere, Finding, Level, Suggestion};
use crate::rule::Catalog;
use crate::settle::{Checked, Report};
use crate::text::{Position, Span};

/// One object.
pub fn write(report: &Report, catalog: &Catalog, to: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Whole<D> {
        source: Value,
        diagnostics: D,
    }
    let all = Each(|| report.documents.iter().flat_map(|it| diagnostics(it, catalog)));
    let whole = Whole { source: source(), diagnostics: all };
    harmless::pretty(&whole, to)
}

/// Each diagnostic on a line of its own, and nothing else.
pub fn write_lines(report: &Report, catalog: &Catalog, to: &mut dyn Write) -> io::Result<()> {
    for mut it in report.documents.iter().flat_map(|it| diagnostics(it, catalog)) {
        it["source"] = source();
        to.write_all(harmless::row(&it).as_bytes())?;
    }
    Ok(())
}

fn source() -> Value {
    json!({ "name": env!("CARGO_PKG_NAME"), "url": url::HOME })
}

fn diagnostics<'r>(document: &'r Checked, catalog: &'r Catalog) -> impl Iterator<Item = Value> + 'r {
    let mut places = Places::of(&document.text);
    document.findings.iter().map(move |it| diagnostic(document, it, catalog, &mut places))
}

fn diagnostic(document: &Checked, finding: &Finding, catalog: &Catalog, places: &mut Places) -> Value {
    let mut code = json!({ "value": finding.rule });
    if let Some(url) = url::of(&finding.rule, catalog) {
        code["url"] = json!(url);
    }
    let has_lines = document.has_lines_of_file();
    let location = |span: Span, places: &mut Places| match has_lines {
        true => json!({ "path": document.path(), "range": range(places.ends(span)) }),
        false => json!({ "path": document.path() }),
    };
    let mut out = json!({
        "message": told::words(finding),
        "location": location(finding.at.span, places),
        "severity": severity(finding.level),
        "code": code,
    });
    let mut related: Vec<Value> = Vec::new();
    for it in &finding.related {
        related.push(json!({ "message": it.text, "location": location(it.span, places) }));
    }
    related.extend(finding.elsewhere.iter().map(other));
    if !related.is_empty() {
        out["related_locations"] = json!(related);
    }
    let suggestions = finding.suggestions.iter().filter(|_| has_lines);
    let suggestions: Vec<Value> = suggestions.filter_map(|it| suggestion(it, places)).collect();
    if !suggestions.is_empty() {
        out["suggestions"] = json!(suggestions);
    }
    out
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "ERROR",
        Level::Warn => "WARNING",
        Level::Note => "INFO",
    }
}

fn other(it: &Elsewhere) -> Value {
    json!({ "message": it.label, "location": { "path": it.name, "range": range(elsewhere::ends(it)) } })
}

/// What takes the place of one range; there is no form for what changes several at once.
fn suggestion(it: &Suggestion, places: &mut Places) -> Option<Value> {
    let [edit] = it.edits.as_slice() else { return None };
    Some(json!({ "range": range(places.ends(edit.span)), "text": edit.text }))
}

fn range([start, end]: [Position; 2]) -> Value {
    let place = |it: Position| json!({ "line": it.line, "column": it.column_utf8 });
    json!({ "start": place(start), "end": place(end) })
}
