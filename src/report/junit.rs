//! JUnit, as most systems that run tests show it: a suite for each document, and in it a case for each finding. A document
//! in which nothing is found is a case that passes.

use super::html::text;
use super::place::Places;
use crate::finding::Finding;
use crate::settle::{Checked, Report};

pub fn print(report: &Report) -> String {
    let failures = report.findings().count();
    let tests: usize = report.documents.iter().map(|it| it.findings.len().max(1)).sum();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str(&format!("<testsuites name=\"pingless\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n"));
    report.documents.iter().for_each(|it| suite(it, &mut out));
    out.push_str("</testsuites>\n");
    out
}

fn suite(document: &Checked, out: &mut String) {
    let (name, failures) = (text(&document.name), document.findings.len());
    let tests = failures.max(1);
    out.push_str(&format!(
        "  <testsuite name=\"{name}\" package=\"pingless\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">\n"
    ));
    if failures == 0 {
        out.push_str(&format!("    <testcase name=\"nothing to ask\" classname=\"{name}\"/>\n"));
    }
    let mut places = Places::of(&document.text);
    for finding in &document.findings {
        let at = places.at(finding.at.span.start);
        let place = format!("{name}:{}:{}", at.line, at.column_char);
        out.push_str(&case(finding, [&name, &text(document.path())], &place, at.line));
    }
    out.push_str("  </testsuite>\n");
}

/// What the document is called, its file and the place are written as XML already.
fn case(finding: &Finding, [name, file]: [&str; 2], place: &str, line: usize) -> String {
    let Finding { rule, level, message, question, .. } = finding;
    let (rule, level, message) = (text(rule), level.word(), text(message));
    let label = text(&finding.at.text);
    let help = finding.help.as_deref().map(|it| format!("\nhelp: {}", text(it))).unwrap_or_default();
    format!(
        "    <testcase name=\"{rule} at line {line}\" classname=\"{name}\" file=\"{file}\" line=\"{line}\">\n      \
         <failure type=\"{level}\" message=\"{message}\">{place}: {label}\nasks: {}{help}</failure>\n    </testcase>\n",
        text(question)
    )
}
