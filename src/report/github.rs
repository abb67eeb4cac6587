//! Annotations of GitHub Actions: workflow commands, one a finding. No text of strangers begins a line or ends a
//! property.

use super::place::Places;
use super::quote::quote;
use super::{Look, cap, escape, url};
use crate::finding::{Finding, Level};
use crate::rule::Catalog;
use crate::settle::{Checked, Report};
use crate::text::Origin;

/// A step shows ten of a level; the tenth tells of the others.
const MOST_OF_A_LEVEL: usize = 9;

/// Places in other texts that an annotation names.
const MOST_ELSEWHERE: usize = 4;

pub fn print(report: &Report, catalog: &Catalog, look: &Look) -> String {
    let picked = cap::single(report, &look.cap);
    // Each with how many findings it stands for.
    let mut commands: Vec<(Level, usize, String)> = Vec::new();
    for it in &picked.everywhere {
        let (document, finding) = it.example;
        let message = format!("{}, on {}", finding.message, it.extent()).into();
        let off = format!("`{}` turns it off", it.off());
        let help = finding.help.as_deref().into_iter().chain([&*off]).collect::<Vec<_>>().join("; ");
        let finding = Finding { message, help: Some(help.into()), ..finding.clone() };
        let text = one(document, &finding, catalog, look, &mut Places::of(&document.text));
        commands.push((finding.level, it.findings, text));
    }
    for it in &picked.documents {
        let mut places = Places::of(&it.document.text);
        for (finding, stands_for) in &it.findings {
            let text = one(it.document, finding, catalog, look, &mut places);
            commands.push((finding.level, *stands_for, text));
        }
    }
    let mut out = String::new();
    for level in Level::ALL {
        let mut left = report.findings().filter(|(_, it)| it.level == level).count();
        for (_, stands_for, text) in commands.iter().filter(|it| it.0 == level).take(MOST_OF_A_LEVEL) {
            out.push_str(text);
            left = left.saturating_sub(*stands_for);
        }
        if left > 0 {
            out.push_str(&format!("::{} title=pingless::{left} more, see the summary\n", word(level)));
        }
    }
    out
}

fn one(document: &Checked, finding: &Finding, catalog: &Catalog, look: &Look, places: &mut Places) -> String {
    let [start, end] = places.ends(finding.at.span);
    let mut properties = Vec::new();
    let mut place = String::new();
    if document.origin == Origin::File {
        properties.push(format!("file={}", property(&look.in_repository(&document.name))));
        properties.push(format!("line={}", start.line));
        properties.push(format!("endLine={}", end.line));
        // Over several lines columns mean nothing to the page that shows them.
        if start.line == end.line {
            properties.push(format!("col={}", start.column_char));
            properties.push(format!("endColumn={}", end.column_char));
        }
    } else {
        place = format!("{}: ", document.name);
    }
    properties.push(format!("title={}", property(&finding.question)));
    let mut lines = vec![format!("{place}{} [{}]", finding.message, finding.rule), evidence(document, finding)];
    lines.extend(
        finding
            .elsewhere
            .iter()
            .take(MOST_ELSEWHERE)
            .map(|it| format!("{}:{}: {}", look.in_repository(&it.name), it.line, it.label)),
    );
    lines.extend(finding.help.iter().map(|help| format!("help: {help}")));
    lines.extend(url::of(&finding.rule, catalog));
    let message: Vec<String> = lines.iter().filter(|it| !it.is_empty()).map(|line| data(line)).collect();
    format!("::{} {}::{}\n", word(finding.level), properties.join(","), message.join("%0A"))
}

/// What is wrong there; with the words that it is said of, where no line shows them.
fn evidence(document: &Checked, finding: &Finding) -> String {
    let label = &finding.at.text;
    match quote(document, finding) {
        Some(quote) if label.is_empty() => format!("“{quote}”"),
        Some(quote) => format!("“{quote}”: {label}"),
        None => label.clone(),
    }
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warn => "warning",
        Level::Note => "notice",
    }
}

/// One line of a message.
fn data(text: &str) -> String {
    escape::line(text).replace('%', "%25")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
