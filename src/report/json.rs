//! The JSON report, version 1: a contract with programs. Keys may be added to a version; what a key means may not change.

mod counts;
mod related;
mod run;

use std::io::{self, Write};

use schemars::generate::SchemaSettings;
use schemars::transform::RestrictFormats;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::Value;

use super::each::Each;
use super::harmless;
use super::place::Places;
use super::url;
use crate::finding::{self, Confidence, Finding, Level};
use crate::rule::Catalog;
use crate::settle::{self, Checked};
use crate::text::{self, Span};
use counts::Counts;
use related::Related;

/// The version of the form, not of the tool.
const VERSION: u32 = 1;

/// The longest `text` of a diagnostic, in characters.
const LONGEST_TEXT: usize = 200;

/// The report of `pingless check --format json`.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "pingless report, version 1")]
struct Report<'r, D> {
    /// The version of this form: always 1 here. New keys may be added to it.
    #[schemars(extend("const" = VERSION))]
    version: u32,
    tool: Tool,
    /// Every document that was read, by path.
    files: Vec<File<'r>>,
    /// By path, then by place.
    diagnostics: D,
    summary: Counts<'r>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Tool {
    name: &'static str,
    version: &'static str,
}

/// What writes the reports.
pub(super) const TOOL: Tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };

/// A document, and what sort of document it was taken for.
#[derive(Serialize, JsonSchema)]
struct File<'r> {
    /// As it was given, with `/`; `<stdin>` for standard input without a name.
    path: &'r str,
    /// What a part of that file is about, as of a thread in it.
    title: Option<&'r str>,
    kind: Option<&'r str>,
    /// How sure the kind is; below 0.9 it turns no rule on.
    #[schemars(range(min = 0.0, max = 1.0))]
    kind_confidence: f64,
    /// The signals that tell the kind.
    kind_because: &'r [String],
    /// Of a text in another language only the rules that read any are asked.
    is_english: bool,
}

/// One finding: what a distant reader would have to ask.
#[derive(Serialize, JsonSchema)]
pub(super) struct Diagnostic<'r> {
    rule: &'r str,
    /// What it costs the reader.
    #[schemars(with = "Level")]
    level: &'static str,
    /// How sure the finding is.
    #[schemars(with = "Confidence")]
    confidence: &'static str,
    /// The fault in general.
    message: &'r str,
    /// What the reader will have to ask because of it.
    question: &'r str,
    /// The cure.
    help: Option<&'r str>,
    /// The evidence at this place, in a few words.
    label: &'r str,
    /// What stands in the range, at most its first 200 characters.
    #[schemars(length(max = LONGEST_TEXT))]
    text: String,
    path: &'r str,
    /// As in `files`.
    title: Option<&'r str>,
    range: Range,
    /// Other places of the same finding, in this file or in others.
    related: Vec<Related<'r>>,
    /// Ways to mend it; each stands alone. Several are a choice, and `--fix` applies none of them.
    suggestions: Vec<Suggestion<'r>>,
    /// The same wherever the text is moved to; the only one under its path and title.
    fingerprint: &'r str,
    /// It stands on a line that the change touched; null where nothing was compared.
    touched: Option<bool>,
    /// The kind whose rules were asked; null where none was sure enough.
    kind: Option<&'r str>,
    /// Where the rule is explained; null for a page of your own.
    url: Option<String>,
}

/// Half open: `end` is the first place behind it.
#[derive(Serialize, JsonSchema)]
struct Range {
    start: Position,
    end: Position,
}

/// One place as everybody counts it. A byte order mark is in the offset and in no column.
#[derive(Serialize, JsonSchema)]
struct Position {
    /// Bytes of UTF-8 from the start of the file, from 0.
    offset: usize,
    /// From 1. A line ends at a line feed, a carriage return, or both.
    #[schemars(range(min = 1))]
    line: usize,
    /// In bytes of UTF-8, from 1.
    #[schemars(range(min = 1))]
    column_utf8: usize,
    /// In code units of UTF-16, from 1.
    #[schemars(range(min = 1))]
    column_utf16: usize,
    /// In characters (code points), from 1.
    #[schemars(range(min = 1))]
    column_char: usize,
}

