//! In which zones the people of a repository work, as far as their commits tell.

use std::collections::BTreeMap;

use crate::words::program::is_program;

/// What `git` has to be asked: address, author and offset of the newest commits.
pub const LOG: &[&str] = &[
    "log",
    "--max-count=1000",
    "--no-merges",
    "--use-mailmap",
    "--date=format:%z",
    "--format=%aE%x09%aN%x09%ad",
    "HEAD",
    "--",
];

/// An offset, and how many people mostly commit from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Minutes east of UTC.
    pub offset: i32,
    pub people: usize,
}

impl std::fmt::Display for Zone {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        let (sign, minutes) = (if self.offset < 0 { '-' } else { '+' }, self.offset.abs());
        write!(out, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// Zones nearer to each other than this may be one zone in summer and in winter.
const APART: i32 = 120;
/// The zones of people who work at different times of the day, the most common first; nothing where one zone is all
/// that there is. `log` is what [`LOG`] prints.
pub fn zones(log: &str) -> Vec<Zone> {
    let mut authors: BTreeMap<&str, BTreeMap<i32, usize>> = BTreeMap::new();
    for (author, offset) in log.lines().filter_map(|line| line.rsplit_once('\t')) {
        let (address, name) = author.split_once('\t').unwrap_or((author, ""));
        // Programs commit from wherever they run.
        if let Some(offset) = minutes(offset).filter(|_| !is_program(name, address)) {
            *authors.entry(address).or_default().entry(offset).or_default() += 1;
        }
    }
    let mut people: BTreeMap<i32, usize> = BTreeMap::new();
    for offsets in authors.into_values() {
        let main = offsets.into_iter().max_by_key(|(offset, count)| (*count, *offset));
        main.into_iter().for_each(|(offset, _)| *people.entry(offset).or_default() += 1);
    }
    let mut zones: Vec<Zone> = people.into_iter().map(|(offset, people)| Zone { offset, people }).collect();
    zones.sort_by_key(|it| (std::cmp::Reverse(it.people), it.offset));
    let mut apart: Vec<Zone> = Vec::new();
    for zone in zones {
        match apart.iter_mut().find(|it| (it.offset - zone.offset).abs() < APART) {
            Some(near) => near.people += zone.people,
            None => apart.push(zone),
        }
    }
    apart.sort_by_key(|it| (std::cmp::Reverse(it.people), it.offset));
    if apart.len() > 1 { apart } else { Vec::new() }
}

/// `+0130` in minutes.
fn minutes(offset: &str) -> Option<i32> {
    let offset = offset.trim();
    let digits = offset.strip_prefix(['+', '-'])?;
    let is_offset = digits.len() == 4 && digits.bytes().all(|it| it.is_ascii_digit());
    let number: i32 = digits.parse().ok().filter(|_| is_offset)?;
    let minutes = number / 100 * 60 + number % 100;
    (number / 100 <= 14).then_some(if offset.starts_with('-') { -minutes } else { minutes })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(log: &str) -> Vec<String> {
        zones(log).iter().map(|it| format!("{it} {}", it.people)).collect()
    }

    #[test]
    fn people_are_counted_and_not_commits() {
        let log = "ann@a.org\t+0100\nann@a.org\t+0200\nann@a.org\t+0100\nben@a.org\t+0200\ncy@a.org\t-0800\n";
        assert_eq!(told(log), ["+01:00 2", "-08:00 1"]);
    }

    #[test]
    fn one_zone_is_no_question() {
        assert!(told("ann@a.org\t+0100\nben@a.org\t+0200\n1+some-bot@a.org\t+0900\nx[bot]@a.org\t-0800\n").is_empty());
        assert_eq!(told("talbot@a.org\tTalbot\t+0100\nben@a.org\tBen\t+0900\n"), ["+01:00 1", "+09:00 1"]);
        assert!(told("ann@a.org\tAnn\t+0100\nx@a.org\tRelease Bot\t+0900\n").is_empty());
        assert!(told("").is_empty());
        assert!(told("ann@a.org\t+9900\nben\tyesterday\nnothing\n").is_empty());
        assert_eq!(told("ann@a.org\t+0530\ncy@a.org\t-0330\n"), ["-03:30 1", "+05:30 1"]);
    }
}
