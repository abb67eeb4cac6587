//! What a file's name says: for many minutes and reports it is the only place of their date.

pub mod day;
mod either;
mod form;
mod sample;

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use super::date::numeric::Order;
use super::date::{MONTH, month as month_named};
use super::export;
use crate::words::address::local;
use crate::words::pattern::Pattern;
use jiff::civil::{Date, ISOWeekDate, Weekday};

pub use either::either_date;
pub use form::{is_about_form, is_form, is_of_unwritten, is_template, names_form, stands_for_others};
pub use sample::{is_below_tests, is_data_of_tests, is_of_sample};

/// `2026-11-20-notes`, `20261120_notes`, `20261120164834_notes`, `minutes.2026.11.20`, `2026-9-5`.
static NUMBERS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?:^|[^0-9])((?:19|20)\d\d)",
        r"(?:[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?:[0-2]\d[0-5]\d[0-5]\d)?|[-_.](0?[1-9]|1[0-2])[-_.](0?[1-9]|[12]\d|3[01]))(?:[^0-9]|$)"
    ))
});

/// `2026-11/nov-20`: the year in the folder, the rest in the name.
static FOLDER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:^|[^0-9])((?:19|20)\d\d)(?:[-_./]\d\d?)?/",
        r"(?:(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|(?:[a-z]+[-_]){0,3}(0[1-9]|1[0-2]))[-_.](0?[1-9]|[12]\d|3[01])(?:[^0-9]|$)"
    ))
});

/// `08 Feb 2026`, `november-20-2026`.
static WORDS: LazyLock<Pattern> = LazyLock::new(|| {
    let (day, year) = (r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?", r"((?:19|20)\d\d)(?:[^0-9]|$)");
    Pattern::new(&format!(
        r"(?i)(?:^|[^0-9]){day}[-_. ]{{1,2}}({MONTH})[-_., ]{{1,2}}{year}|(?:^|[^a-z])({MONTH})[-_. ]{{1,2}}{day}[-_., ]{{1,2}}{year}"
    ))
});

/// `2026-Nov-20-general`, `2026 November 20th`.
static YEAR_FIRST: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        r"(?i)(?:^|[^0-9])((?:19|20)\d\d)[-_. ]{{0,2}}({MONTH})[-_. ]{{0,2}}(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:[^0-9a-z]|$)"
    ))
});

/// `2026/November/20`, and no `2026/November/20 ways to fail`.
static FOLDERS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        r"(?i)(?:^|[^0-9])((?:19|20)\d\d)/(?:[01]?\d[-_. ]{{1,3}})?({MONTH})/([0-2]?\d|3[01])(?:st|nd|rd|th)?(?:$|[./]|[-_ ](?:meeting|minutes|notes|sync|call|agenda|weekly|general))"
    ))
});

/// `2026-W47`
static WEEK: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?i)(?:^|[^0-9a-z])(20\d\d)[-_/]?w([0-5]\d)(?:[^0-9a-z]|$)"));

/// Day and month of two numbers, where they can be read in one way alone.
fn in_one_order(one: &str, other: &str) -> Option<(String, String)> {
    let order = Order::only(one.parse().ok()?, other.parse().ok()?)?;
    Some(order.month_and_day(one.to_owned(), other.to_owned()))
}

/// The date in a path: in the file's name, or in its folder and its name together.
pub fn date(path: &str) -> Option<Date> {
    // The digits of an id may look like a date.
    let path = &*export::plain(path);
    // Each has a year, and most paths have none.
    let is_year = |it: &[u8]| matches!(it, [b'1', b'9', ..] | [b'2', b'0', ..]) && it.iter().all(u8::is_ascii_digit);
    path.as_bytes().windows("2026".len()).find(|it| is_year(it))?;
    let name = local::name(path);
    let found = NUMBERS.captures(name).and_then(|it| {
        let (month, day) = (it.get(2).or(it.get(4))?, it.get(3).or(it.get(5))?);
        Some((it[1].to_owned(), month.as_str().to_owned(), day.as_str().to_owned()))
    });
    let found = found.or_else(|| {
        // "2019/06_05_2019" may be a day of May or of June.
        let it = FOLDER.captures(path).filter(|it| it.get(3).is_none() || !ends_in_year(name, &it[4]))?;
        let month = it.get(2).or(it.get(3))?.as_str().to_ascii_lowercase();
        Some((it[1].to_owned(), month, it[4].to_owned()))
    });
    let found = found.or_else(|| {
        let it = WORDS.captures(name)?;
        let (month, day, year) = (it.get(2).or(it.get(4))?, it.get(1).or(it.get(5))?, it.get(3).or(it.get(6))?);
        Some((year.as_str().to_owned(), month.as_str().to_ascii_lowercase(), day.as_str().to_owned()))
    });
    let found = found.or_else(|| {
        let it = YEAR_FIRST.captures(name).or_else(|| FOLDERS.captures(path))?;
        Some((it[1].to_owned(), it[2].to_ascii_lowercase(), it[3].to_owned()))
    });
    let found = found.or_else(|| {
        let ([one, other, year], _) = either::parts(name)?;
        let (month, day) = in_one_order(one, other)?;
        Some((year.to_owned(), month, day))
    });
    let (year, month, day) = found?;
    Date::new(year.parse().ok()?, month_named(&month).or(month.parse().ok())?, day.parse().ok()?).ok()
}

