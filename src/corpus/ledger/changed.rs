//! The facts of now against those of an earlier state, as a package compares its interface: what breaks those who rely on
//! them, and who has to be told.

use std::collections::BTreeMap;

use super::{At, Declared, Fact, State};
use crate::fact::value::{Bound, Sort};
use crate::fact::{Comparison, Value};

/// One fact that is not what it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    pub id: String,
    pub change: Change,
    pub severity: Severity,
    /// Why it breaks those who rely on it, or why not, in a few words.
    pub because: &'static str,
    pub before: Option<Declared>,
    pub after: Option<Declared>,
    /// Those who rely on it now, and whether they have followed.
    pub told: Vec<Told>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    Added,
    Removed,
    Value,
    /// What is said besides the value: its owner, since when it holds.
    Rest,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Breaking,
    Compatible,
}

/// A text whose people have to be told.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub at: At,
    pub owner: Option<String>,
    /// It says already what is declared now.
    pub has_followed: bool,
}

/// What changed between two states, what breaks first, then by id.
pub fn changed(before: &[Fact], after: &[Fact]) -> Vec<Changed> {
    let mut pairs: BTreeMap<&str, (Option<&Fact>, Option<&Fact>)> = BTreeMap::new();
    before.iter().for_each(|it| pairs.entry(&it.id).or_default().0 = Some(it));
    after.iter().for_each(|it| pairs.entry(&it.id).or_default().1 = Some(it));
    let mut all: Vec<Changed> = pairs.into_values().filter_map(|(before, after)| one(before, after)).collect();
    all.sort_by(|one, other| (one.severity, &one.id).cmp(&(other.severity, &other.id)));
    all
}

fn one(before: Option<&Fact>, after: Option<&Fact>) -> Option<Changed> {
    let (was, is) = (before.and_then(Fact::first), after.and_then(Fact::first));
    let importers = after.map(|it| it.importers.as_slice()).unwrap_or_default();
    let (change, severity, because) = match (was, is) {
        (None, None) => return None,
        (None, Some(_)) => (Change::Added, Severity::Compatible, "nobody relied on it before"),
        (Some(_), None) if importers.is_empty() => (Change::Removed, Severity::Compatible, "nobody relies on it"),
        (Some(_), None) => (Change::Removed, Severity::Breaking, "others still rely on it"),
        (Some(was), Some(is)) => between(was, is)?,
    };
    let told = importers.iter().map(|it| Told {
        at: it.at.clone(),
        owner: it.owner.clone(),
        has_followed: is.is_some() && it.state == State::Agrees,
    });
    Some(Changed {
        id: after.or(before)?.id.clone(),
        change,
        severity,
        because,
        told: told.collect(),
        before: was.cloned(),
        after: is.cloned(),
    })
}

type Verdict = (Change, Severity, &'static str);

fn between(was: &Declared, is: &Declared) -> Option<Verdict> {
    let (old, new) = (Value::read(&was.value), Value::read(&is.value));
    if old.compare(&new) != Comparison::Same {
        return Some(weighed(&old, &new));
    }
    let has_moved = bound(&old) != bound(&new) && bound(&old).zip(bound(&new)).is_some();
    let is_other = (&was.owner, &was.since, &was.decided_by) != (&is.owner, &is.since, &is.decided_by);
    match () {
        () if has_moved => Some((Change::Value, Severity::Breaking, "it is a limit of another sort")),
        () if is_other => Some((Change::Rest, Severity::Compatible, "its value is the same")),
        () if was.value != is.value => Some((Change::Rest, Severity::Compatible, "it says the same in other words")),
        () => None,
    }
}

fn bound(value: &Value) -> Option<Bound> {
    match &value.sort {
        Sort::Quantity { bound, .. } => Some(*bound),
        _ => None,
    }
}

/// What another value means for those who rely on the old one. A limit that leaves more room breaks nobody who kept to it.
fn weighed(old: &Value, new: &Value) -> Verdict {
    let breaking = |because| (Change::Value, Severity::Breaking, because);
    let (Sort::Quantity { bound, main, .. }, Sort::Quantity { bound: other, main: to, .. }) = (&old.sort, &new.sort)
    else {
        return breaking("it has another value");
    };
    let order = to.number.order(main.number).filter(|_| main.is_like(to) && bound == other);
    let Some(order) = order else { return breaking("it has another value") };
    let is_more_room = match bound {
        Bound::Most | Bound::Below => order.is_gt(),
        Bound::Least | Bound::Above => order.is_lt(),
        Bound::Unsaid => return breaking("it has another value"),
    };
    match is_more_room {
        true => (Change::Value, Severity::Compatible, "the limit leaves more room"),
        false => breaking("the limit is tighter"),
    }
}
