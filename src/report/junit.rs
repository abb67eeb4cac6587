//! JUnit, as most systems that run tests show it: a suite for each document, and in it a case for each finding, which fails
//! where it fails the run. Otherwise the case passes, and its output tells what was found; so does a document in which nothing is.

use super::html::text;
use super::place::Places;
use crate::finding::Finding;
use crate::settle::gate::Gate;
use crate::settle::{Checked, Notice, Report};

pub fn print(report: &Report, gate: Gate) -> String {
    let failures = report.findings().filter(|(_, it)| gate.fails(it)).count();
    let unread: Vec<&Notice> = report.notices.iter().filter(|it| it.fatal).collect();
    let tests = report.documents.iter().map(|it| it.findings.len().max(1)).sum::<usize>() + unread.len();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str(&format!(
        "<testsuites name=\"pingless\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{}\">\n",
        unread.len()
    ));
    report.documents.iter().for_each(|it| suite(it, gate, &mut out));
    unread.into_iter().for_each(|it| error(it, &mut out));
    out.push_str("</testsuites>\n");
    out
}

fn suite(document: &Checked, gate: Gate, out: &mut String) {
    let failures = document.findings.iter().filter(|it| gate.fails(it)).count();
    let (name, tests) = (text(&document.name), document.findings.len().max(1));
    out.push_str(&format!(
        "  <testsuite name=\"{name}\" package=\"pingless\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">\n"
    ));
    if document.findings.is_empty() {
        out.push_str(&format!("    <testcase name=\"nothing to ask\" classname=\"{name}\"/>\n"));
    }
    let mut places = Places::of(&document.text);
    for finding in &document.findings {
        let at = places.at(finding.at.span.start);
        let place = format!("{name}:{}:{}", at.line, at.column_char);
        // Of a part of a file no other program finds the line.
        let line = if document.has_lines_of_file() { format!(" line=\"{}\"", at.line) } else { String::new() };
        let within = format!("classname=\"{name}\" file=\"{}\"{line}", text(document.path()));
        out.push_str(&case(finding, gate, &within, &place, at.line));
    }
    out.push_str("  </testsuite>\n");
}

/// What was not checked, and why.
fn error(notice: &Notice, out: &mut String) {
    let (name, message, help) = (text(&notice.path), text(&notice.message), text(&notice.help));
    out.push_str(&format!(
        "  <testsuite name=\"{name}\" package=\"pingless\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n    \
         <testcase name=\"not checked\" classname=\"{name}\">\n      \
         <error message=\"{message}\">help: {help}</error>\n    </testcase>\n  </testsuite>\n"
    ));
}

/// Where it is found and how that place is called are written as XML already.
fn case(finding: &Finding, gate: Gate, within: &str, place: &str, line: usize) -> String {
    let Finding { rule, level, message, question, .. } = finding;
    let (rule, level, message) = (text(rule), level.word(), text(message));
    let label = text(&finding.at.text);
    let help = finding.help.as_deref().map(|it| format!("\nhelp: {}", text(it))).unwrap_or_default();
    let told = format!("{place}: {label}\nasks: {}{help}", text(question));
    let told = match gate.fails(finding) {
        true => format!("<failure type=\"{level}\" message=\"{message}\">{told}</failure>"),
        false => format!("<system-out>{level}: {message}\n{told}</system-out>"),
    };
    format!("    <testcase name=\"{rule} at line {line}\" {within}>\n      {told}\n    </testcase>\n")
}