/// Whether a year stands behind the day in a name, and the day could be a month as well.
fn ends_in_year(name: &str, day: &str) -> bool {
    static YEAR: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"\d[-_.](?:19|20)\d\d(?:[^0-9]|$)"));
    day.parse::<u8>().is_ok_and(|day| day <= 12) && YEAR.is_match(name)
}

static PATH: LazyLock<Pattern> = LazyLock::new(|| {
    let iso = r"(?P<y>20\d\d)[-_./]?(?P<m>[01]\d)[-_./]?(?P<d>[0-3]\d)(?:[^\d]|$)";
    let words = format!(r"(?P<wy>20\d\d)(?:[-/]\d\d)?/[^/]*?(?P<wm>{MONTH})[-_ ]?(?P<wd>[0-3]?\d)(?:[^\d]|$)");
    Pattern::new(&format!(r"(?i)(?:^|[^\d])(?:{iso}|{words})"))
});

/// The date that a path carries anywhere, its folders included: `2026/11/20/post.md`. The file's own name comes first: an
/// archive is younger than what it keeps.
pub fn in_path(path: &str) -> Option<Date> {
    let path = &*export::plain(path);
    if let Some(date) = date(path) {
        return Some(date);
    }
    let found = PATH.captures_iter(path).last()?;
    let number = |name: &str| found.name(name).and_then(|it| it.as_str().parse::<i16>().ok());
    let by_name = found.name("wm").and_then(|it| month_named(it.as_str()));
    let (year, day) = (number("y").or(number("wy"))?, number("d").or(number("wd"))?);
    Date::new(year, by_name.or(number("m").map(|it| it as i8))?, day as i8).ok()
}

/// The Monday of the week that a path names: for what tells of a week, its days are as good as one.
pub fn week(path: &str) -> Option<Date> {
    let found = WEEK.captures_iter(path).last()?;
    let week = ISOWeekDate::new(found[1].parse().ok()?, found[2].parse().ok()?, Weekday::Monday).ok()?;
    Some(week.date())
}

/// The path of a folder of one day as if it were a file, for the page that stands for the folder: `sync/2026-11-20.md` for
/// `sync/2026-11-20/README.md`.
pub fn of_folder(path: &str) -> Option<String> {
    let folder = local::folder(path);
    let begins_with_digit = local::name(folder).starts_with(|it: char| it.is_ascii_digit());
    let is_of_day = || in_path(folder).is_some() && in_path(local::folder(folder)).is_none();
    (local::is_folder_page(path) && begins_with_digit && is_of_day()).then(|| format!("{folder}.md"))
}

/// "20-november-2026-3.md": a program numbered the copies of one name, which then says nothing of any.
pub fn is_copy(path: &str) -> bool {
    let stem = local::name(path).rsplit_once('.').map_or("", |it| it.0);
    let mut parts = stem.rsplit('-');
    let mut is_number = |length: RangeInclusive<usize>| {
        parts.next().is_some_and(|it| length.contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit()))
    };
    is_number(1..=2) && is_number(4..=4)
}

/// The words of a name, in small letters: `usage-swift`, `usage_swift` and `usageSwift` are two each.
pub fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = '-';
    for letter in name.chars() {
        if letter.is_alphanumeric() {
            let begins = !before.is_alphanumeric() || before.is_lowercase() && letter.is_uppercase();
            if begins || words.is_empty() {
                words.push(String::new());
            }
            words.last_mut().expect("a word was begun").extend(letter.to_lowercase());
        }
        before = letter;
    }
    words
}

