//! What a file's name says: for many minutes and reports it is the only place of their date.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

/// `2026-11-20-notes`, `20261120_notes`, `minutes.2026.11.20`.
static NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[^0-9])((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?:[^0-9]|$)")
        .expect("a constant pattern")
});

/// `2026-11/nov-20`: the year in the folder, the rest in the name.
static FOLDER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)(?:^|[^0-9])((?:19|20)\d\d)(?:[-_./]\d\d?)?/",
        r"(?:(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|(0[1-9]|1[0-2]))[-_.](0?[1-9]|[12]\d|3[01])(?:[^0-9]|$)"
    ))
    .expect("a constant pattern")
});

/// The date in a path: in the file's name, or in its folder and its name together.
pub fn date(path: &str) -> Option<Date> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let found = NUMBERS.captures(name).map(|it| (it[1].to_owned(), it[2].to_owned(), it[3].to_owned()));
    let found = found.or_else(|| {
        let it = FOLDER.captures(path)?;
        let month = it.get(2).or(it.get(3))?.as_str().to_ascii_lowercase();
        Some((it[1].to_owned(), month, it[4].to_owned()))
    });
    let (year, month, day) = found?;
    Date::new(year.parse().ok()?, number(&month)?, day.parse().ok()?).ok()
}

fn number(month: &str) -> Option<i8> {
    const NAMES: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let named = NAMES.iter().position(|name| month.starts_with(name)).map(|at| at as i8 + 1);
    named.or_else(|| month.parse().ok())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::date;

    #[test]
    fn dates_in_names_and_folders() {
        assert_eq!(date("minutes/LDM-2026-11-20.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("adr/20261120-use-queues.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("meetings/2026-11/nov-20.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("meetings/2026/11-20.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("adr/0012-use-queues.md"), None);
        assert_eq!(date("notes/202611200001.md"), None);
        assert_eq!(date("meetings/2026-02-30.md"), None);
    }
}