#[derive(Serialize, JsonSchema)]
struct Suggestion<'r> {
    title: &'r str,
    /// No meaning can change: where it is the only suggestion, a program may apply it.
    safe: bool,
    edits: Vec<Edit<'r>>,
}

/// The text to put in the place of a range.
#[derive(Serialize, JsonSchema)]
struct Edit<'r> {
    range: Range,
    text: &'r str,
}

pub fn write(report: &settle::Report, catalog: &Catalog, to: &mut dyn Write) -> io::Result<()> {
    harmless::pretty(&whole(report, catalog), to)
}

/// The same for who hands it on as a part of something else.
pub fn value(report: &settle::Report, catalog: &Catalog) -> Value {
    serde_json::to_value(whole(report, catalog)).expect("plain data")
}

fn whole<'r>(report: &'r settle::Report, catalog: &'r Catalog) -> Report<'r, impl Serialize> {
    Report {
        version: VERSION,
        tool: TOOL,
        files: report.documents.iter().map(file).collect(),
        diagnostics: Each(|| report.documents.iter().flat_map(|it| diagnostics(it, catalog))),
        summary: Counts::of(report),
    }
}

/// Each diagnostic on a line of its own, and nothing else.
pub fn write_lines(report: &settle::Report, catalog: &Catalog, to: &mut dyn Write) -> io::Result<()> {
    let mut all = report.documents.iter().flat_map(|it| diagnostics(it, catalog));
    all.try_for_each(|it| to.write_all(harmless::row(&it).as_bytes()))
}

/// The JSON Schema of the report, as we write it: every key is always there.
pub fn schema() -> Schema {
    generator().into_root_schema_for::<Report<Vec<Diagnostic>>>()
}

/// What makes the schemas of all that is printed.
pub fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().for_serialize().with_transform(RestrictFormats::default()).into_generator()
}

fn file(document: &Checked) -> File<'_> {
    let recognised = &document.recognised;
    File {
        path: document.path(),
        title: document.title(),
        kind: recognised.kind.as_deref(),
        kind_confidence: recognised.told_confidence(),
        kind_because: &recognised.because,
        is_english: !document.is_foreign,
    }
}

pub(super) fn diagnostics<'r>(document: &'r Checked, catalog: &'r Catalog) -> impl Iterator<Item = Diagnostic<'r>> {
    let mut places = Places::of(&document.text);
    document.findings.iter().map(move |finding| Diagnostic {
        url: url::of(&finding.rule, catalog),
        ..diagnostic(document, finding, &mut places)
    })
}

fn diagnostic<'r>(document: &'r Checked, finding: &'r Finding, places: &mut Places) -> Diagnostic<'r> {
    Diagnostic {
        rule: &finding.rule,
        level: finding.level.word(),
        confidence: finding.confidence.word(),
        message: &finding.message,
        question: &finding.question,
        help: finding.help.as_deref(),
        label: &finding.at.text,
        text: document.text.at(finding.at.span).chars().take(LONGEST_TEXT).collect(),
        path: document.path(),
        title: document.title(),
        range: range(finding.at.span, places),
        related: related::all(document, finding, places),
        suggestions: finding.suggestions.iter().map(|it| suggestion(it, places)).collect(),
        fingerprint: &finding.fingerprint,
        touched: finding.touched,
        kind: document.recognised.sure(),
        url: None,
    }
}

fn range(span: Span, places: &mut Places) -> Range {
    let [start, end] = places.ends(span).map(position);
    Range { start, end }
}

fn position(it: text::Position) -> Position {
    let text::Position { offset, line, column_utf8, column_utf16, column_char } = it;
    Position { offset, line, column_utf8, column_utf16, column_char }
}

fn suggestion<'r>(it: &'r finding::Suggestion, places: &mut Places) -> Suggestion<'r> {
    let edits = it.edits.iter().map(|edit| Edit { range: range(edit.span, places), text: &edit.text }).collect();
    Suggestion { title: &it.title, safe: it.safe, edits }
}
