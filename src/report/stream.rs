//! The rows of `pingless stream` and `pingless link`: a contract with programs, one JSON object a line. Keys may be
//! added; what a key means may not change.

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::json::{self, Diagnostic, generator};
use super::slots::{self, Slot};
use super::summary_row::{self, SummaryForm};
use super::{harmless, url};
use crate::finding::{Confidence, Level};
use crate::lint::Placed;
use crate::rule::Catalog;
use crate::settle::Checked;
use crate::summary::Summary;
use crate::text::Lines;

/// What its sender said of a text, as it came.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sender<'s> {
    pub id: Option<&'s RawValue>,
    pub meta: Option<&'s RawValue>,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Error<'e> {
    /// Of the input, from 1.
    pub line: usize,
    pub message: &'e str,
    /// The cure.
    pub help: &'e str,
}

/// What rows of `pingless stream` carry.
#[derive(Debug, Clone, Copy)]
pub struct Carried {
    pub diagnostics: bool,
    pub summary: bool,
}

/// The answer to one line.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "pingless stream, a line that is written")]
struct Row<'r> {
    /// As it came; null where there was none, and where it could not be read.
    #[schemars(with = "Value")]
    id: Option<&'r RawValue>,
    /// As it came.
    #[schemars(with = "Value")]
    meta: Option<&'r RawValue>,
    /// What sort of document it was taken for.
    kind: Option<&'r str>,
    /// How sure the kind is; below 0.9 it turns no rule on.
    #[schemars(range(min = 0.0, max = 1.0))]
    kind_confidence: f64,
    /// What the text says of each slot of its kind; not with `--emit summaries` alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    slots: Option<IndexMap<&'r str, Slot<'r>>>,
    /// By place; not with `--emit summaries` alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    diagnostics: Option<Vec<Diagnostic<'r>>>,
    /// What `pingless link` has to know; with `--emit summaries`. Null where there is nothing to know,
    /// and where the line could not be judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Option<SummaryForm>>,
    /// A file that says who owns what, as it came; with `--emit summaries`. Null for any other text.
    #[serde(skip_serializing_if = "Option::is_none")]
    owners: Option<Option<Owners<'r>>>,
    /// Why the line could not be judged; null where it was.
    error: Option<Error<'r>>,
}

/// Who owns what in a corpus.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct Owners<'o> {
    pub path: &'o str,
    pub text: &'o str,
}

/// One finding among the texts of a corpus.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "pingless link, a line that is written")]
struct Linked<'r> {
    /// That of the text.
    #[schemars(with = "Value")]
    id: Option<&'r RawValue>,
    /// That of the text.
    #[schemars(with = "Value")]
    meta: Option<&'r RawValue>,
    #[serde(flatten)]
    finding: Option<Found<'r>>,
    /// Why a line could not be read, then without the keys of a finding; null in a finding.
    error: Option<Error<'r>>,
}

/// As in `check --format json`, as far as it can be told without the text.
#[derive(Serialize, JsonSchema)]
struct Found<'r> {
    path: &'r str,
    rule: &'r str,
    #[schemars(with = "Level")]
    level: &'static str,
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
    range: Range,
    /// Other places of the same finding, in this text or in others.
    related: Vec<Related<'r>>,
    /// The kind whose rules were asked; null where none was sure enough.
    kind: Option<&'r str>,
    /// Where the rule is explained; null for a page of your own.
    url: Option<String>,
}

/// Half open: `end` is the first place behind it.
#[derive(Serialize, JsonSchema)]
struct Range {
    start: Start,
    end: End,
}

#[derive(Serialize, JsonSchema)]
struct Start {
    /// Bytes of UTF-8 from the start of the text, from 0.
    offset: usize,
    /// From 1; null where it is not known.
    line: Option<usize>,
}

#[derive(Serialize, JsonSchema)]
struct End {
    offset: usize,
}

#[derive(Serialize, JsonSchema)]
struct Related<'r> {
    /// That of the text in which it stands.
    #[schemars(with = "Value")]
    id: Option<&'r RawValue>,
    path: &'r str,
    range: Range,
    label: &'r str,
}

