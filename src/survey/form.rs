//! What the file names of a folder have in common: `0012-…`, `adr-012-…`, `2026-11-20-…`.

use std::collections::BTreeMap;

use crate::words::digit::leading_digits;

/// The form of most file names of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// The same words, then a number: `adr-[0-9]*`.
    Opening(String),
    /// A year anywhere: `*20[0-9][0-9]*`.
    Year,
}

impl Form {
    /// The pattern of such names, without their ending.
    pub fn pattern(&self) -> String {
        match self {
            Form::Opening(words) => format!("{}[0-9]*", globset::escape(words)),
            Form::Year => "*20[0-9][0-9]*".to_owned(),
        }
    }
}

/// The form that nine in ten of the names share.
pub fn shared<'n>(names: impl Iterator<Item = &'n str> + Clone) -> Option<Form> {
    let count = names.clone().count();
    let is_most = |number: usize| number > 0 && number * 10 >= count * 9;
    // Case means nothing to a glob; a person wants to see the names as they are.
    let mut openings: BTreeMap<String, (&str, usize)> = BTreeMap::new();
    for opening in names.clone().filter_map(opening) {
        openings.entry(opening.to_lowercase()).or_insert((opening, 0)).1 += 1;
    }
    let opening = openings.into_values().max_by_key(|(_, number)| *number).filter(|(_, number)| is_most(*number));
    let years = || is_most(names.clone().filter(|name| has_year(name)).count());
    opening.map(|(words, _)| Form::Opening(words.to_owned())).or_else(|| years().then_some(Form::Year))
}

/// Whether nine in ten of the names hold a year and a month.
pub fn are_dated<'n>(names: impl Iterator<Item = &'n str> + Clone) -> bool {
    let count = names.clone().count();
    count > 0 && names.filter(|name| has_month(name)).count() * 10 >= count * 9
}

/// Whether nine in ten of the names count their documents: a number of two digits or more that is no year.
pub fn are_numbered<'n>(names: impl Iterator<Item = &'n str> + Clone) -> bool {
    let is_number = |name: &str| {
        let digits = name.find(|it: char| it.is_ascii_digit()).map_or(0, |at| leading_digits(&name[at..]));
        (2..=5).contains(&digits) && !has_month(name)
    };
    let count = names.clone().count();
    count > 0 && names.filter(|name| is_number(name)).count() * 10 >= count * 9
}

/// What stands before the first digit.
fn opening(name: &str) -> Option<&str> {
    name.find(|it: char| it.is_ascii_digit()).map(|at| &name[..at])
}

/// Where years of this century begin.
fn years(name: &str) -> impl Iterator<Item = &str> {
    let is_year = |rest: &&str| rest.len() >= 4 && rest.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    name.match_indices("20").map(|(at, _)| &name[at..]).filter(is_year)
}

fn has_year(name: &str) -> bool {
    years(name).next().is_some()
}

/// A year, perhaps a mark, and a month: `2026-11`, `202611`.
fn has_month(name: &str) -> bool {
    years(name).any(|rest| {
        let rest = rest[4..].trim_start_matches(['-', '_', '.', ' ']);
        rest.as_bytes().get(..2).is_some_and(|it| matches!(it, [b'0', b'1'..=b'9'] | [b'1', b'0'..=b'2']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str]) -> Option<Form> {
        shared(names.iter().copied())
    }

    #[test]
    fn what_names_share() {
        assert_eq!(of(&["0001-use-a-queue.md", "0002-drop-it.md"]), Some(Form::Opening(String::new())));
        assert_eq!(of(&["adr-001.md", "ADR-002-b.md"]), Some(Form::Opening("adr-".to_owned())));
        assert_eq!(of(&["Call 3 2026-01-02.md", "Meeting 2026-01-09.md"]), Some(Form::Year));
        assert_eq!(of(&["queue.md", "2026.md"]), None);
        assert_eq!(of(&[]), None);
        assert_eq!(Form::Opening("a[b".to_owned()).pattern(), "a[[]b[0-9]*");
    }

    #[test]
    fn dates_and_numbers() {
        assert!(are_dated(["2026-11-20.md", "notes_20261104.md"].into_iter()));
        assert!(!are_dated(["2026.md", "0020-use.md"].into_iter()));
        assert!(are_numbered(["0001-a.md", "adr-0020-b.md"].into_iter()));
        assert!(!are_numbered(["2026-11-20.md", "é2.md"].into_iter()));
    }
}
