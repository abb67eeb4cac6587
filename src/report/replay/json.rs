//! A replayed history as one versioned JSON object.

use serde_json::{Value, json};

use super::{Replayed, toml};
use crate::finding::Level;
use crate::replay::End;
use crate::replay::figures::{Ended, RuleFigures, Watched, changes_of};
use crate::replay::rate::{Interval, Share};
use crate::report::escape;
use crate::report::json::TOOL;

pub fn print(replayed: &Replayed) -> String {
    let figures = &replayed.figures;
    let value = json!({
        "version": 1,
        "tool": TOOL,
        "newest": replayed.newest,
        "from": replayed.from,
        "to": replayed.to,
        "shallow": replayed.is_cut,
        "unread": replayed.unread,
        "commits": replayed.commits,
        "changes": {
            "markdown": figures.changes,
            "with_findings": figures.speaking,
            "failing": figures.failing,
            "failing_by_error": changes_of(&figures.faults, |it| it.level == Level::Error),
            "median": figures.median,
            "ninetieth": figures.ninetieth,
            "most": figures.most,
        },
        "said": figures.said,
        "within_days": figures.days,
        "rules": figures.rules.iter().map(rule).collect::<Vec<_>>(),
        "ended": figures.ended.iter().map(ended).collect::<Vec<_>>(),
        "undecided": replayed.advice.undecided.iter().map(|it| json!({ "rule": it.0, "why": it.1 })).collect::<Vec<_>>(),
        "toml": toml(&replayed.advice),
    });
    escape::json(serde_json::to_string_pretty(&value).expect("plain data")) + "\n"
}

fn rule(it: &RuleFigures) -> Value {
    json!({
        "rule": it.rule,
        "level": it.level.word(),
        "said": it.said,
        "failing": it.failing,
        "changes": it.changes,
        "followed": it.begun,
        "open": it.still,
        "repaired": it.in_place,
        "answered": it.elsewhere,
        "deleted": it.deleted,
        "lost": it.lost,
        "median_days_to_repair": it.median_days,
        "watched": watched(&it.watched),
    })
}

fn ended(it: &Ended) -> Value {
    let how = match it.how {
        End::InPlace => "repaired",
        End::Elsewhere => "answered",
        End::Deleted => "deleted",
        End::Lost => "lost",
    };
    json!({
        "rule": it.rule,
        "path": it.path,
        "how": how,
        "said_in": it.said_in,
        "ended_in": it.ended_in,
        "days": it.days,
    })
}

fn watched(it: &Watched) -> Value {
    json!({
        "findings": it.findings,
        "changes": it.changes,
        "repaired": share(it.in_place),
        "answered": share(it.elsewhere),
        "deleted": share(it.deleted),
        "neutral_repaired": share(it.control_in_place),
        "neutral_deleted": share(it.control_deleted),
        "acted_on": share(it.acted_on),
        "neutral_acted_on": share(it.control_acted_on),
        "ratio": it.ratio.map(|it| json!({ "value": rounded(it.value), "interval": interval(it.interval) })),
    })
}

fn share(it: Share) -> Value {
    json!({ "part": it.part, "all": it.all, "value": rounded(it.value()), "interval": interval(it.interval()) })
}

fn interval(it: Interval) -> Value {
    json!([rounded(it.low), rounded(it.high)])
}

/// Four digits: the last ones of a logarithm differ from machine to machine.
fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
