//! Code Quality of GitLab: a list of places, each with a name that stays. It knows lines and no columns.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::escape;
use super::place::Places;
use crate::finding::{Finding, Level};
use crate::settle::{Checked, Report, fingerprint};

pub fn print(report: &Report) -> String {
    let all: Vec<Value> = report.documents.iter().flat_map(issues).collect();
    escape::json(serde_json::to_string_pretty(&all).expect("plain data")) + "\n"
}

fn issues(document: &Checked) -> impl Iterator<Item = Value> + '_ {
    let mut places = Places::of(&document.text);
    document.findings.iter().map(move |it| {
        let [start, end] = places.ends(it.at.span);
        json!({
            "type": "issue",
            "check_name": it.rule,
            "description": format!("{}: {}", it.message, it.question),
            "severity": severity(it.level),
            "categories": ["Clarity"],
            "fingerprint": name_of(document, it),
            "location": { "path": document.name, "lines": { "begin": start.line, "end": end.line } },
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

/// A name is the only one in a report: the same words may be found in two files.
fn name_of(document: &Checked, finding: &Finding) -> String {
    fingerprint::short(Sha256::new_with_prefix(format!("{}\0{}", document.name, finding.fingerprint)))
}
