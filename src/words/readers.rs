//! Who reads, and what they know without being told: their zones and hours, the calendars of the team, its own words.
//! Plain data. Where it is configured this module does not know, nor what a rule makes of it.

use std::collections::HashSet;
use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

/// What readers of a repository have in common. Nothing is assumed: without a word of theirs, anybody may read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Readers {
    /// Where they live, each with the IANA name that it was given by.
    pub zones: Vec<Zone>,
    /// When their working day begins and ends.
    pub business_hours: Option<(Time, Time)>,
    /// The zone that a time without one is meant in.
    pub own_zone: Option<Zone>,
    /// The month in which the business year begins, from 1.
    pub fiscal_start: Option<i8>,
    pub sprints: Option<Sprints>,
    /// Words that everybody here understands, and what they mean: "EOD" is "18:00 UTC".
    pub words: Vec<(String, String)>,
    pub team: Team,
}

/// Who works here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Team {
    pub members: Members,
    /// Groups with somebody behind them at any time, as [`Team::plain`] writes them.
    pub groups: Vec<String>,
    /// Who is in a group, where its people are listed: its name as [`Team::plain`] writes it, and theirs.
    pub inside: Vec<(String, Vec<String>)>,
    /// Names and handles of those who have left.
    pub former: Vec<String>,
}

/// The people of a team.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Members {
    /// Their names and handles.
    pub names: Vec<String>,
    /// The words of these, in small letters: each text asks for them.
    words: HashSet<String>,
}

impl Members {
    pub fn of(names: Vec<String>) -> Self {
        let words = names.iter().flat_map(|name| name.split([' ', '@', '-', '_'])).map(str::to_lowercase);
        Self { words: words.filter(|it| !it.is_empty()).collect(), names }
    }

    /// Whether a word, in small letters, is of a name or a handle.
    pub fn has_word(&self, word: &str) -> bool {
        self.words.contains(word)
    }
}

impl Team {
    /// Whether a group has somebody behind it: a rotation that everybody here knows.
    pub fn stands_behind(&self, group: &str) -> bool {
        let name = Team::plain(group);
        self.groups.contains(&name)
    }

    /// Whether somebody is in a group; none where nobody says who is.
    pub fn is_in(&self, person: &str, group: &str) -> Option<bool> {
        let group = Team::plain(group);
        let (_, people) = self.inside.iter().find(|(name, _)| *name == group)?;
        Some(people.iter().any(|it| Team::is_same(it, person)))
    }

    /// Whether somebody has left.
    pub fn has_left(&self, person: &str) -> bool {
        self.former.iter().any(|it| Team::is_same(it, person))
    }

    /// Whether two names or handles are of one person: "@Ada" and "ada".
    pub fn is_same(one: &str, other: &str) -> bool {
        let plain = |name: &str| name.trim().trim_start_matches('@').to_lowercase();
        plain(one) == plain(other)
    }

    /// The name of a group as it is compared: "@shop/core", "the Core team" and "core" are one.
    pub fn plain(group: &str) -> String {
        let lower = group.trim().trim_end_matches([':', '.']).to_lowercase();
        let name = lower.rsplit('/').next().unwrap_or(&lower).trim_start_matches('@');
        let name = name.strip_prefix("the ").unwrap_or(name);
        let name = name.strip_suffix(" team").or_else(|| name.strip_suffix("-team")).unwrap_or(name);
        name.replace([' ', '_'], "-")
    }
}

/// A time zone and its name.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    pub name: String,
    pub zone: TimeZone,
}

/// Sprints of one length, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sprints {
    pub first_day: Date,
    /// Whole weeks, at least one.
    pub weeks: u8,
}

impl Readers {
    /// The zone that settles what a time without one means: the team's own, or the only one that anybody reads in.
    pub fn one_zone(&self) -> Option<&Zone> {
        let only = || self.zones.first().filter(|_| self.zones.len() == 1);
        self.own_zone.as_ref().or_else(only)
    }

