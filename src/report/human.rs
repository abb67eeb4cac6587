//! For people: the fault, the place with carets, the reader's question, the cure.

use codespan_reporting::diagnostic::{Diagnostic, Label, LabelStyle, Severity};
use codespan_reporting::term::{self, termcolor};

use super::cap::Cap;
use super::counted;
use super::place::Places;
use super::snippet::{Snippet, Snippets};
use super::{Look, cap, escape, url};
use crate::finding::{self, Finding, Level};
use crate::rule::{Catalog, Mistake};
use crate::settle::{Checked, Report};
use crate::text::{Kept, Span, border};

pub fn print(report: &Report, catalog: &Catalog, look: &Look) -> String {
    let mut out = String::new();
    let picked = cap::grouped(report, &look.cap).worst_first();
    let lines = if look.cap == Cap::NONE { usize::MAX } else { MOST_LINES_NAMED };
    let drawing = Drawing { color: look.color, lines };
    for it in &picked.documents {
        let mut places = Places::of(&it.document.text);
        for (finding, _) in &it.findings {
            let text = one(it.document, finding, None, drawing, &mut places);
            out.push_str(&linked(text, finding, catalog, look));
        }
    }
    for it in &picked.everywhere {
        let (document, finding) = it.example;
        let message = format!("{} (on {}; this is one)", finding.message, it.extent()).into();
        let finding = Finding { message, ..finding.clone() };
        let off = format!("`{}` turns it off, --show-all shows {}", it.off(), counted(it.findings, "finding"));
        let text = one(document, &finding, Some(off), drawing, &mut Places::of(&document.text));
        out.push_str(&linked(text, &finding, catalog, look));
    }
    out.extend(picked.left().map(|left| left + "\n"));
    out
}

/// One finding as it is printed.
pub fn finding(document: &Checked, finding: &Finding, color: bool) -> String {
    one(document, finding, None, Drawing { color, lines: MOST_LINES_NAMED }, &mut Places::of(&document.text))
}

/// All findings of one text as they are printed.
pub fn findings(document: &Checked, color: bool) -> String {
    let mut places = Places::of(&document.text);
    let drawing = Drawing { color, lines: MOST_LINES_NAMED };
    document.findings.iter().map(|it| one(document, it, None, drawing, &mut places)).collect()
}

/// The rule in the first line as a link to its page, for a terminal that knows how.
fn linked(text: String, finding: &Finding, catalog: &Catalog, look: &Look) -> String {
    let Some(url) = url::of(&finding.rule, catalog).filter(|_| look.links) else { return text };
    let rule = format!("[{}]", finding.rule);
    let link = format!("[\u{1b}]8;;{url}\u{1b}\\{}\u{1b}]8;;\u{1b}\\]", finding.rule);
    text.replacen(&rule, &link, 1)
}

/// Further places of one finding that are drawn; the rest are named by their lines.
const MOST_RELATED: usize = 6;
/// Lines that are named where not all are asked for.
const MOST_LINES_NAMED: usize = 12;

/// How a finding is drawn.
#[derive(Debug, Clone, Copy)]
struct Drawing {
    color: bool,
    /// Lines that are named before the rest is only counted.
    lines: usize,
}

