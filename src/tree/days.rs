//! In which order the texts of a series write their days in numbers: "meeting-3.md" of 09/02/22 beside "meeting-4.md" of
//! 16/02/22.

use crate::text::border;
use crate::words::address::local;
use crate::words::date::numeric::{self, Order};

/// Texts of a series that are read, those beside one first.
const MOST_TEXTS: usize = 24;
/// So many have to tell the order, for one may have slipped.
const LEAST_TEXTS: usize = 2;
/// The day of a text stands at its top.
const TOP: usize = 1000;

/// The order in which texts beside `path`, whose names differ from its own in nothing but digits, write days that can be read in
/// one way only, and one of those days.
pub(super) fn order(path: &str, files: &[String], text: impl Fn(&str) -> Option<String>) -> Option<(Order, String)> {
    let folder = local::folder(path);
    let is_beside = |it: &&String| it.as_str() != path && local::folder(it) == folder && is_of_series(path, it);
    let at = files.partition_point(|it| it.as_str() < path);
    // Nobody looks through a folder of thousands.
    const NEAR: usize = 400;
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

/// The first day with its year that can be read in one order only.
fn in_top(top: &str) -> Option<(Order, String)> {
    let days = top.lines().flat_map(|line| numeric::all(line).map(move |it| (line, it)));
    let mut clear = days.filter(|(_, it)| it.year.is_some() && !it.is_ambiguous());
    clear.find_map(|(line, it)| Some((it.order()?, line[it.range.clone()].to_owned())))
}

/// Whether two names are the same but for their digits: "meeting4.md", "meeting12.md".
fn is_of_series(path: &str, other: &str) -> bool {
    fn letters(path: &str) -> impl Iterator<Item = u8> + '_ {
        local::name(path).bytes().filter(|it| !it.is_ascii_digit())
    }
    letters(path).eq(letters(other)) && local::name(path).bytes().any(|it| it.is_ascii_digit())
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
}
