//! The summary of a run in Markdown, for the page of a step: texts that are no file by their questions, files by their
//! findings.

use std::collections::BTreeMap;

use super::questions::questions;
use super::{code, exceptions, rule, words};
use crate::finding::{Finding, Level};
use crate::report::cap::{self, Everywhere, Shown};
use crate::report::place::Places;
use crate::report::quote::quote;
use crate::report::summary::{Summary, found};
use crate::report::{Look, counted, url};
use crate::rule::Catalog;
use crate::settle::{Checked, Notice, Report};
use crate::text::Origin;

/// A step may show a mebibyte, and it may be shown something else besides.
const LONGEST: usize = 900 * 1024;
/// More rows than this are folded.
const MOST_ROWS: usize = 20;
/// Inputs that could not be read and are named.
const MOST_NOTICES: usize = 10;

pub fn print(report: &Report, catalog: &Catalog, look: &Look) -> String {
    let picked = cap::single(report, &look.cap).worst_first();
    let mut out = opening(report);
    out.push_str(&exceptions::print(report));
    out.push_str(&everywhere(&picked.everywhere, catalog));
    let alone = alone(report);
    let mut unfit: Vec<&Shown> = Vec::new();
    for it in &picked.documents {
        let is_alone = alone.get(&it.document.recognised.sure()).is_some_and(|count| *count == 1);
        let text = section(it, is_alone, catalog);
        if out.len() + text.len() > LONGEST {
            unfit.push(it);
        } else {
            out.push_str(&text);
        }
    }
    if !unfit.is_empty() {
        let findings: usize = unfit.iter().map(|it| it.findings.len() + it.left).sum();
        let (texts, findings) = (counted(unfit.len(), "text"), counted(findings, "finding"));
        out.push_str(&format!("\n{texts} with {findings} did not fit in here; the JSON report has them.\n"));
    }
    if let Some(left) = picked.left() {
        out.push_str(&format!("\n{}\n", words(&left)));
    }
    out.push_str(&notices(&report.notices));
    out
}

fn opening(report: &Report) -> String {
    let summary = Summary::of(report);
    let read = counted(summary.documents, "text");
    match summary.open {
        0 => format!("## pingless: nothing left to ask\n\nRead {read}.\n"),
        open => {
            let open = counted(open, "question");
            format!("## pingless: {open} left open\n\nRead {read}: {}.\n", found(&summary))
        0 if report.is_incomplete() => format!("## pingless: not all could be checked\n\nRead {read}.\n"),
        }
    }
}

/// How many texts that are no file are of each kind.
fn alone(report: &Report) -> BTreeMap<Option<&str>, usize> {
    let mut counts = BTreeMap::new();
    for document in report.documents.iter().filter(|it| it.origin != Origin::File) {
        *counts.entry(document.recognised.sure()).or_default() += 1;
    }
    counts
}

fn everywhere(rules: &[Everywhere], catalog: &Catalog) -> String {
    let mut out = String::new();
    for it in rules {
        let (document, finding) = it.example;
        let line = Places::of(&document.text).at(finding.at.span.start).line;
        let rule = rule(&finding.rule, url::of(&finding.rule, catalog).as_deref());
        let (extent, off) = (words(&it.extent()), code(&it.off()));
        let place = format!("{} line {line}", code(&document.name));
        out.push_str(&format!(
            "- {rule} on {extent}, as in {place}: {} {off} turns it off.\n",
            words(&finding.question)
        ));
    }
    if out.is_empty() { out } else { format!("\n### Everywhere\n\n{out}") }
}

/// One text. What has a question for every reader is told by its questions, unless there are many of its kind.
fn section(it: &Shown, is_alone: bool, catalog: &Catalog) -> String {
    let document = it.document;
    let is_file = document.origin == Origin::File;
    let page = document.recognised.sure().filter(|_| !is_file && is_alone).and_then(|kind| catalog.kind(kind));
    let questions = page.map(|page| questions(document, page)).unwrap_or_default();
    if it.findings.is_empty() && questions.is_empty() {
        return String::new();
    }
    // What is asked for stands first: most of the questions are answered, or nobody asks them here.
    let mut out = format!("\n### {}\n", code(&document.name));
    if !it.findings.is_empty() {
        out.push_str(&findings(it, is_file, catalog));
    }
    if it.left > 0 {
        out.push_str(&format!("\n{} more not shown.\n", counted(it.left, "finding")));
    }
    out + &questions
}

fn findings(it: &Shown, is_file: bool, catalog: &Catalog) -> String {
    let mut places = Places::of(&it.document.text);
    let mut rows = match is_file {
        true => String::from("\n| line | level | what a reader would ask | because |\n|--:|---|---|---|\n"),
        false => String::from("\n| level | what a reader would ask | because |\n|---|---|---|\n"),
    };
    let mut findings: Vec<&Finding> = it.findings.iter().map(|it| &*it.0).collect();
    if !is_file {
        findings.sort_by_key(|it| cap::cost(it));
    }
    for finding in findings {
        if is_file {
            rows.push_str(&format!("| {} ", places.at(finding.at.span.start).line));
        }
        rows.push_str(&row(it.document, finding, catalog));
    }
    if it.findings.len() <= MOST_ROWS {
        return rows;
    }
    format!("\n<details><summary>{}</summary>\n{rows}\n</details>\n", counted(it.findings.len(), "finding"))
}

fn row(document: &Checked, finding: &Finding, catalog: &Catalog) -> String {
    let level = match finding.level {
        Level::Error => "**error**",
        Level::Warn => "warn",
        Level::Note => "note",
    };
    let rule = rule(&finding.rule, url::of(&finding.rule, catalog).as_deref());
    let (question, because) = (words(&finding.question), because(document, finding));
    format!("| {level} | {question} | {because} {rule} |\n")
}

/// The fault, its words where no line shows them, and the evidence. That nothing says a thing is said by its evidence, and
/// better.
pub fn because(document: &Checked, finding: &Finding) -> String {
    let (message, label) = (words(&finding.message), words(&finding.at.text));
    let quote = quote(document, finding).map(|it| format!(" ({})", code(&it))).unwrap_or_default();
    match () {
        _ if label.is_empty() => format!("{message}{quote}"),
        _ if finding.message.starts_with("nothing says `") => label,
        _ => format!("{message}{quote}: {label}"),
    }
}

/// What could not be read.
fn notices(notices: &[Notice]) -> String {
    let mut out = String::new();
    for it in notices.iter().take(MOST_NOTICES) {
        out.push_str(&format!("- {}: {}; {}\n", code(&it.path), words(&it.message), words(&it.help)));
    }
    if notices.len() > MOST_NOTICES {
        out.push_str(&format!("- and {} more\n", notices.len() - MOST_NOTICES));
    }
    if out.is_empty() { out } else { format!("\n### Not checked\n\n{out}") }
}
