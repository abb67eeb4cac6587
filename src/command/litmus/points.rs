//! At which commits a history is looked at: the first of each day, week, month, of some months or
//! of a year, and the newest.

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use crate::input::git::history::MainLine;

/// More points than this tell no more.
pub const MOST: usize = 24;

/// How far the points lie apart.
const STEPS: [Step; 7] =
    [Step::Day, Step::Week, Step::Months(1), Step::Months(2), Step::Months(3), Step::Months(6), Step::Months(12)];

#[derive(Debug, Clone, Copy)]
enum Step {
    Day,
    /// From Monday.
    Week,
    Months(i32),
}

impl Step {
    /// The number of the stretch of time that a day lies in.
    fn of(self, day: Date) -> i32 {
        let days = (day - Date::ZERO).get_days();
        // The first day of all is a Saturday.
        let monday = Date::ZERO.weekday().since(Weekday::Monday);
        match self {
            Step::Day => days,
            Step::Week => (days + i32::from(monday)).div_euclid(7),
            Step::Months(months) => (i32::from(day.year()) * 12 + i32::from(day.month()) - 1).div_euclid(months),
        }
    }
}

/// The points, the oldest first. `commits` are the newest first. The steps are the shortest that make few enough points.
pub fn pick(commits: &[MainLine]) -> Vec<MainLine> {
    let shortest = STEPS.iter().map(|step| by(commits, *step)).find(|it| it.len() <= MOST);
    shortest.unwrap_or_else(|| {
        let years = by(commits, Step::Months(12));
        let each = years.len().div_ceil(MOST - 1);
        let last = years.last().cloned();
        let mut some: Vec<MainLine> = years.into_iter().step_by(each).collect();
        some.extend(last.filter(|last| some.last() != Some(last)));
        some
    })
}

fn by(commits: &[MainLine], step: Step) -> Vec<MainLine> {
    let mut points: Vec<MainLine> = Vec::new();
    let mut last = None;
    for commit in commits.iter().rev() {
        let Ok(at) = Timestamp::from_second(commit.time) else { continue };
        let stretch = step.of(at.to_zoned(TimeZone::UTC).date());
        // Clocks of committers differ: time does not run backwards for that.
        if last.is_none_or(|last| stretch > last) {
            points.push(commit.clone());
            last = Some(stretch);
        }
    }
    points.extend(commits.first().filter(|newest| points.last() != Some(newest)).cloned());
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * 60 * 60;

    /// Commits so many days apart, the newest first. The first is of Thursday, 1 January 1970.
    fn commits(count: i64, apart: i64) -> Vec<MainLine> {
        let commit = |at: i64| MainLine { id: at.to_string(), time: at * apart * DAY, is_root: at == 0 };
        (0..count).rev().map(commit).collect()
    }

    fn days(points: &[MainLine]) -> Vec<i64> {
        points.iter().map(|it| it.time / DAY).collect()
    }

    #[test]
    fn a_short_history_is_seen_day_by_day() {
        assert_eq!(days(&pick(&commits(5, 1))), [0, 1, 2, 3, 4]);
        assert!(pick(&[]).is_empty());
    }

    #[test]
    fn a_longer_one_in_longer_steps() {
        assert_eq!(days(&pick(&commits(40, 1))), [0, 4, 11, 18, 25, 32, 39], "Mondays");
        assert_eq!(days(&pick(&commits(200, 1)))[..4], [0, 31, 59, 90], "months");
        for (count, apart) in [(1_000, 1), (5_000, 1), (9_000, 3), (200, 365), (3, 9_000)] {
            let all = commits(count, apart);
            let points = pick(&all);
            assert!((2..=MOST).contains(&points.len()), "{}", points.len());
            assert_eq!((points.first(), points.last()), (all.last(), all.first()));
        }
    }

    #[test]
    fn a_clock_that_is_wrong_makes_no_point() {
        let mut all = commits(30, 1);
        all[10].time = 0;
        assert!(days(&pick(&all)).is_sorted());
    }
}