/// The row of a text that was judged.
pub fn judged(sender: Sender, text: &str, checked: &Checked, catalog: &Catalog, carried: Carried) -> String {
    let recognised = &checked.recognised;
    let is_wanted = carried.diagnostics;
    line(&Row {
        id: sender.id,
        meta: sender.meta,
        kind: recognised.kind.as_deref(),
        kind_confidence: recognised.told_confidence(),
        slots: is_wanted.then(|| slots::of(&checked.slots, &Lines::of(text))),
        diagnostics: is_wanted.then(|| json::diagnostics(checked, catalog).collect()),
        summary: carried.summary.then(|| checked.summary.as_deref().map(summary_row::write)),
        owners: carried.summary.then_some(None),
        error: None,
    })
}

/// The row of a line that could not be judged.
pub fn unjudged(sender: Sender, error: Error, carried: Carried) -> String {
    line(&Row { error: Some(error), ..Row::empty(sender, carried) })
}

/// The row of a file that says who owns what: it is no document, and nobody judges it.
pub fn owners(sender: Sender, owners: Owners, carried: Carried) -> String {
    line(&Row { owners: carried.summary.then_some(Some(owners)), ..Row::empty(sender, carried) })
}

/// The row of a text that is no document: nothing is asked of it but whether it assumes what documents declare.
pub fn plain(sender: Sender, summary: Option<&Summary>, carried: Carried) -> String {
    let summary = carried.summary.then(|| summary.map(summary_row::write));
    line(&Row { summary, ..Row::empty(sender, carried) })
}

impl<'r> Row<'r> {
    fn empty(sender: Sender<'r>, carried: Carried) -> Self {
        Self {
            id: sender.id,
            meta: sender.meta,
            kind: None,
            kind_confidence: 0.0,
            slots: carried.diagnostics.then(IndexMap::new),
            diagnostics: carried.diagnostics.then(Vec::new),
            summary: carried.summary.then_some(None),
            owners: carried.summary.then_some(None),
            error: None,
        }
    }
}

/// A text of a corpus, as findings name it.
#[derive(Debug, Clone, Copy)]
pub struct Text<'t> {
    pub sender: Sender<'t>,
    pub name: &'t str,
    pub path: &'t str,
    pub kind: Option<&'t str>,
}

/// The row of a finding among many texts. `sender_of` knows who sent the text of a name.
pub fn linked<'s>(text: Text, placed: &Placed, catalog: &Catalog, sender_of: impl Fn(&str) -> Sender<'s>) -> String {
    let Placed { finding, line: first } = placed;
    let range = |span: crate::text::Span, line| Range {
        start: Start { offset: span.start, line },
        end: End { offset: span.end },
    };
    let here = finding.related.iter().map(|it| Related {
        id: text.sender.id,
        path: text.name,
        range: range(it.span, None),
        label: &it.text,
    });
    let elsewhere = finding.elsewhere.iter().map(|it| Related {
        id: sender_of(&it.name).id,
        path: &it.name,
        range: range(it.span, Some(it.line)),
        label: &it.label,
    });
    let found = Found {
        path: text.name,
        rule: &finding.rule,
        level: finding.level.word(),
        confidence: finding.confidence.word(),
        message: &finding.message,
        question: &finding.question,
        help: finding.help.as_deref(),
        label: &finding.at.text,
        range: range(finding.at.span, Some(*first)),
        related: here.chain(elsewhere).collect(),
        kind: text.kind,
        url: url::of(&finding.rule, catalog),
    };
    line(&Linked { id: text.sender.id, meta: text.sender.meta, finding: Some(found), error: None })
}

/// The row of a line that could not be linked.
pub fn unlinked(sender: Sender, error: Error) -> String {
    line(&Linked { id: sender.id, meta: sender.meta, finding: None, error: Some(error) })
}

fn line(row: &impl Serialize) -> String {
    harmless::row(row)
}

/// The JSON Schema of what `pingless stream` writes.
pub fn schema() -> Schema {
    generator().into_root_schema_for::<Row>()
}

/// The JSON Schema of what `pingless link` writes.
pub fn link_schema() -> Schema {
    generator().into_root_schema_for::<Linked>()
}
