//! When a text was written and in whose time, as far as it says so itself: that makes "tomorrow" a day.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::Document;
use crate::words::{date, file_name};

/// The dates that a text gives itself.
#[derive(Debug, Default)]
pub struct Dated {
    /// Of the whole text: its header, its path, its title, its first lines.
    whole: Option<Date>,
    /// Of the parts below a dated heading, as a log of meetings has them: where the heading begins, and its date.
    parts: Vec<(usize, Date)>,
    /// It says once which time zone its times are in.
    declares_zone: bool,
}

const FIELDS: &[&str] = &[
    "date",
    "meeting date",
    "date/time",
    "date and time",
    "date & time",
    "date time",
    "meeting date/time",
    "meeting time",
    "time",
    "as of",
    "when",
    "published",
    "posted",
];
const ZONE_FIELDS: &[&str] = &["timezone", "time zone", "tz"];

/// A heading with more words than these beside its date speaks of the date; it is not dated by it.
const LONGEST_REST: usize = 32;

/// Words of a heading whose date is not the day of writing: "Phase 2 (due 2026-12-01)".
const OF_ANOTHER_DAY: &[&str] =
    &["due", "deadline", "until", "by", "before", "target", "planned", "eta", "phase", "milestone", "from", "since"];

/// A date stands in its text's first lines.
const FIRST_PASSAGES: usize = 4;

static DECLARED_ZONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?-u:\b)(?:all|the) (?:dates and )?times?(?: below| here)?(?: stamps)? (?:are |is |given |shown )*(?:in )?(?:UTC|GMT|[A-Z][a-z]+ time)(?-u:\b)|(?-u:\b)times? in UTC(?-u:\b)")
        .expect("a constant pattern")
});

pub fn of(doc: &Document) -> Dated {
    let in_field = || doc.fields().iter().filter(|it| FIELDS.contains(&it.name.as_str())).find_map(|it| full(&it.text));
    let in_path = || doc.source().path().and_then(file_name::in_path);
    let in_title = || doc.sections().first().and_then(|first| full(&first.title));
    let whole = in_field().or_else(in_path).or_else(in_title).or_else(|| in_first_lines(doc));
    let year = whole.map(Date::year);
    let part = |section: &super::Section| {
        let found = date::mentions(&section.title).into_iter().next()?;
        let speaks_of_it = section.name.split(' ').any(|word| OF_ANOTHER_DAY.contains(&word));
        let is_dated = section.title.len() - found.range.len() <= LONGEST_REST && !speaks_of_it;
        let day = found.date().or_else(|| found.in_year(year.filter(|_| found.year.is_none())?));
        day.filter(|_| is_dated).map(|day| (section.heading.start, day))
    };
    let parts = doc.sections().iter().filter_map(part).collect();
    let declares_zone = doc.fields().iter().any(|it| ZONE_FIELDS.contains(&it.name.as_str()))
        || DECLARED_ZONE.is_match(doc.prose().text());
    Dated { whole, parts, declares_zone }
}

fn full(text: &str) -> Option<Date> {
    date::mentions(text).iter().find_map(date::Mention::date).or_else(|| date::numeric::plain(text))
}

/// A line at the top that holds a date and little else.
fn in_first_lines(doc: &Document) -> Option<Date> {
    (0..doc.passages().len().min(FIRST_PASSAGES)).find_map(|index| {
        let text = doc.prose().passage(index);
        let Some(found) = date::mentions(text).into_iter().next() else {
            return date::numeric::plain(text).filter(|_| text.len() <= LONGEST_REST + "2026-11-20".len());
        };
        found.date().filter(|_| text.len() - found.range.len() <= LONGEST_REST)
    })
}

impl Document<'_> {
    /// The day on which the text at an offset was written.
    pub fn written_at(&self, offset: usize) -> Option<Date> {
        let dated = self.dated();
        let after = dated.parts.partition_point(|(start, _)| *start <= offset);
        after.checked_sub(1).map(|last| dated.parts[last].1).or(dated.whole)
    }

    /// Whether the text says once and for all which zone its times are in.
    pub fn declares_zone(&self) -> bool {
        self.dated().declares_zone
    }
}
