//! What a run left out because it was there before, and what a change allows itself: closing lines for people.

use super::counted;
use super::escape;
use crate::settle::Report;
use crate::settle::since::NewAllow;

/// Letters of a commit's id that are shown.
const SHORT: usize = 10;

pub fn lines(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(since) = &report.since {
        let commit: String = since.commit.chars().take(SHORT).collect();
        let base = escape::line(&since.base);
        lines.push(format!("compared with {base} ({commit}): {} before", were(since.old)));
    }
    lines.extend(report.allows.iter().map(allow));
    if let Some(known) = &report.known {
        let file = escape::line(&known.file);
        if known.count > 0 {
            lines.push(format!("{} known from before ({file})", counted(known.count, "finding")));
        }
        if known.stale > 0 {
            let named = if known.is_usual { String::new() } else { format!("--baseline {file} ") };
            let cure = format!("`pingless baseline {named}--prune` drops what is stale");
            lines.push(format!("{} no longer there ({file}): {cure}", counted(known.stale, "known finding")));
        }
    }
    lines
}

fn were(findings: usize) -> String {
    format!("{} {} there", counted(findings, "finding"), if findings == 1 { "was" } else { "were" })
}

fn allow(it: &NewAllow) -> String {
    let exception = &it.exception;
    let place = if exception.is_wide { "in all of it" } else { "there" };
    let line = format!(
        "new exception at {}:{}: {} {place}: {}",
        it.document,
        exception.line,
        exception.rules.join(", "),
        exception.reason
    );
    escape::line(&line)
}
