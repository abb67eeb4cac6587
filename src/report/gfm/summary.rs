//! The summary of a run in Markdown, for the page of a step: texts that are no file by their questions, files by their
//! findings.

use super::{code, rule, words};
use crate::finding::{Finding, Level};
use crate::report::cap::{self, Cap, Shown};
use crate::report::place::Places;
use crate::report::summary::{Summary, counted, found};
use crate::report::url;
use crate::rule::{Catalog, KindPage};
use crate::settle::since::NewAllow;
use crate::settle::{Checked, Report};
use crate::slot::{Answer, State};
use crate::text::{Lines, Origin};

/// A step may show a mebibyte; whoever writes several reports into one has some left.
const LONGEST: usize = 900 * 1024;
/// More rows than this are folded.
const MOST_ROWS: usize = 20;
/// The longest quote, in characters.
const LONGEST_QUOTE: usize = 60;

pub fn print(report: &Report, catalog: &Catalog, cap: &Cap) -> String {
    let summary = Summary::of(report);
    let read = counted(summary.documents, "document");
    let mut out = match summary.open {
        0 => format!("## pingless: nothing left to ask\n\nRead {read}.\n"),
        open => {
            let open = counted(open, "question");
            format!("## pingless: {open} left open\n\nRead {read}: {}.\n", found(&summary))
        }
    };
    out.push_str(&exceptions(report));
    let mut left = Vec::new();
    for it in cap::single(report, cap) {
        let text = section(&it, catalog);
        if out.len() + text.len() > LONGEST {
            left.push(it);
        } else {
            out.push_str(&text);
        }
    }
    let dropped: usize = left.iter().map(|it| it.document.findings.len()).sum();
    if !left.is_empty() {
        let (texts, dropped) = (counted(left.len(), "text"), counted(dropped, "finding"));
        out.push_str(&format!("\n{texts} with {dropped} did not fit in here.\n"));
    }
    out
}

/// Exceptions that are listed before the rest is only counted.
const MOST_EXCEPTIONS: usize = 50;

/// What the change allows itself: whoever merges it agrees with that.
fn exceptions(report: &Report) -> String {
    let allows = report.since.as_ref().map_or(&[][..], |it| &it.allows);
    if allows.is_empty() {
        return String::new();
    }
    let row = |it: &NewAllow| {
        let place = code(&format!("{}:{}", it.document, it.exception.line));
        let reach = if it.exception.is_wide { "the whole file" } else { "this place" };
        let reason: String = it.exception.reason.chars().take(LONGEST_QUOTE * 4).collect();
        format!("| {place} | {} | {reach} | {} |\n", code(&it.exception.rules.join(", ")), words(&reason))
    };
    let rows: String = allows.iter().take(MOST_EXCEPTIONS).map(row).collect();
    let more = allows.len().saturating_sub(MOST_EXCEPTIONS);
    let more = if more > 0 { format!("\n{more} more not shown.\n") } else { String::new() };
    let count = counted(allows.len(), "new exception");
    format!("\n### {count}\n\n| place | rules | covers | reason |\n|---|---|---|---|\n{rows}{more}")
}

fn section(it: &Shown, catalog: &Catalog) -> String {
    let document = it.document;
    let is_file = document.origin == Origin::File;
    let page = document.recognised.sure().filter(|_| !is_file).and_then(|kind| catalog.kind(kind));
    let questions = page.map(|page| questions(document, page)).unwrap_or_default();
    if document.findings.is_empty() && questions.is_empty() {
        return String::new();
    }
    let mut out = format!("\n### {}\n{questions}", code(&document.name));
    if !it.findings.is_empty() {
        out.push_str(&findings(it, catalog));
    }
    if it.left > 0 {
        out.push_str(&format!("\n{} more not shown.\n", counted(it.left, "finding")));
    }
    out
}

/// What the kind asks, and where the text answers it.
fn questions(document: &Checked, page: &KindPage) -> String {
    let lines = Lines::of(&document.text);
    let mut rows = String::new();
    for need in &page.needs {
        let answer = document.slots.iter().find(|it| it.slot == need.slot.name);
        if let (Some(question), Some(answer)) = (&need.question, answer) {
            rows.push_str(&format!("| {} | {} |\n", words(question), whereabouts(answer, document, &lines)));
        }
    }
    if rows.is_empty() { rows } else { format!("\n| question | answered |\n|---|---|\n{rows}") }
}

fn whereabouts(answer: &Answer, document: &Checked, lines: &Lines) -> String {
    let place = answer.evidence.first().map(|it| {
        let quote: String = it.span.of(&document.text).lines().next().unwrap_or_default().trim().to_owned();
        let cut: String = quote.chars().take(LONGEST_QUOTE).collect();
        let more = if cut.len() < quote.len() { "…" } else { "" };
        format!("line {}: {}", lines.index(it.span.start) + 1, code(&(cut + more)))
    });
    match (answer.state, place) {
        (State::Absent, _) => "not found".to_owned(),
        (State::Present, place) => place.unwrap_or_else(|| "yes".to_owned()),
        (State::Partial, place) => format!("in part, {}", place.unwrap_or_else(|| "somewhere".to_owned())),
    }
}

fn findings(it: &Shown, catalog: &Catalog) -> String {
    let mut places = Places::of(&it.document.text);
    let mut rows = String::from("\n| line | level | question | found | rule |\n|---|---|---|---|---|\n");
    for (finding, _) in &it.findings {
        rows.push_str(&row(finding, places.at(finding.at.span.start).line, catalog));
    }
    let is_long = it.findings.len() > MOST_ROWS;
    let count = counted(it.findings.len(), "finding");
    if is_long { format!("\n<details><summary>{count}</summary>\n{rows}\n</details>\n") } else { rows }
}

fn row(finding: &Finding, line: usize, catalog: &Catalog) -> String {
    let Finding { level, question, message, at, .. } = finding;
    let level = match level {
        Level::Error => "**error**",
        Level::Warn => "warn",
        Level::Note => "note",
    };
    let rule = rule(&finding.rule, url::of(&finding.rule, catalog).as_deref());
    format!("| {line} | {level} | {} | {}: {} | {rule} |\n", words(question), words(message), words(&at.text))
}
