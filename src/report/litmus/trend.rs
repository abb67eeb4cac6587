//! How the outcome came about, for people.

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
