//! A replayed history: tables for people, with the lines for their configuration, and JSON.

mod json;

pub use json::{print as json, schema};

use super::{columns, counted, escape};
use crate::finding::Level;
use crate::trial::advice::{Advice, percent};
use crate::trial::figures::{Figures, RuleFigures};
use crate::trial::rate::{Interval, Share};

/// What was replayed.
#[derive(Debug)]
pub struct Replayed {
    /// The days, in UTC, of the oldest and the newest commit: `2026-03-01`.
    pub from: String,
    pub to: String,
    pub newest: String,
    /// Commits in that time, also such as touched no text.
    pub commits: usize,
    /// Files that could not be read as texts, each version once.
    pub unread: usize,
    /// Nothing comes before.
    pub is_whole: bool,
    /// The clone ends there, and not the time.
    pub is_cut: bool,
    pub figures: Figures,
    pub advice: Advice,
}

pub fn human(replayed: &Replayed) -> String {
    let figures = &replayed.figures;
    let mut out = head(replayed);
    if figures.said > 0 {
        out.push_str("\nwhat was said, and what became of it\n");
        out.push_str(&table(&said(figures)));
        out.push_str(&format!(
            "\nof those that could be watched for {} days: how many were repaired or deleted, beside neutral words\n",
            figures.days
        ));
        out.push_str(&table(&watched(figures)));
    }
    out.push_str(&follows(replayed));
    out
}

fn head(replayed: &Replayed) -> String {
    let figures = &replayed.figures;
    let all = |part: usize| share(Share::new(part, figures.changes));
    let mut out = format!(
        "replayed {} from {} to {}: {} touched Markdown\n",
        counted(replayed.commits, "change"),
        replayed.from,
        replayed.to,
        figures.changes
    );
    if figures.changes > 0 {
        out.push_str(&format!(
            "  something would have been said on {}: {}\n",
            all(figures.speaking),
            counted(figures.said, "finding")
        ));
        out.push_str(&format!(
            "  findings on a change: {} in the median, {} at the 90th percentile, {} at most\n",
            figures.median, figures.ninetieth, figures.most
        ));
        out.push_str(&format!("  {} would have failed\n", all(figures.failing)));
    }
    if replayed.is_cut {
        out.push_str("  this clone is shallow and ends there: `git fetch --unshallow` brings the rest\n");
    }
    if replayed.unread > 0 {
        out.push_str(&format!("  {} could not be read as UTF-8 text\n", counted(replayed.unread, "version")));
    }
    out
}

fn said(figures: &Figures) -> Vec<Vec<String>> {
    let words = [
        "",
        "level",
        "said",
        "failing",
        "changes",
        "followed",
        "open",
        "repaired",
        "answered",
        "deleted",
        "days to repair",
    ];
    let row = |it: &RuleFigures| {
        let days = it.median_days.map_or("–".to_owned(), |days| days.to_string());
        let numbers =
            [it.said, it.failing, it.changes, it.begun, it.still + it.lost, it.in_place, it.elsewhere, it.deleted];
        let mut row = vec![escape::line(&it.rule), it.level.word().to_owned()];
        row.extend(numbers.map(|it| it.to_string()));
        row.push(days);
        row
    };
    [words.map(str::to_owned).to_vec()].into_iter().chain(figures.rules.iter().map(row)).collect()
}

fn watched(figures: &Figures) -> Vec<Vec<String>> {
    let words = ["", "watched", "answered", "acted on [95 %]", "neutral words", "times as often [95 %]"];
    let shown = |share: Share| if share.all == 0 { "–".to_owned() } else { percent(share) };
    let row = |it: &RuleFigures| {
        let watched = &it.watched;
        let ratio = match watched.ratio {
            None => "too few to tell".to_owned(),
            Some(it) => format!("{:.1} [{:.1}, {:.1}]", it.value, it.interval.low, it.interval.high),
        };
        let Interval { low, high } = watched.acted_on.interval();
        let range = if watched.findings == 0 { "" } else { &format!(" [{:.0}, {:.0}]", low * 100.0, high * 100.0) };
        vec![
            escape::line(&it.rule),
            watched.findings.to_string(),
            shown(watched.elsewhere),
            format!("{}{range}", shown(watched.acted_on)),
            format!("{} of {}", shown(watched.control_acted_on), watched.control_acted_on.all),
            ratio,
        ]
    };
    let head = words.map(str::to_owned).to_vec();
    [head].into_iter().chain(figures.rules.iter().map(row)).collect()
}

/// Columns under each other: names to the left, figures to the right.
fn table(rows: &[Vec<String>]) -> String {
    let widths = columns::widths(rows);
    let mut out = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).enumerate().map(|(at, (cell, width))| match at {
            0 => format!("{cell:width$}"),
            _ => format!("{cell:>width$}"),
        });
        out.push_str(&format!("  {}\n", cells.collect::<Vec<_>>().join("  ")));
    }
    out
}

fn follows(replayed: &Replayed) -> String {
    let advice = &replayed.advice;
    let mut out = match advice.is_empty() {
        true => format!("\nnothing follows for pingless.toml: {}\n", nothing(replayed)),
        false => format!("\nwhat follows for pingless.toml\n\n{}", toml(advice)),
    };
    if !advice.undecided.is_empty() {
        out.push_str("\nwhat history cannot decide\n");
        let lines = advice.undecided.iter().map(|(rule, why)| format!("  {}: {why}\n", escape::line(rule)));
        out.extend(lines);
    }
    out
}

fn nothing(replayed: &Replayed) -> &'static str {
    match replayed.figures.rules.iter().any(|it| it.watched.tells()) {
        true => "no rule is known to be in the way, and none is clearly acted on",
        false if replayed.is_whole || replayed.is_cut => "too few findings could be watched",
        false => "too few findings could be watched; an earlier `--since` sees more",
    }
}

/// Lines to paste into a `pingless.toml`, each with its reason.
pub fn toml(advice: &Advice) -> String {
    let mut out = String::new();
    if let Some((level, why)) = &advice.fail_on {
        out.push_str(&format!("# {why}\nfail-on = \"{level}\"\n"));
    }
    if !advice.ignore.is_empty() {
        out.push_str("ignore = [\n");
        advice.ignore.iter().for_each(|(rule, why)| out.push_str(&format!("    # {why}\n    {rule:?},\n")));
        out.push_str("]\n");
    }
    if !advice.levels.is_empty() {
        out.push_str(if out.is_empty() { "[levels]\n" } else { "\n[levels]\n" });
        for (rule, level, why) in &advice.levels {
            out.push_str(&format!("# {why}\n{rule:?} = \"{}\"\n", Level::word(*level)));
        }
    }
    out
}

fn share(share: Share) -> String {
    format!("{} of {} ({})", share.part, share.all, percent(share))
}
