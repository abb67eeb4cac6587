//! Which commits are looked at: as far back as was asked for, counted from the newest commit and never from the clock.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::input::git::history::MainLine;
use crate::input::git::{Refusal, Repository};

const DAY: i64 = 24 * 60 * 60;
/// Clocks of committers differ: the time ends where so many commits in succession are older.
const SLOP: usize = 5;

/// How far back.
#[derive(Debug, PartialEq, Eq)]
pub enum Since {
    Days(i64),
    /// From the start of this day, in UTC.
    Date(Date),
    Commit(String),
}

impl Since {
    pub fn of(word: &str) -> Self {
        let span = |unit: char| word.strip_suffix(unit).and_then(|it| it.parse::<u16>().ok()).map(i64::from);
        let spans = [('d', 1), ('w', 7), ('y', 365)];
        if let Some(days) = spans.iter().find_map(|(unit, days)| span(*unit).map(|it| it * days)) {
            return Since::Days(days);
        }
        word.parse().map_or_else(|_| Since::Commit(word.to_owned()), Since::Date)
    }

    /// The commits of the main line since then, the newest first.
    pub fn commits(&self, repository: &Repository) -> Result<Vec<MainLine>, Refusal> {
        let oldest = match self {
            Since::Commit(name) => return repository.main_line(Some(&repository.commit(name)?)),
            Since::Days(days) => Err(days * DAY),
            Since::Date(date) => Ok(start(*date)),
        };
        let mut all = repository.main_line(None)?;
        let newest = all.first().map_or(0, |it| it.time);
        let oldest = oldest.unwrap_or_else(|span| newest - span);
        let is_older = |it: &MainLine| it.time < oldest;
        let mut end = all.len();
        let mut run = 0;
        for (at, commit) in all.iter().enumerate() {
            run = if is_older(commit) { run + 1 } else { 0 };
            if run == SLOP {
                end = at + 1;
                break;
            }
        }
        all.truncate(end);
        while all.last().is_some_and(is_older) {
            all.pop();
        }
        Ok(all)
    }
}

fn start(date: Date) -> i64 {
    date.to_zoned(TimeZone::UTC).map_or(i64::MIN, |it| it.timestamp().as_second())
}

/// The day of a time, in UTC.
pub fn day(seconds: i64) -> String {
    Timestamp::from_second(seconds).map_or_else(|_| "?".to_owned(), |it| it.to_zoned(TimeZone::UTC).date().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_a_date_or_a_commit() {
        assert_eq!(Since::of("180d"), Since::Days(180));
        assert_eq!(Since::of("12w"), Since::Days(84));
        assert_eq!(Since::of("2y"), Since::Days(730));
        assert_eq!(Since::of("2026-03-01"), Since::Date(jiff::civil::date(2026, 3, 1)));
        for word in ["v1.2", "2026-02-30", "d", "-3d", "main", "99999d"] {
            assert_eq!(Since::of(word), Since::Commit(word.to_owned()));
        }
    }
}
