//! How the outcome came about, for people and for programs.

use serde_json::{Value, json};

use super::json::share;
use super::{day, percent};
use crate::litmus::trend::{Point, Trend};
use crate::report::counted;

/// A line for each point.
pub fn human(trend: &Trend) -> String {
    let line = |it: &Point| {
        let commit: String = it.commit.chars().take(9).collect();
        let systems = counted(it.systems.len(), "system");
        format!("  {}  {commit}  {} of {systems}\n", day(it.at), percent(it.answered()))
    };
    format!("\ntrend\n{}", trend.points.iter().map(line).collect::<String>())
}

/// The points, the oldest first.
pub fn json(trend: &Trend) -> Value {
    let point = |it: &Point| {
        let systems = it.systems.iter().map(|(name, of)| json!({ "name": name, "answered": share(*of) }));
        json!({
            "commit": it.commit,
            "at": it.at.to_string(),
            "answered": share(it.answered()),
            "systems": systems.collect::<Vec<_>>(),
        })
    };
    trend.points.iter().map(point).collect()
}
