//! For people: the fault, the place with carets, the reader's question, the cure.

use codespan_reporting::diagnostic::{Diagnostic, Label, LabelStyle, Severity};
use codespan_reporting::term::{self, termcolor};

use super::snippet::Snippet;
use crate::finding::{Finding, Level};
use crate::rule::Mistake;
use crate::settle::{Checked, Report};
use crate::text::{Lines, Span};

pub fn print(report: &Report, color: bool) -> String {
    let mut out = String::new();
    for mistake in &report.mistakes {
        out.push_str(&self::mistake(mistake, color));
    }
    for document in &report.documents {
        // Counted once: a document may have thousands of findings.
        let lines = Lines::of(&document.text);
        let findings = document.findings.iter().map(|finding| one(document, &lines, finding, color));
        findings.for_each(|text| out.push_str(&text));
    }
    out
}

/// One finding as it is printed.
pub fn finding(document: &Checked, finding: &Finding, color: bool) -> String {
    one(document, &Lines::of(&document.text), finding, color)
}

fn one(document: &Checked, lines: &Lines, finding: &Finding, color: bool) -> String {
    let spans: Vec<Span> = std::iter::once(finding.at.span).chain(finding.related.iter().map(|it| it.span)).collect();
    let snippet = Snippet::new(&document.name, &document.text, lines, &spans);
    let mut labels = vec![label(LabelStyle::Primary, &snippet, &finding.at)];
    labels.extend(finding.related.iter().map(|it| label(LabelStyle::Secondary, &snippet, it)));
    let mut notes = vec![format!("asks: {}", finding.question)];
    notes.extend(finding.help.iter().map(|help| format!("help: {help}")));
    notes.extend(finding.suggestions.iter().map(|it| format!("help: {}", it.title)));
    let severity = match finding.level {
        Level::Error => Severity::Error,
        Level::Warn => Severity::Warning,
        Level::Note => Severity::Note,
    };
    let diagnostic = Diagnostic::new(severity)
        .with_code(&finding.rule)
        .with_message(&finding.message)
        .with_labels(labels)
        .with_notes(notes);
    render(&snippet, &diagnostic, color)
}

/// A mistake in a page or in the configuration, in the same form.
pub fn mistake(mistake: &Mistake, color: bool) -> String {
    let snippet = Snippet::new(&mistake.path, &mistake.text, &Lines::of(&mistake.text), &[mistake.at.span]);
    let diagnostic = Diagnostic::error()
        .with_message(&mistake.message)
        .with_labels(vec![label(LabelStyle::Primary, &snippet, &mistake.at)])
        .with_notes(vec![format!("help: {}", mistake.help)]);
    render(&snippet, &diagnostic, color)
}

fn label(style: LabelStyle, snippet: &Snippet, label: &crate::finding::Label) -> Label<()> {
    Label::new(style, (), snippet.range(label.span)).with_message(super::escape::line(&label.text))
}

fn render(snippet: &Snippet, diagnostic: &Diagnostic<()>, color: bool) -> String {
    let config = term::Config::default();
    let mut bytes = Vec::new();
    let written = if color {
        term::emit_to_write_style(&mut termcolor::Ansi::new(&mut bytes), &config, snippet, diagnostic)
    } else {
        term::emit_to_write_style(&mut termcolor::NoColor::new(&mut bytes), &config, snippet, diagnostic)
    };
    written.expect("a snippet holds its labels, and memory takes all bytes");
    let text = String::from_utf8(bytes).expect("the renderer writes UTF-8");
    // Editors cut white space at line ends: what is printed must survive a page's `report` fence.
    text.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}
