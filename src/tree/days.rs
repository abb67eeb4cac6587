//! In which order the texts of a series write their days in numbers: "meeting-3.md" of 09/02/22 beside "meeting-4.md" of
//! 16/02/22.

use std::ops::RangeInclusive;

use crate::text::border;
use crate::words::address::local;
use crate::words::date::numeric::{self, Order};

/// Texts of a series that are read, those beside one first.
const MOST_TEXTS: usize = 24;
/// So many have to tell the order, for one may have slipped.
const LEAST_TEXTS: usize = 2;
/// Nobody looks through a folder of thousands.
const NEAR: usize = 400;
/// The day of a text stands at its top.
const TOP: usize = 1000;

/// The order of days in the text at `path`, and what shows it: a template beside it spells it out, or texts of one series with
/// it by their names write days that can be read in one way only.
pub(super) fn order(path: &str, files: &[String], text: impl Fn(&str) -> Option<String>) -> Option<(Order, String)> {
    let folder = local::folder(path);
    let is_beside = |it: &&String| it.as_str() != path && local::folder(it) == folder && is_of_series(path, it);
    if let Some(told) = by_template(path, files, &text) {
        return Some(told);
    }
    let at = files.partition_point(|it| it.as_str() < path);
    let before = files[at.saturating_sub(NEAR)..at].iter().rev().filter(is_beside);
    let behind = files[at..].iter().take(NEAR).filter(is_beside);
    let mut known: Option<(Order, String)> = None;
    let mut count = 0;
    for file in before.take(MOST_TEXTS / 2).chain(behind.take(MOST_TEXTS / 2)) {
        let Some(text) = text(file) else { continue };
        let found = in_top(&text[..border(&text, TOP)]);
        match (&known, found) {
            (_, None) => {}
            (Some((order, _)), Some((other, _))) if *order != other => return None,
            (_, Some(found)) => {
                count += 1;
                known.get_or_insert(found);
            }
        }
    }
    known.filter(|_| count >= LEAST_TEXTS)
}

/// The order that a template beside a text spells out, "(today's date, `DD-MM-YYYY`)", and how it does.
fn by_template(path: &str, files: &[String], text: impl Fn(&str) -> Option<String>) -> Option<(Order, String)> {
    const MOST_TEMPLATES: usize = 2;
    let folder = local::folder(path);
    let at = files.partition_point(|it| it.as_str() < path);
    let near = files[at.saturating_sub(NEAR)..(at + NEAR).min(files.len())].iter();
    let is_template = |it: &&String| {
        let name = local::name(it).to_ascii_lowercase();
        local::folder(it) == folder && it.as_str() != path && name.contains("template") && name.ends_with(".md")
    };
    let told = near.filter(is_template).take(MOST_TEMPLATES).filter_map(|it| text(it));
    let mut told = told.filter_map(|text| spelt(&text[..border(&text, TOP)]));
    let first = told.next()?;
    told.all(|it| it.0 == first.0).then_some(first)
}

/// The only order that the top of a template spells out.
fn spelt(top: &str) -> Option<(Order, String)> {
    const DAY: &[&str] = &["DD-MM-YY", "DD/MM/YY", "DD.MM.YY"];
    const MONTH: &[&str] = &["MM-DD-YY", "MM/DD/YY", "MM.DD.YY"];
    let upper = top.to_ascii_uppercase();
    let find = |all: &[&str]| all.iter().find_map(|it| Some(top[upper.find(it)?..][..it.len()].to_owned() + "YY"));
    match (find(DAY), find(MONTH)) {
        (Some(day), None) => Some((Order::DayFirst, day)),
        (None, Some(month)) => Some((Order::MonthFirst, month)),
        _ => None,
    }
}

