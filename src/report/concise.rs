//! One line a finding: `path:line:column: level[rule] message: question`. Columns are characters, from 1.

use super::cap::{self, Cap, Shown};
use super::escape;
use super::place::Places;
use crate::settle::Report;

pub fn print(report: &Report, cap: &Cap) -> String {
    let mut out = String::new();
    for Shown { document, findings, .. } in cap::single(report, cap) {
        let mut places = Places::of(&document.text);
        for (finding, _) in &findings {
            let at = places.at(finding.at.span.start);
            let (line, column) = (at.line, at.column_char);
            let text = format!(
                "{}:{line}:{column}: {}[{}] {}: {}",
                document.name,
                finding.level.word(),
                finding.rule,
                finding.message,
                finding.question
            );
            out.push_str(&escape::line(&text));
            out.push('\n');
        }
    }
    out
}