/// How names begin that files of many folders have, each its own.
const COMMON: &[&str] = &[
    "readme",
    "license",
    "licence",
    "index.",
    "changelog",
    "contributing",
    "image",
    "config.",
    "docker-compose",
    "dockerfile",
    "kustomization",
    "makefile",
    "package.json",
    "agents.",
    "claude.",
    "main.",
    "mod.rs",
    "page.",
    "lib.rs",
    "skill.",
    "setup.",
    "values.",
    "__init__.",
];

/// Whether files of many folders have such a name: it says nothing of which one is meant.
pub fn is_common(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    COMMON.iter().any(|it| lower.starts_with(it))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::{date, in_path, of_folder, week};

    #[test]
    fn a_folder_of_one_day_is_a_text_of_that_day() {
        assert_eq!(of_folder("sync/2026-11-20/README.md").as_deref(), Some("sync/2026-11-20.md"));
        assert_eq!(of_folder("sync/2026/11/20-call/index.md").as_deref(), Some("sync/2026/11/20-call.md"));
        assert_eq!(of_folder("sync/2026-11-20/notes.md"), None);
        assert_eq!(of_folder("sync/2026-11-20/1/README.md"), None);
        assert_eq!(of_folder("sync/README.md"), None);
    }

    #[test]
    fn dates_in_names_and_folders() {
        assert_eq!(date("minutes/LDM-2026-11-20.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("adr/20261120-use-queues.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("meetings/2026-11/nov-20.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("meetings/2026/11-20.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("meetings/2026-9-5.md"), Some(day(2026, 9, 5)));
        assert_eq!(date("meetings/10-30-2026.md"), Some(day(2026, 10, 30)));
        assert_eq!(date("meetings/notes_30.10.2026.md"), Some(day(2026, 10, 30)));
        assert_eq!(date("meetings/05-06-2026.md"), None);
        assert_eq!(date("meetings/docs/2026/docs-11-20.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("adr/0012-use-queues.md"), None);
        assert_eq!(date("notes/2026/06_05_2026.md"), None);
        assert_eq!(date("notes/2026/06_25_2026.md"), Some(day(2026, 6, 25)));
        assert_eq!(date("notes/202611200001.md"), None);
        assert_eq!(date("adr/20261120164834_use_queues.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("meetings/2026-02-30.md"), None);
        assert_eq!(date("meetings/08 Feb 2026.md"), Some(day(2026, 2, 8)));
        assert_eq!(date("meetings/summit_November-20th-2026.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("meetings/1 may 2026 years.md"), Some(day(2026, 5, 1)));
        assert_eq!(date("docs/dismay-20-2026.md"), None);
        assert_eq!(date("meetings/2026/11/2026-Nov-07-General.md"), Some(day(2026, 11, 7)));
        assert_eq!(date("meetings/2026-november-20.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("meetings/2026/November/20.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("meetings/2026/11-Nov/20-minutes.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("blog/2026/November/20-ways-to-fail.md"), None);
        assert_eq!(date("meetings/2026-mayor-20.md"), None);
        assert_eq!(date("meetings/minutes_20112026.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("meetings/minutes_05112026.md"), None);
        assert_eq!(date("meetings/11202026-minutes.md"), Some(day(2026, 11, 20)));
        assert_eq!(date("invoices/20112026.md"), None);
    }

    #[test]
    fn weeks_begin_on_monday() {
        assert_eq!(week("notes/2026-W47.md"), Some(day(2026, 11, 16)));
        assert_eq!(week("notes/2026/W47/sync.md"), Some(day(2026, 11, 16)));
        assert_eq!(week("notes/2026-W60.md"), None);
        assert_eq!(week("notes/2026-w4.md"), None);
    }

    #[test]
    fn dates_in_paths() {
        let date = |path| in_path(path).map(|it| it.to_string());
        assert_eq!(date("notes/2026/Q4/2026-11-20--sync.md").as_deref(), Some("2026-11-20"));
        assert_eq!(date("blog/2026/11/20/post.md").as_deref(), Some("2026-11-20"));
        assert_eq!(date("meetings/2026-11/nov-20.md").as_deref(), Some("2026-11-20"));
        assert_eq!(date("text/20261120.md").as_deref(), Some("2026-11-20"));
        assert_eq!(date("text/2657-roadmap-2026.md"), None);
        assert_eq!(date("archive/2026-11-20/2025-9-5.md").as_deref(), Some("2025-09-05"));
    }
}