fn one(document: &Checked, finding: &Finding, off: Option<String>, drawing: Drawing, places: &mut Places) -> String {
    let (drawn, named) = finding.related.split_at(finding.related.len().min(MOST_RELATED));
    let spans: Vec<Span> = std::iter::once(finding.at.span).chain(drawn.iter().map(|it| it.span)).collect();
    let snippet = Snippet::new(&document.name, places, &spans);
    let mut labels = vec![label(LabelStyle::Primary, &snippet, &finding.at)];
    labels.extend(drawn.iter().map(|it| label(LabelStyle::Secondary, &snippet, it)));
    let mut snippets = Snippets(vec![snippet]);
    for it in finding.elsewhere.iter().take(MOST_RELATED) {
        let Some(snippet) = Snippet::elsewhere(it) else { continue };
        labels.push(label_elsewhere(&snippet, snippets.0.len(), it));
        snippets.0.push(snippet);
    }
    let mut notes: Vec<String> =
        more_places(named, finding.at.span, &document.text, drawing.lines).into_iter().collect();
    notes.extend(more_texts(&finding.elsewhere, snippets.0.len() - 1, drawing.lines));
    notes.push(format!("asks: {}", finding.question));
    notes.extend(finding.help.iter().map(|help| format!("help: {help}")));
    let word = if finding.fix().is_some_and(|it| it.safe) { "fix" } else { "help" };
    notes.extend(finding.suggestions.iter().map(|it| format!("{word}: {}", it.title)));
    notes.extend(off.map(|off| format!("help: {off}")));
    let severity = match finding.level {
        Level::Error => Severity::Error,
        Level::Warn => Severity::Warning,
        Level::Note => Severity::Note,
    };
    let diagnostic = Diagnostic::new(severity)
        .with_code(escape::line(&finding.rule))
        .with_message(escape::line(&finding.message))
        .with_labels(labels)
        .with_notes(notes.iter().map(|it| escape::lines(it).into_owned()).collect());
    render(&snippets, &diagnostic, drawing.color)
}

/// The places that are not drawn, by their lines: other ones than that of the finding.
fn more_places(places: &[finding::Label], at: Span, text: &Kept, most: usize) -> Option<String> {
    let number = |span: Span| text.index(span.start) + 1;
    let mut numbers: Vec<usize> = places.iter().map(|it| number(it.span)).filter(|it| *it != number(at)).collect();
    numbers.dedup();
    let (named, counted) = numbers.split_at(numbers.len().min(most));
    let named = named.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
    let rest = if counted.is_empty() { String::new() } else { format!(" and {} more", counted.len()) };
    let word = if numbers.len() == 1 { "line" } else { "lines" };
    (!named.is_empty()).then(|| format!("also in {word} {named}{rest}"))
}

/// A mistake in a page or in the configuration, in the same form.
pub fn mistake(mistake: &Mistake, color: bool) -> String {
    // Of a value that nobody wrote by hand the beginning is enough.
    const LONGEST: usize = 120;
    let Span { start, end } = mistake.at.span;
    let span = Span::new(start, border(&mistake.text, end.min(start + LONGEST)).max(start));
    let at = finding::Label { span, ..mistake.at.clone() };
    let text = mistake.text.clone().into();
    let snippet = Snippet::new(&mistake.path, &mut Places::of(&text), &[span]);
    let diagnostic = Diagnostic::error()
        .with_message(escape::line(&mistake.message))
        .with_labels(vec![label(LabelStyle::Primary, &snippet, &at)])
        .with_notes(vec![format!("help: {}", escape::line(&mistake.help))]);
    render(&Snippets(vec![snippet]), &diagnostic, color)
}

/// The places in other texts that are not drawn, by their names and lines.
fn more_texts(places: &[finding::Elsewhere], drawn: usize, most: usize) -> Option<String> {
    let is_left = |(number, it): &(usize, &finding::Elsewhere)| *number >= drawn || it.excerpt.is_none();
    let left: Vec<String> =
        places.iter().enumerate().filter(is_left).map(|(_, it)| format!("{}:{}", it.name, it.line)).collect();
    let (named, counted) = left.split_at(left.len().min(most));
    let rest = if counted.is_empty() { String::new() } else { format!(" and {} more", counted.len()) };
    (!named.is_empty()).then(|| escape::line(&format!("also in {}{rest}", named.join(", "))))
}

fn label_elsewhere(snippet: &Snippet, number: usize, it: &finding::Elsewhere) -> Label<usize> {
    Label::new(LabelStyle::Secondary, number, snippet.range(it.span)).with_message(escape::line(&it.label))
}

fn label(style: LabelStyle, snippet: &Snippet, label: &finding::Label) -> Label<usize> {
    Label::new(style, 0, snippet.range(label.span)).with_message(escape::line(&label.text))
}

fn render(snippet: &Snippets, diagnostic: &Diagnostic<usize>, color: bool) -> String {
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
