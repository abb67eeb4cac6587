//! Annotations of GitHub Actions: workflow commands, one a finding. No text of strangers begins a line or ends a
//! property.

use super::cap::{self, Cap};
use super::place::Places;
use super::{escape, url};
use crate::finding::{Finding, Level};
use crate::rule::Catalog;
use crate::settle::{Checked, Report};
use crate::text::Origin;

/// A step shows ten of a level; the tenth tells of the others.
const MOST_OF_A_LEVEL: usize = 9;

pub fn print(report: &Report, catalog: &Catalog, cap: &Cap) -> String {
    let mut out = String::new();
    let shown = cap::single(report, cap);
    for level in Level::ALL {
        let mut told = 0;
        for it in &shown {
            let mut places = Places::of(&it.document.text);
            for (finding, _) in it.findings.iter().filter(|(it, _)| it.level == level) {
                if told < MOST_OF_A_LEVEL {
                    out.push_str(&one(it.document, finding, catalog, &mut places));
                    told += 1;
                }
            }
        }
        let all = report.findings().filter(|(_, it)| it.level == level).count();
        if all > told {
            let more = all - told;
            out.push_str(&format!("::{} title=pingless::{more} more, see the summary\n", word(level)));
        }
    }
    out
}

fn one(document: &Checked, finding: &Finding, catalog: &Catalog, places: &mut Places) -> String {
    let [start, end] = places.ends(finding.at.span);
    let mut properties = Vec::new();
    if document.origin == Origin::File {
        properties.push(format!("file={}", property(&document.name)));
        properties.push(format!("line={}", start.line));
        properties.push(format!("endLine={}", end.line));
        // Over several lines columns mean nothing to the page that shows them.
        if start.line == end.line {
            properties.push(format!("col={}", start.column_char));
            properties.push(format!("endColumn={}", end.column_char));
        }
    }
    properties.push(format!("title={}", property(&finding.question)));
    let place = match document.origin {
        Origin::File => String::new(),
        _ => format!("{}, line {}: ", document.name, start.line),
    };
    let mut lines = vec![format!("{place}{} ({}) [{}]", finding.message, finding.at.text, finding.rule)];
    lines.extend(finding.help.iter().map(|help| format!("help: {help}")));
    lines.extend(url::of(&finding.rule, catalog));
    let message: Vec<String> = lines.iter().map(|line| data(line)).collect();
    format!("::{} {}::{}\n", word(finding.level), properties.join(","), message.join("%0A"))
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
