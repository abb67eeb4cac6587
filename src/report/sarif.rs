//! SARIF 2.1.0, as code scanning and editors read it. Their rules are not ours: names in Pascal case, sentences with
//! full stops, relative URIs; no `primaryLocationLineHash`, which the uploader computes itself.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::Look;
use super::each::Each;
use super::elsewhere;
use super::harmless;
use super::place::Places;
use super::uri::Uri;
use super::url;
use crate::finding::{Confidence, Elsewhere, Finding, Label, Level, Suggestion};
use crate::rule::{Catalog, Check, Page, Rule};
use crate::settle::{Checked, Notice, Report};
use crate::text::{Position, Span};
use crate::words::letters::capitalised;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The root of the repository, or where there is none the folder of the run: paths are relative to it, and who reads the
/// log knows where that is.
const ROOT: &str = "%SRCROOT%";

/// The longest text that a location quotes, in bytes; a consumer looks longer ones up.
const LONGEST_SNIPPET: usize = 400;

#[derive(Serialize)]
struct Log<R> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<R>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<R> {
    tool: Value,
    automation_details: Value,
    original_uri_base_ids: Value,
    column_kind: &'static str,
    newline_sequences: [&'static str; 3],
    invocations: Value,
    results: R,
}

pub fn write(report: &Report, catalog: &Catalog, look: &Look, to: &mut dyn Write) -> io::Result<()> {
    // A reader knows a rule by what it found; all of them would be four hundred kilobytes beside one finding.
    let fired: HashSet<&str> = report.findings().map(|(_, finding)| finding.rule.as_str()).collect();
    let mut rules: Vec<&Rule> = catalog.rules.iter().filter(|rule| fired.contains(&*rule.id)).collect();
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    let index: HashMap<&str, usize> = rules.iter().enumerate().map(|(at, rule)| (&*rule.id, at)).collect();
    let run = Run {
        tool: json!({ "driver": {
            "name": env!("CARGO_PKG_NAME"),
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "informationUri": url::HOME,
            "rules": rules.iter().map(|rule| descriptor(rule, catalog)).collect::<Vec<_>>(),
        }}),
        automation_details: json!({ "id": "pingless/" }),
        original_uri_base_ids: json!({ ROOT: { "description": { "text": "The root of the repository, or without one the folder in which pingless ran." } } }),
        column_kind: "utf16CodeUnits",
        newline_sequences: ["\r\n", "\n", "\r"],
        invocations: json!([{
            "executionSuccessful": !report.is_incomplete(),
            "toolExecutionNotifications": report.notices.iter().map(|it| notification(it, look)).collect::<Vec<_>>(),
        }]),
        results: Each(|| report.documents.iter().flat_map(|document| results(document, &index, look))),
    };
    harmless::pretty(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] }, to)
}

/// A rule as its page explains it.
fn descriptor(rule: &Rule, catalog: &Catalog) -> Value {
    let asks = format!("A distant reader will ask: {}", rule.told.question);
    let mut text = vec![asks.clone()];
    text.extend(rule.told.help.as_deref().map(|help| format!("The cure: {}", ended(help))));
    let mut markdown = text.clone();
    markdown.extend([why(&catalog.pages[rule.page]), format!("`pingless explain {}` shows examples.", rule.id)]);
    let mut descriptor = json!({
        "id": rule.id,
        "name": pascal(&rule.id),
        "shortDescription": { "text": sentence(&rule.told.summary) },
        "fullDescription": { "text": format!("{} {asks}", sentence(&rule.told.summary)) },
        "help": { "text": text.join(" "), "markdown": markdown.join("\n\n") },
        "defaultConfiguration": { "enabled": !rule.preview && catalog.is_asked(rule), "level": level(rule.level) },
        "properties": {
            "precision": precision(rule, catalog),
            "problem.severity": if rule.level == Level::Note { "recommendation" } else { level(rule.level) },
            "group": rule.group,
        },
    });
    if let Some(url) = url::rule(rule, catalog) {
        descriptor["helpUri"] = json!(url);
    }
    descriptor
}

fn results<'r>(
    document: &'r Checked,
    index: &'r HashMap<&str, usize>,
    look: &'r Look,
) -> impl Iterator<Item = Value> + 'r {
    let mut places = Places::of(&document.text);
    document.findings.iter().map(move |it| result(document, it, index[it.rule.as_str()], look, &mut places))
}

fn result(document: &Checked, finding: &Finding, index: usize, look: &Look, places: &mut Places) -> Value {
    let artifact = artifact(document.path(), look);
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": level(finding.level),
        "message": { "text": message(finding, look) },
        "locations": [location(document, &artifact, &finding.at, places)],
        "partialFingerprints": { "pingless/v1": finding.fingerprint },
        "properties": { "confidence": finding.confidence.word() },
    });
    let related = finding.related.iter().map(|label| location(document, &artifact, label, places));
    let related =
        related.chain(finding.elsewhere.iter().map(|it| location_elsewhere(it, look))).zip(1..).map(|(mut it, id)| {
            it["id"] = json!(id);
            it
        });
    let related: Vec<Value> = related.collect();
    if !related.is_empty() {
        result["relatedLocations"] = json!(related);
    }
    if !finding.suggestions.is_empty() && document.has_lines_of_file() {
        result["fixes"] = finding.suggestions.iter().map(|it| fix(&artifact, it, places)).collect();
    }
    result
}

