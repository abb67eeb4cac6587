//! One line a finding, of all of them: `path:line:column: level[rule] message: question`. Columns are characters, from 1.

use std::io::{self, Write};

use super::escape;
use super::place::Places;
use crate::finding::Finding;
use crate::settle::{Checked, Report};

pub fn write(report: &Report, to: &mut dyn Write) -> io::Result<()> {
    for document in &report.documents {
        let mut places = Places::of(&document.text);
        for finding in &document.findings {
            to.write_all(line(document, finding, &mut places).as_bytes())?;
        }
    }
    Ok(())
}

fn line(document: &Checked, finding: &Finding, places: &mut Places) -> String {
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
    let text = format!("{here}{path}:{line}:{column}: {level}[{rule}] {message}{label}: {question}{title}");
    escape::line(&text) + "\n"
}
