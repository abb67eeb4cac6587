//! One line a finding: `path:line:column: level[rule] message`. Columns are characters, from 1.

use super::escape;
use crate::settle::Report;
use crate::text::Lines;

pub fn print(report: &Report) -> String {
    let mut out = String::new();
    for document in &report.documents {
        let lines = Lines::of(&document.text);
        for finding in &document.findings {
            let at = lines.position(finding.at.span.start, &document.text);
            let path = escape::line(&document.name);
            let level = finding.level.word();
            let message = format!("{}: {}", finding.message, finding.question);
            out.push_str(&format!("{path}:{}:{}: {level}[{}] {message}\n", at.line, at.column_char, finding.rule));
        }
    }
    out
}