/// The first day with its year that can be read in one order only.
fn in_top(top: &str) -> Option<(Order, String)> {
    let days = top.lines().flat_map(|line| numeric::all(line).map(move |it| (line, it)));
    let mut clear = days.filter(|(_, it)| it.year.is_some() && !it.is_ambiguous());
    clear.find_map(|(line, it)| Some((it.order()?, line[it.range.clone()].to_owned())))
}

/// Whether two names are the same but for their digits, "meeting4.md", "meeting12.md", or begin with numbers of one series:
/// "0004-doors.md", "0012-locks.md".
fn is_of_series(path: &str, other: &str) -> bool {
    fn letters(path: &str) -> impl Iterator<Item = u8> + '_ {
        local::name(path).bytes().filter(|it| !it.is_ascii_digit())
    }
    let is_counted = || serial(path).is_some_and(|width| serial(other) == Some(width));
    letters(path).eq(letters(other)) && local::name(path).bytes().any(|it| it.is_ascii_digit()) || is_counted()
}

/// How many digits the number has that a name begins with, as a register of texts counts them. Chapters have two, and a year
/// counts nothing.
fn serial(path: &str) -> Option<usize> {
    const DIGITS: RangeInclusive<usize> = 3..=5;
    let name = local::name(path);
    let (number, rest) = name.split_at(name.bytes().take_while(u8::is_ascii_digit).count());
    let is_year = number.len() == 4 && ["19", "20"].iter().any(|it| number.starts_with(it));
    (DIGITS.contains(&number.len()) && rest.starts_with(['-', '_']) && !is_year).then_some(number.len())
}

#[cfg(test)]
mod tests {
    use super::{Order, order};

    fn told(path: &str, texts: &[(&str, &str)]) -> Option<(Order, String)> {
        let mut files: Vec<String> = texts.iter().map(|it| it.0.to_owned()).chain([path.to_owned()]).collect();
        files.sort();
        order(path, &files, |path| texts.iter().find(|it| it.0 == path).map(|it| it.1.to_owned()))
    }

    #[test]
    fn texts_of_a_series_tell_the_order() {
        let (third, fourth) =
            (("minutes/m3.md", "# Held on 16/02/22"), ("minutes/m4.md", "# Held on 23/02/22\n\n02/01/22"));
        assert_eq!(told("minutes/m2.md", &[third, fourth]), Some((Order::DayFirst, "16/02/22".to_owned())));
        assert_eq!(told("minutes/m2.md", &[third]), None);
        assert_eq!(told("minutes/m2.md", &[third, ("minutes/m5.md", "# Held on 02/23/22")]), None);
        assert_eq!(told("notes/m2.md", &[third, fourth]), None);
        assert_eq!(told("minutes/plan2.md", &[third, fourth]), None);
    }

    #[test]
    fn a_template_spells_the_order() {
        let template = ("rfc/0000-template.md", "- Start: (today, `DD-MM-YYYY`)");
        assert_eq!(told("rfc/0004-lamps.md", &[template]), Some((Order::DayFirst, "DD-MM-YYYY".to_owned())));
        assert_eq!(told("plan/0004-lamps.md", &[template]), None);
        assert_eq!(told("rfc/0004-lamps.md", &[(template.0, "DD-MM-YYYY or MM-DD-YYYY")]), None);
    }

    #[test]
    fn a_register_counts_its_texts() {
        let (doors, locks) = (("rfc/0003-doors.md", "Start: 16/02/22"), ("rfc/0012-locks.md", "Start: 23-02-2022"));
        assert_eq!(told("rfc/0004-lamps.md", &[doors, locks]), Some((Order::DayFirst, "16/02/22".to_owned())));
        assert_eq!(told("rfc/004-lamps.md", &[doors, locks]), None);
        assert_eq!(told("rfc/0004-lamps.md", &[doors, ("rfc/0012-locks.md", "Start: 02-23-2022")]), None);
        let years = [("posts/2021-doors.md", "16/02/22"), ("posts/2022-locks.md", "23/02/22")];
        assert_eq!(told("posts/2020-lamps.md", &years), None);
    }
}