/// The fault as its first sentence, which becomes the title of an alert; the question; links to the other places, which
/// are shown only where the message names them.
fn message(finding: &Finding, look: &Look) -> String {
    let elsewhere = finding.elsewhere.iter().map(|it| format!("{} ({})", it.label, look.in_repository(&it.name)));
    let labels = finding.related.iter().map(|it| it.text.clone()).chain(elsewhere);
    let links: Vec<String> = labels.zip(1..).map(|(label, id)| link(&label, id)).collect();
    let see = if links.is_empty() { String::new() } else { format!(" See {}.", links.join(", ")) };
    format!("{} {}{see}", plain(&sentence(&finding.message)), plain(&finding.question))
}

fn location(document: &Checked, artifact: &Value, label: &Label, places: &mut Places) -> Value {
    if !document.has_lines_of_file() {
        return json!({
            "physicalLocation": { "artifactLocation": artifact },
            "logicalLocations": [{ "name": document.title().unwrap_or_default() }],
            "message": { "text": plain(&label.text) },
        });
    }
    let mut region = region(label.span, places);
    let text = document.text.at(label.span);
    if text.len() <= LONGEST_SNIPPET {
        region["snippet"] = json!({ "text": text });
    }
    json!({
        "physicalLocation": { "artifactLocation": artifact, "region": region },
        "message": { "text": plain(&label.text) },
    })
}

fn location_elsewhere(it: &Elsewhere, look: &Look) -> Value {
    let [start, end] = elsewhere::ends(it);
    json!({
        "physicalLocation": { "artifactLocation": artifact(&it.name, look), "region": region_of(start, end) },
        "message": { "text": plain(&it.label) },
    })
}

/// Where a text lies. Who reads the log knows the root of the repository, and not in which of its folders pingless ran.
/// Code scanning refuses a whole log for one scheme beside `file`, so what is no file is a path of its own: `pull-request/12`.
fn artifact(name: &str, look: &Look) -> Value {
    match Uri::of(name).within(|| look.in_repository(name)) {
        Uri::Relative(uri) => json!({ "uri": uri, "uriBaseId": ROOT }),
        Uri::Absolute(uri) if uri.starts_with("file:") => json!({ "uri": uri }),
        Uri::Absolute(uri) => json!({ "uri": uri.trim_end_matches(':').replacen(':', "/", 1) }),
    }
}

fn region(span: Span, places: &mut Places) -> Value {
    let [start, end] = places.ends(span);
    region_of(start, end)
}

fn region_of(start: Position, end: Position) -> Value {
    json!({
        "startLine": start.line,
        "startColumn": start.column_utf16,
        "endLine": end.line,
        "endColumn": end.column_utf16,
    })
}

fn fix(artifact: &Value, suggestion: &Suggestion, places: &mut Places) -> Value {
    let replacements = suggestion
        .edits
        .iter()
        .map(|edit| json!({ "deletedRegion": region(edit.span, places), "insertedContent": { "text": edit.text } }));
    json!({
        "description": { "text": plain(&sentence(&suggestion.title)) },
        "artifactChanges": [{
            "artifactLocation": artifact,
            "replacements": replacements.collect::<Vec<_>>(),
        }],
        "properties": { "safe": suggestion.safe },
    })
}

/// An input that was not checked.
fn notification(notice: &Notice, look: &Look) -> Value {
    json!({
        "level": if notice.fatal { "error" } else { "warning" },
        "message": { "text": plain(&format!("{} The cure: {}", sentence(&notice.message), ended(&notice.help))) },
        "locations": [{ "physicalLocation": { "artifactLocation": artifact(&notice.path, look) } }],
    })
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warn => "warning",
        Level::Note => "note",
    }
}

/// How often the rule is right, as far as the rule alone tells; each result has its own confidence besides.
fn precision(rule: &Rule, catalog: &Catalog) -> &'static str {
    let confidence = match &rule.check {
        Check::Need { kind, need } => catalog.kind(kind).map(|page| page.needs[*need].confidence),
        _ => None,
    };
    match confidence {
        _ if rule.preview => "medium",
        None | Some(Confidence::High) => "high",
        Some(Confidence::Medium) => "medium",
        Some(Confidence::Low) => "low",
    }
}

/// Why the rule is there: its page up to the first heading or example.
fn why(page: &Page) -> String {
    let is_why = |line: &&str| !line.starts_with('#') && !line.starts_with("````");
    page.body().lines().take_while(is_why).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// `postmortem.timeline` as `PostmortemTimeline`.
fn pascal(id: &str) -> String {
    let words = id.split(|it: char| !it.is_alphanumeric());
    words.map(capitalised).collect()
}

/// Words of a page or a check with an end.
fn ended(words: &str) -> String {
    let end = if words.ends_with(['.', '?', '!']) { "" } else { "." };
    words.to_owned() + end
}

fn sentence(words: &str) -> String {
    capitalised(&ended(words))
}

/// A text inside of a message: no placeholder and no link is made of it.
fn plain(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}").replace("](", r"\](")
}

/// A link to the related location of this number.
fn link(text: &str, id: usize) -> String {
    let text = text.replace('\\', r"\\").replace('[', r"\[").replace(']', r"\]");
    format!("[{}]({id})", text.replace('{', "{{").replace('}', "}}"))
}