    /// What a phrase means to everybody here, where that was written down.
    pub fn meaning(&self, phrase: &str) -> Option<&str> {
        if self.words.is_empty() {
            return None;
        }
        let lower = phrase.to_lowercase();
        self.words.iter().find(|(word, _)| holds(&lower, word)).map(|(_, meaning)| meaning.as_str())
    }

    /// The same, with the place of the words in the phrase.
    pub fn place_of_meaning(&self, phrase: &str) -> Option<(Range<usize>, &str)> {
        let lower = phrase.to_lowercase();
        let (word, meaning) = self.words.iter().find(|(word, _)| holds(&lower, word))?;
        // Small letters may be longer than their capitals: the place is looked for in the phrase itself.
        let starts =
            |at: &usize| phrase[*at..].chars().flat_map(char::to_lowercase).take(word.chars().count()).eq(word.chars());
        let start = phrase.char_indices().map(|(at, _)| at).find(starts)?;
        let end = phrase[start..].char_indices().nth(word.chars().count()).map_or(phrase.len(), |(at, _)| start + at);
        Some((start..end, meaning.as_str()))
    }
}

/// Whether a word stands in a text as a whole. Both are lower case.
fn holds(text: &str, word: &str) -> bool {
    let is_letter = |it: char| it.is_alphanumeric();
    text.match_indices(word).any(|(at, _)| {
        !text[..at].ends_with(is_letter) && !text[at + word.len()..].starts_with(is_letter) && !word.is_empty()
    })
}

impl Zone {
    /// The zone of an IANA name, such as `Europe/Berlin`, or `UTC`.
    pub fn named(name: &str) -> Option<Zone> {
        let zone = TimeZone::get(name).ok()?;
        let name = zone.iana_name().unwrap_or(name).to_owned();
        Some(Zone { name, zone })
    }

    /// The name as people say it: "Los Angeles", "UTC".
    pub fn city(&self) -> String {
        self.name.rsplit('/').next().unwrap_or(&self.name).replace('_', " ")
    }
}

impl Sprints {
    /// The last day of the sprint that a day is in.
    pub fn end_of(&self, day: Date) -> Option<Date> {
        let length = i64::from(self.weeks.max(1)) * 7;
        let days = i64::from(self.first_day.until(day).ok()?.get_days());
        self.first_day.checked_add((days.div_euclid(length) * length + length - 1).days()).ok()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_group_goes_by_many_names() {
        let team = Team { groups: vec![Team::plain("on-call"), Team::plain("@shop/core")], ..Team::default() };
        assert!(
            team.stands_behind("Core team")
                && team.stands_behind("@shop/core")
                && team.stands_behind("the on call team")
        );
        assert!(!team.stands_behind("backend") && !team.stands_behind(""));
    }

    #[test]
    fn one_zone_is_said_once() {
        let zone = |name| Zone::named(name).expect(name);
        let team = Readers { zones: vec![zone("Europe/Berlin")], ..Readers::default() };
        assert_eq!(team.one_zone().map(Zone::city).as_deref(), Some("Berlin"));
        let spread = Readers { zones: vec![zone("Europe/Berlin"), zone("America/Los_Angeles")], ..Readers::default() };
        assert_eq!(spread.one_zone(), None);
        assert_eq!(spread.zones[1].city(), "Los Angeles");
    }

    #[test]
    fn a_word_of_the_house_is_a_whole_word() {
        let words = vec![("eod".to_owned(), "18:00 UTC".to_owned())];
        let readers = Readers { words, ..Readers::default() };
        assert_eq!(readers.meaning("by EOD, please"), Some("18:00 UTC"));
        assert_eq!(readers.meaning("the geodata"), None);
    }

    #[test]
    fn a_sprint_ends_before_the_next_begins() {
        let sprints = Sprints { first_day: date(2026, 11, 2), weeks: 2 };
        assert_eq!(sprints.end_of(date(2026, 11, 2)), Some(date(2026, 11, 15)));
        assert_eq!(sprints.end_of(date(2026, 11, 16)), Some(date(2026, 11, 29)));
        assert_eq!(sprints.end_of(date(2026, 11, 1)), Some(date(2026, 11, 1)));
    }
}
