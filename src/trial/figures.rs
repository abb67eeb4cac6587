//! A replayed history in figures: how often something would have been said, and what people did about it.

use std::collections::{BTreeMap, BTreeSet};

use super::Replay;
use super::engine::{Control, End, Life, Said};
use super::rate::{Ratio, Share, quantile, ratio};
use crate::finding::Level;

const DAY: i64 = 24 * 60 * 60;

/// Below these nothing is claimed of a rule: findings that were watched, the changes that brought them, and controls.
const LEAST_FINDINGS: usize = 30;
pub const LEAST_CHANGES: usize = 5;
const LEAST_CONTROLS: usize = 30;
/// And so many of both together have to be acted on before they are compared.
const LEAST_ACTED_ON: usize = 5;

#[derive(Debug)]
pub struct Figures {
    /// Changes that touched texts; of those, such as brought a finding, and such as would have failed.
    pub changes: usize,
    pub speaking: usize,
    pub failing: usize,
    /// What made them fail.
    pub faults: Vec<Said>,
    pub said: usize,
    /// Findings of a change, over all changes that touched texts.
    pub median: u64,
    pub ninetieth: u64,
    pub most: u64,
    /// How many days a finding is watched for.
    pub days: i64,
    /// By how often each was said, the most frequent first.
    pub rules: Vec<RuleFigures>,
    /// Findings that ended, in the order in which they began.
    pub ended: Vec<Ended>,
}

/// A finding that ended: which commits to look at.
#[derive(Debug)]
pub struct Ended {
    pub rule: String,
    pub path: String,
    pub how: End,
    pub said_in: String,
    pub ended_in: String,
    pub days: u64,
}

#[derive(Debug)]
pub struct RuleFigures {
    pub rule: String,
    /// The highest level at which it spoke.
    pub level: Level,
    /// As a comparison with the base says it, also when a line is reworded and still at fault.
    pub said: usize,
    /// Those that would have failed.
    pub failing: usize,
    pub changes: usize,
    /// Findings that began, each counted once until its end.
    pub begun: usize,
    pub still: usize,
    pub in_place: usize,
    pub elsewhere: usize,
    pub deleted: usize,
    pub lost: usize,
    /// Days until a finding was repaired, in place or elsewhere.
    pub median_days: Option<u64>,
    pub watched: Watched,
}

/// Findings that could be seen for all of the days, or until their end, and the neutral words beside them.
#[derive(Debug, Default)]
pub struct Watched {
    pub findings: usize,
    pub changes: usize,
    pub in_place: Share,
    pub elsewhere: Share,
    pub deleted: Share,
    pub control_in_place: Share,
    pub control_deleted: Share,
    /// Repaired in place, or deleted.
    pub acted_on: Share,
    pub control_acted_on: Share,
    /// How many times more often a finding was acted on than a neutral word; none where there are too few to tell.
    pub ratio: Option<Ratio>,
}

impl Watched {
    /// Whether there are enough to conclude something.
    pub fn tells(&self) -> bool {
        self.findings >= LEAST_FINDINGS && self.changes >= LEAST_CHANGES
    }
}

impl Figures {
    /// `end` is the time of the newest commit: until then it was seen what people do.
    pub fn of(replay: &Replay, end: i64, days: i64) -> Self {
        let changes = replay.changes.len();
        let mut counts = vec![0u64; changes];
        replay.said.iter().for_each(|it| counts[it.change] += 1);
        let faults: Vec<Said> = replay.said.iter().filter(|it| it.fails).cloned().collect();
        let speaking = counts.iter().filter(|count| **count > 0).count();
        Self {
            changes,
            speaking,
            failing: changes_of(&faults, |_| true),
            faults,
            said: replay.said.len(),
            median: quantile(&mut counts, 0.5),
            ninetieth: quantile(&mut counts, 0.9),
            most: counts.iter().copied().max().unwrap_or(0),
            days,
            rules: rules(replay, end, days),
            ended: replay.lives.iter().filter_map(|it| ended(replay, it)).collect(),
        }
    }
}

fn ended(replay: &Replay, life: &Life) -> Option<Ended> {
    let (change, how) = life.span.end?;
    let (time, _) = replay.end(&life.span)?;
    Some(Ended {
        rule: life.rule.to_string(),
        path: life.path.to_string(),
        how,
        said_in: replay.changes[life.span.change].commit.clone(),
        ended_in: replay.changes[change].commit.clone(),
        days: (time / DAY) as u64,
    })
}

/// On how many changes there are such findings.
pub fn changes_of(said: &[Said], keep: impl Fn(&Said) -> bool) -> usize {
    said.iter().filter(|it| keep(it)).map(|it| it.change).collect::<BTreeSet<_>>().len()
}

