//! The lines of a configuration that follow from figures, each with its reason. Nothing follows from few cases.

use super::engine::Said;
use super::figures::{Figures, RuleFigures, changes_of};
use super::rate::Share;
use crate::finding::Level;

/// Fewer changes say nothing about what should fail.
const LEAST_CHANGES: usize = 30;
/// A rule that speaks on fewer changes than this disturbs nobody, whatever people do about it.
const OFTEN: f64 = 0.1;
/// So many repairs would be expected if people edited findings as they edit neutral words: if there is none, that is no
/// chance. Where nobody edits the texts again, nothing can be concluded.
const EXPECTED: f64 = 3.0;
/// More red changes than this, and people stop looking.
const RED: f64 = 0.1;

/// What a configuration should say.
#[derive(Debug, Default, PartialEq)]
pub struct Advice {
    /// Rules to turn off, each with why.
    pub ignore: Vec<(String, String)>,
    /// Rules whose level should be another.
    pub levels: Vec<(String, Level, String)>,
    /// Rules that speak often and are never acted on, in texts that nobody edits again: history cannot tell.
    pub undecided: Vec<(String, String)>,
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
            let is_never = it.watched.tells() && it.in_place + it.elsewhere == 0;
            if is_often && is_unwanted(it) {
                let why = format!("{often}; {}", unwanted(it, figures.days));
                advice.ignore.push((it.rule.clone(), why));
            } else if is_often && is_never {
                let why =
                    format!("{often}; none of {} was repaired, but hardly a word beside them was edited", it.begun);
                advice.undecided.push((it.rule.clone(), why));
            } else if let Some(why) = wanted(it).filter(|_| it.level == Level::Note) {
                advice.levels.push((it.rule.clone(), Level::Warn, why));
            }
        }
        advice.fail_on = fail_on(figures, &advice.ignore);
        advice
    }

    /// Whether nothing follows.
    pub fn is_empty(&self) -> bool {
        self.ignore.is_empty() && self.levels.is_empty() && self.fail_on.is_none()
    }
}

/// Nobody ever repaired it though the words around it are edited, or people act on it less often than on these.
fn is_unwanted(it: &RuleFigures) -> bool {
    let expected = it.watched.control_in_place.value() * it.watched.findings as f64;
    let is_wanted = wanted(it).is_some();
    let is_never = it.in_place == 0 && expected >= EXPECTED && !is_wanted;
    let is_rare = it.watched.ratio.is_some_and(|ratio| ratio.interval.high < 1.0);
    // Where the text around answers, an edit of the line is not what repairs.
    it.watched.tells() && it.elsewhere == 0 && (is_never || is_rare)
}

fn unwanted(it: &RuleFigures, days: i64) -> String {
    if it.in_place == 0 {
        let Share { part, all } = it.watched.control_in_place;
        return format!("none of {} was ever repaired, while {part} of {all} neutral words beside them were", it.begun);
    }
    let Share { part, all } = it.watched.acted_on;
    format!("{part} of {all} acted on within {days} days, less often than neutral words")
}

/// People act on it clearly more often than on any other word.
fn wanted(it: &RuleFigures) -> Option<String> {
    let ratio = it.watched.ratio.filter(|ratio| ratio.interval.low > 1.0)?;
    let Share { part, all } = it.watched.acted_on;
    Some(format!("people here acted on {part} of {all} unasked, {:.1} times as often as on neutral words", ratio.value))
}

/// From which level a run should fail once the rules that should be ignored are.
fn fail_on(figures: &Figures, ignored: &[(String, String)]) -> Option<(&'static str, String)> {
    let is_left = |it: &Said| ignored.iter().all(|(rule, _)| **rule != *it.rule);
    let share = |keep: &dyn Fn(&Said) -> bool| Share::new(changes_of(&figures.faults, keep), figures.changes);
    let all = share(&is_left);
    let errors = share(&|it| is_left(it) && it.level == Level::Error);
    if figures.changes < LEAST_CHANGES || all.interval().low <= RED {
        return None;
    }
    let rest = if ignored.is_empty() { "" } else { " without what is ignored below" };
    let why = format!("{} of {} changes would have failed{rest}", all.part, all.all);
    match errors.value() > RED {
        true => Some(("never", format!("{why}, {} of them by errors", errors.part))),
        false => Some(("error", format!("{why}; by errors alone {}", errors.part))),
    }
}

pub fn percent(share: Share) -> String {
    let percent = share.value() * 100.0;
    if percent > 0.0 && percent < 9.95 { format!("{percent:.1} %") } else { format!("{percent:.0} %") }
}
