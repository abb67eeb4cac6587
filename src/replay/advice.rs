//! The lines of a configuration that follow from figures, each with its reason. Nothing follows from few cases.

use super::figures::{Figures, RuleFigures};
use super::rate::Share;
use crate::finding::Level;

/// Fewer changes say nothing about what should fail.
const LEAST_CHANGES: usize = 30;
/// A rule that speaks on fewer changes than this disturbs nobody, whatever people do about it.
const OFTEN: f64 = 0.1;
/// More red changes than this, and people stop looking.
const RED: f64 = 0.1;

/// What a configuration should say.
#[derive(Debug, Default, PartialEq)]
pub struct Advice {
    /// Rules to turn off, each with why.
    pub ignore: Vec<(String, String)>,
    /// Rules whose level should be another.
    pub levels: Vec<(String, Level, String)>,
    /// The level from which a run should fail: `error`, `never`.
    pub fail_on: Option<(&'static str, String)>,
}

impl Advice {
    pub fn of(figures: &Figures) -> Self {
        let mut advice = Self::default();
        for it in &figures.rules {
            let percent = percent(Share::new(it.changes, figures.changes));
            let often = format!("said on {percent} of the changes");
            let is_often = Share::new(it.changes, figures.changes).value() >= OFTEN;
            if is_often && is_unwanted(it) {
                let why = format!("{often}; {}", unwanted(it, figures.days));
                advice.ignore.push((it.rule.clone(), why));
            } else if let Some(why) = wanted(it).filter(|_| it.level == Level::Note) {
                advice.levels.push((it.rule.clone(), Level::Warn, why));
            }
        }
        advice.fail_on = fail_on(figures);
        advice
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Nobody ever repaired it, or less often than any word is edited.
fn is_unwanted(it: &RuleFigures) -> bool {
    let is_never = it.in_place + it.elsewhere == 0;
    // Where the text around answers, an edit of the line is not what repairs.
    let is_rare = it.elsewhere == 0 && it.watched.ratio.is_some_and(|ratio| ratio.interval.high < 1.0);
    it.watched.tells() && (is_never || is_rare)
}

fn unwanted(it: &RuleFigures, days: i64) -> String {
    match it.in_place {
        0 => format!("none of {} was ever repaired", it.begun),
        count => format!("{count} of {} repaired, within {days} days less often than neutral words", it.begun),
    }
}

/// People repair it clearly more often than any other word is edited.
fn wanted(it: &RuleFigures) -> Option<String> {
    let ratio = it.watched.ratio.filter(|ratio| ratio.interval.low > 1.0)?;
    let Share { part, all } = it.watched.in_place;
    Some(format!(
        "people here repaired {part} of {all} unasked: {:.1} times as often as neutral words are edited",
        ratio.value
    ))
}

fn fail_on(figures: &Figures) -> Option<(&'static str, String)> {
    let all = Share::new(figures.failing, figures.changes);
    let errors = Share::new(figures.failing_by_error, figures.changes);
    if figures.changes < LEAST_CHANGES || all.interval().low <= RED {
        return None;
    }
    let why = format!("{} of {} changes would have failed", all.part, all.all);
    match errors.value() > RED {
        true => Some(("never", format!("{why}, {} of them by errors", errors.part))),
        false => Some(("error", format!("{why}; by errors alone {}", errors.part))),
    }
}

pub fn percent(share: Share) -> String {
    let percent = share.value() * 100.0;
    if percent > 0.0 && percent < 9.95 { format!("{percent:.1} %") } else { format!("{percent:.0} %") }
}