fn rules(replay: &Replay, end: i64, days: i64) -> Vec<RuleFigures> {
    let mut said: BTreeMap<&str, (usize, BTreeSet<usize>, Level)> = BTreeMap::new();
    for it in &replay.said {
        let row = said.entry(&it.rule).or_insert((0, BTreeSet::new(), Level::Note));
        row.0 += 1;
        row.1.insert(it.change);
        row.2 = row.2.max(it.level);
    }
    let mut lives: BTreeMap<&str, Vec<&Life>> = BTreeMap::new();
    replay.lives.iter().for_each(|it| lives.entry(&it.rule).or_default().push(it));
    let one = |(rule, (said, changes, level)): (&str, (usize, BTreeSet<usize>, Level))| {
        let lives = lives.get(rule).map(Vec::as_slice).unwrap_or_default();
        let ended = |end: End| lives.iter().filter(|it| it.span.end.is_some_and(|it| it.1 == end)).count();
        let repaired = lives.iter().filter_map(|it| match replay.end(&it.span) {
            Some((time, End::InPlace | End::Elsewhere)) => Some((time / DAY) as u64),
            _ => None,
        });
        let mut repaired: Vec<u64> = repaired.collect();
        RuleFigures {
            rule: rule.to_owned(),
            level,
            said,
            failing: replay.said.iter().filter(|it| it.fails && &*it.rule == rule).count(),
            changes: changes.len(),
            begun: lives.len(),
            still: lives.iter().filter(|it| it.span.end.is_none()).count(),
            in_place: ended(End::InPlace),
            elsewhere: ended(End::Elsewhere),
            deleted: ended(End::Deleted),
            lost: ended(End::Lost),
            median_days: (!repaired.is_empty()).then(|| quantile(&mut repaired, 0.5)),
            watched: watched(replay, lives, end, days),
        }
    };
    let mut rules: Vec<RuleFigures> = said.into_iter().map(one).collect();
    rules.sort_by(|a, b| b.said.cmp(&a.said).then_with(|| a.rule.cmp(&b.rule)));
    rules
}

/// Only what began early enough to be seen for all of the days counts, however it ended: a fixed time is the same for
/// all, and needs no model of what would have come later.
fn watched(replay: &Replay, lives: &[&Life], end: i64, days: i64) -> Watched {
    let is_watched = |it: &Control| {
        let is_lost = replay.end(it).is_some_and(|(time, end)| end == End::Lost && time < days * DAY);
        replay.changes[it.change].time + days * DAY <= end && !is_lost
    };
    let ended = |it: &Control, how: End| replay.end(it).is_some_and(|(time, end)| end == how && time <= days * DAY);
    let findings: Vec<&&Life> = lives.iter().filter(|it| is_watched(&it.span)).collect();
    // A neutral word may stand beside several findings; it counts once.
    let controls: BTreeSet<usize> = findings.iter().flat_map(|it| it.controls.iter().copied()).collect();
    let controls: Vec<&Control> = controls.into_iter().map(|at| &replay.controls[at]).collect();
    let mut changes: BTreeMap<usize, (Share, Share)> = BTreeMap::new();
    let is_acted_on = |it: &Control| ended(it, End::InPlace) || ended(it, End::Deleted);
    let one = |it: &Control| Share::new(usize::from(is_acted_on(it)), 1);
    for it in &findings {
        let row = changes.entry(it.span.change).or_default();
        row.0 = row.0 + one(&it.span);
    }
    for it in &controls {
        let row = changes.entry(it.change).or_default();
        row.1 = row.1 + one(it);
    }
    let share = |how: End| Share::new(findings.iter().filter(|it| ended(&it.span, how)).count(), findings.len());
    let control = |how: End| Share::new(controls.iter().filter(|it| ended(it, how)).count(), controls.len());
    let mut watched = Watched {
        findings: findings.len(),
        changes: changes.len(),
        in_place: share(End::InPlace),
        elsewhere: share(End::Elsewhere),
        deleted: share(End::Deleted),
        control_in_place: control(End::InPlace),
        control_deleted: control(End::Deleted),
        acted_on: changes.values().fold(Share::default(), |all, it| all + it.0),
        control_acted_on: changes.values().fold(Share::default(), |all, it| all + it.1),
        ratio: None,
    };
    let acted_on = watched.acted_on.part + watched.control_acted_on.part;
    if watched.tells() && controls.len() >= LEAST_CONTROLS && acted_on >= LEAST_ACTED_ON {
        watched.ratio = ratio(&changes.into_values().collect::<Vec<_>>());
    }
    watched
}
