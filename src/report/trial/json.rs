//! A replayed history as one versioned JSON object.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::{Replayed, toml};
use crate::finding::Level;
use crate::report::harmless;
use crate::report::json::{self as report, TOOL, Tool};
use crate::trial::figures::{self, Figures, RuleFigures, changes_of};
use crate::trial::{End, rate};

/// What `pingless trial --format json` prints.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "pingless trial, what is printed")]
struct Report<'r> {
    /// It grows when a field changes its meaning or goes.
    version: u32,
    tool: Tool,
    /// The newest commit.
    newest: &'r str,
    /// The day of the oldest commit, in UTC: `2026-03-01`.
    from: &'r str,
    /// That of the newest.
    to: &'r str,
    /// The clone ends there, and not the time.
    shallow: bool,
    /// Files that could not be read as texts, each version once.
    unread: usize,
    /// Commits in that time, also such as touched no text.
    commits: usize,
    changes: Changes,
    /// Findings, over all changes.
    said: usize,
    /// How many days a finding is watched for.
    within_days: i64,
    /// By how often each was said, the most frequent first.
    rules: Vec<Rule<'r>>,
    /// Findings that ended, in the order in which they began.
    ended: Vec<Ended<'r>>,
    /// Rules that speak often and are never acted on, in texts that nobody edits again: history cannot tell.
    undecided: Vec<Undecided<'r>>,
    /// The lines that follow for `pingless.toml`, each with its reason; empty where nothing follows.
    toml: String,
}

/// On how many changes something would have been said.
#[derive(Serialize, JsonSchema)]
struct Changes {
    /// Changes that touched texts.
    markdown: usize,
    /// Those of them that brought a finding.
    with_findings: usize,
    /// Those that would have failed.
    failing: usize,
    /// Those that would have failed because of an error.
    failing_by_error: usize,
    /// Findings of a change, over all changes that touched texts.
    median: u64,
    /// The same at the 90th percentile.
    ninetieth: u64,
    /// The same at most.
    most: u64,
}

/// What one rule said, and what became of it.
#[derive(Serialize, JsonSchema)]
struct Rule<'r> {
    rule: &'r str,
    /// The highest level at which it spoke.
    #[schemars(with = "Level")]
    level: &'static str,
    /// As a comparison with the base says it, also when a line is reworded and still at fault.
    said: usize,
    /// Those that would have failed.
    failing: usize,
    /// On how many changes it spoke.
    changes: usize,
    /// Findings that began, each counted once until its end.
    followed: usize,
    /// Those that are still there.
    open: usize,
    /// Their line was edited into one that is not found fault with.
    repaired: usize,
    /// Their line stays, and the text around it answers.
    answered: usize,
    /// Their line is gone.
    deleted: usize,
    /// The file was renamed, and nothing asks there.
    lost: usize,
    /// Days until a finding was repaired or answered; null where none was.
    median_days_to_repair: Option<u64>,
    watched: Watched,
}

/// Findings that could be seen for all of the days, or until their end, and the neutral words beside them.
#[derive(Serialize, JsonSchema)]
struct Watched {
    findings: usize,
    /// The changes that brought them.
    changes: usize,
    repaired: Share,
    answered: Share,
    deleted: Share,
    neutral_repaired: Share,
    neutral_deleted: Share,
    /// Repaired or deleted.
    acted_on: Share,
    neutral_acted_on: Share,
    /// How many times more often a finding was acted on than a neutral word; null where there are too few to tell.
    ratio: Option<Ratio>,
}

/// A part of a whole.
#[derive(Serialize, JsonSchema)]
struct Share {
    part: usize,
    all: usize,
    /// Of nothing it is 0.
    value: f64,
    interval: Interval,
}

#[derive(Serialize, JsonSchema)]
struct Ratio {
    value: f64,
    interval: Interval,
}

/// Of 95 %: its lower and its upper end.
#[derive(Serialize, JsonSchema)]
struct Interval([f64; 2]);

/// A finding that ended: which commits to look at.
#[derive(Serialize, JsonSchema)]
struct Ended<'r> {
    rule: &'r str,
    path: &'r str,
    /// `repaired`, `answered`, `deleted` or `lost`.
    how: &'static str,
    /// The commit that brought it.
    said_in: &'r str,
    /// The commit in which it ended.
    ended_in: &'r str,
    /// The days between them.
    days: u64,
}

#[derive(Serialize, JsonSchema)]
struct Undecided<'r> {
    rule: &'r str,
    why: &'r str,
}

pub fn schema() -> Schema {
    report::generator().into_root_schema_for::<Report>()
}

pub fn print(replayed: &Replayed) -> String {
    let Replayed { from, to, newest, commits, unread, is_whole: _, is_cut, figures, advice } = replayed;
    let report = Report {
        version: 1,
        tool: TOOL,
        newest,
        from,
        to,
        shallow: *is_cut,
        unread: *unread,
        commits: *commits,
        changes: changes(figures),
        said: figures.said,
        within_days: figures.days,
        rules: figures.rules.iter().map(rule).collect(),
        ended: figures.ended.iter().map(ended).collect(),
        undecided: advice.undecided.iter().map(|(rule, why)| Undecided { rule, why }).collect(),
        toml: toml(advice),
    };
    harmless::object(&report)
}

fn changes(figures: &Figures) -> Changes {
    Changes {
        markdown: figures.changes,
        with_findings: figures.speaking,
        failing: figures.failing,
        failing_by_error: changes_of(&figures.faults, |it| it.level == Level::Error),
        median: figures.median,
        ninetieth: figures.ninetieth,
        most: figures.most,
    }
}

fn rule(it: &RuleFigures) -> Rule<'_> {
    Rule {
        rule: &it.rule,
        level: it.level.word(),
        said: it.said,
        failing: it.failing,
        changes: it.changes,
        followed: it.begun,
        open: it.still,
        repaired: it.in_place,
        answered: it.elsewhere,
        deleted: it.deleted,
        lost: it.lost,
        median_days_to_repair: it.median_days,
        watched: watched(&it.watched),
    }
}

fn ended(it: &figures::Ended) -> Ended<'_> {
    let how = match it.how {
        End::InPlace => "repaired",
        End::Elsewhere => "answered",
        End::Deleted => "deleted",
        End::Lost => "lost",
    };
    Ended { rule: &it.rule, path: &it.path, how, said_in: &it.said_in, ended_in: &it.ended_in, days: it.days }
}

fn watched(it: &figures::Watched) -> Watched {
    Watched {
        findings: it.findings,
        changes: it.changes,
        repaired: share(it.in_place),
        answered: share(it.elsewhere),
        deleted: share(it.deleted),
        neutral_repaired: share(it.control_in_place),
        neutral_deleted: share(it.control_deleted),
        acted_on: share(it.acted_on),
        neutral_acted_on: share(it.control_acted_on),
        ratio: it.ratio.map(|it| Ratio { value: rounded(it.value), interval: interval(it.interval) }),
    }
}

fn share(it: rate::Share) -> Share {
    Share { part: it.part, all: it.all, value: rounded(it.value()), interval: interval(it.interval()) }
}

fn interval(it: rate::Interval) -> Interval {
    Interval([rounded(it.low), rounded(it.high)])
}

/// Four digits: the last ones of a logarithm differ from machine to machine.
fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
