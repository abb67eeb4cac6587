//! The summary of a run in Markdown, for the page of a step: texts that are no file by their questions, files by their
//! findings.

use std::collections::BTreeMap;

use super::questions::questions;
use super::{code, exceptions, rule, words};
use crate::finding::{self, Finding, Level};
use crate::report::cap::{self, Cap, Drawn, Everywhere, Shown};
use crate::report::closing::{Tally, foreign, found};
use crate::report::place::Places;
use crate::report::quote::quote;
use crate::report::{Look, counted, url};
use crate::rule::Catalog;
use crate::settle::{Checked, Notice, Report};
use crate::text::Origin;

/// A step may show a mebibyte, and it may be shown something else besides.
const LONGEST: usize = 900 * 1024;
/// The findings of one text leave room for those of others.
const LONGEST_OF_A_TEXT: usize = LONGEST / 3;
/// More rows than this are folded.
const MOST_ROWS: usize = 20;
/// Inputs that could not be read and are named.
const MOST_NOTICES: usize = 10;

pub fn print(report: &Report, catalog: &Catalog, look: &Look) -> String {
    // Whoever reads it cannot ask for more: it holds all that fits in, long lists folded.
    let picked = cap::single(report, &Cap { collapses: look.cap.collapses, ..Cap::NONE });
    let mut out = opening(report);
    out.push_str(&exceptions::print(report));
    out.push_str(&everywhere(&picked.everywhere, catalog));
    let alone = alone(report);
    let is_alone = |it: &Shown| alone.get(&it.document.recognised.sure()).is_some_and(|count| *count == 1);
    let sections = picked.documents.iter().map(|it| (it, section(it, is_alone(it), catalog)));
    let mut sections: Vec<(&Shown, String)> = sections.collect();
    if out.len() + sections.iter().map(|it| it.1.len()).sum::<usize>() > LONGEST {
        sections.sort_by_key(|it| it.0.worst());
    }
    let mut unfit: Vec<&Shown> = Vec::new();
    for (it, text) in sections {
        if out.len() + text.len() > LONGEST {
            unfit.push(it);
        } else {
            out.push_str(&text);
        }
    }
    if !unfit.is_empty() {
        let findings: usize = unfit.iter().map(|it| it.findings.len()).sum();
        let (texts, findings) = (counted(unfit.len(), "text"), counted(findings, "finding"));
        out.push_str(&format!("\n{texts} with {findings} did not fit in here; the JSON report has them.\n"));
    }
    out.push_str(&notices(&report.notices));
    out
}

fn opening(report: &Report) -> String {
    let summary = Tally::of(report);
    let read = counted(summary.documents, "text");
    let read = foreign(&summary).map_or_else(|| read.clone(), |told| format!("{read}; {told}"));
    match summary.open {
        0 if report.is_incomplete() => format!("## pingless: not all could be checked\n\nRead {read}.\n"),
        0 if report.leaves_out_old() => format!("## pingless: nothing new to ask\n\nRead {read}.\n"),
        0 => format!("## pingless: nothing found to ask\n\nRead {read}.\n"),
        open => {
            let open = counted(open, "question");
            format!("## pingless: {open} left open\n\nRead {read}: {}.\n", found(&summary))
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
    out + &questions
}

/// The findings, of files by place, of others the dearest first. Where not all fit in, the cheapest are left out.
fn findings(it: &Shown, is_file: bool, catalog: &Catalog) -> String {
    let mut places = Places::of(&it.document.text);
    let row = |(at, (finding, _)): (usize, &Drawn)| {
        let line = if is_file { format!("| {} ", places.at(finding.at.span.start).line) } else { String::new() };
        (cap::cost(finding), at, line + &row(it.document, finding, catalog))
    };
    let mut rows: Vec<_> = it.findings.iter().enumerate().map(row).collect();
    rows.sort_by_key(|it| (it.0, it.1));
    let mut length = 0;
    let fitting = rows.iter().take_while(|it| {
        length += it.2.len();
        length <= LONGEST_OF_A_TEXT
    });
    let fitting = fitting.count();
    let left = rows.len() - fitting;
    rows.truncate(fitting);
    if is_file {
        rows.sort_by_key(|it| it.1);
    }
    let head = match is_file {
        true => "\n| line | level | what a reader would ask | because |\n|--:|---|---|---|\n",
        false => "\n| level | what a reader would ask | because |\n|---|---|---|\n",
    };
    let mut table = rows.iter().fold(head.to_owned(), |table, it| table + &it.2);
    if rows.len() > MOST_ROWS {
        table = format!("\n<details><summary>{}</summary>\n{table}\n</details>\n", counted(rows.len(), "finding"));
    }
    match left {
        0 => table,
        _ => format!("{table}\n{left} more did not fit in here; the JSON report has them.\n"),
    }
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
        _ if finding::is_absent(&finding.message) => label,
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
