//! One line a finding: `path:line:column: level[rule] message: question`. Columns are characters, from 1.

use super::cap::{self, Cap};
use super::escape;
use super::place::Places;
use crate::finding::Finding;
use crate::settle::{Checked, Report};

pub fn print(report: &Report, cap: &Cap) -> String {
    let mut out = String::new();
    let picked = cap::single(report, cap);
    for it in &picked.documents {
        let mut places = Places::of(&it.document.text);
        it.findings.iter().for_each(|(finding, _)| out.push_str(&line(it.document, finding, &mut places, "")));
    }
    for it in &picked.everywhere {
        let (document, finding) = it.example;
        let more = format!(" (on {}; `{}` turns it off)", it.extent(), it.off());
        out.push_str(&line(document, finding, &mut Places::of(&document.text), &more));
    }
    out
}

fn line(document: &Checked, finding: &Finding, places: &mut Places, more: &str) -> String {
    let at = places.at(finding.at.span.start);
    let (line, column) = (at.line, at.column_char);
    let Finding { level, rule, message, question, .. } = finding;
    let level = level.word();
    // Whoever shows such a line in a job of a forge would give an order.
    let (path, title) = (document.path(), document.title());
    let here = if path.starts_with("::") { "./" } else { "" };
    // What names something in code, as a word that may be meant, is said nowhere else in the line.
    let label = Some(&finding.at.text).filter(|it| it.contains('`'));
    let label = label.map_or(String::new(), |it| format!(" ({it})"));
    let title = title.map_or(String::new(), |it| format!(" ({it})"));
    let text = format!("{here}{path}:{line}:{column}: {level}[{rule}] {message}{label}: {question}{title}{more}");
    escape::line(&text) + "\n"
}
