//! Code Quality of GitLab: a list of places, each with a name that stays. It knows lines and no columns, and looks for paths
//! from the root of the repository.

use std::io::{self, Write};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::Look;
use super::each::Each;
use super::harmless;
use super::place::Places;
use super::uri::Uri;
use crate::finding::{Finding, Level};
use crate::settle::{Checked, Report, fingerprint};

pub fn write(report: &Report, look: &Look, to: &mut dyn Write) -> io::Result<()> {
    harmless::pretty(&Each(|| report.documents.iter().flat_map(|it| issues(it, look))), to)
}

fn issues<'r>(document: &'r Checked, look: &Look) -> impl Iterator<Item = Value> + 'r {
    let mut places = Places::of(&document.text);
    let path = match Uri::of(document.path()) {
        Uri::Relative(_) => look.in_repository(document.path()),
        Uri::Absolute(_) => document.path().to_owned(),
    };
    document.findings.iter().map(move |it| {
        // It wants a line, and the first is there whatever the file holds.
        let [begin, end] = match document.has_lines_of_file() {
            true => places.ends(it.at.span).map(|it| it.line),
            false => [1, 1],
        };
        let label = if it.at.text.is_empty() { String::new() } else { format!(" ({})", it.at.text) };
        json!({
            "type": "issue",
            "check_name": it.rule,
            "description": format!("{}{label}: {}", it.message, it.question),
            "severity": severity(it.level),
            "categories": ["Clarity"],
            "fingerprint": name_of(&path, document.title().unwrap_or_default(), it),
            "location": { "path": path, "lines": { "begin": begin, "end": end } },
        })
    })
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "major",
        Level::Warn => "minor",
        Level::Note => "info",
    }
}

/// A name is the only one in a report: the same words may be found in two files, or in two threads of one.
fn name_of(path: &str, title: &str, finding: &Finding) -> String {
    let place = if title.is_empty() { path.to_owned() } else { format!("{path}\0{title}") };
    fingerprint::short(Sha256::new_with_prefix(format!("{place}\0{}", finding.fingerprint)))
}
