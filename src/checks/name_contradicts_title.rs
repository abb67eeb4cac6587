//! `rules/agree/name-contradicts-title.md`

use std::ops::Range;

use jiff::civil::Date;

use crate::document::Document;
use crate::finding::{Findings, Flag};
use crate::text::Span;
use crate::words::address::local;
use crate::words::digit::{self, leading_digits};
use crate::words::{date, file_name, serial};

pub fn check(doc: &Document, found: &mut Findings) {
    let Some(path) = doc.source().path() else { return };
    let Some(title) = doc.title() else { return header(doc, path, "", found) };
    let prose = doc.prose();
    let clean = prose.clean_range(title.heading);
    let text = &prose.text()[clean.clone()];
    let place = |range: &Range<usize>| prose.span(clean.start + range.start..clean.start + range.end);
    if let Some((named, said, range)) = days(doc, path, text, text) {
        flag_day(found, named, said, place(&range));
    }
    header(doc, path, text, found);
    if let Some((named, said, range)) = numbers(path, text) {
        let at = place(&range);
        let flag = found.flag(at, format!("the name of the file says {named}"));
        flag.asks(format!("Which of them do others mean: number {named} or number {said}?"));
        let width = range.len();
        flag.suggest(format!("write {named:0width$}"), at, format!("{named:0width$}"));
    }
}

fn flag_day(found: &mut Findings, named: Date, said: Date, at: Span) -> &mut Flag {
    let flag = found.flag(at, format!("the name of the file says {named}"));
    flag.asks(format!("Is this of {named} or of {said}?"));
    flag.suggest(format!("write {named}"), at, named.to_string());
    flag
}

/// The day of the header, where the title has none. What stands in front matter may be the day on which a page was published.
fn header(doc: &Document, path: &str, title: &str, found: &mut Findings) {
    let field = doc.field(&["date", "meeting date", "date and time"]).filter(|it| !it.in_front_matter);
    let Some(value) = field.map(|it| it.value).filter(|_| !date::has_date(title)) else { return };
    if let Some((named, said, range)) = days(doc, path, title, doc.at(value)) {
        let flag = flag_day(found, named, said, Span::from(range).after(value.start));
        flag.message = Some("the name of the file and its date do not agree".to_owned());
    }
}

/// Two days of one meeting or report, and where in what is said of it the second stands. Meetings over midnight have both
/// days right.
fn days(doc: &Document, path: &str, title: &str, said: &str) -> Option<(Date, Date, Range<usize>)> {
    const REPORTS: &[&str] = &["status", "report", "update", "newsletter"];
    let lower = title.to_lowercase();
    let is_of_day = doc.is_minutes() || REPORTS.iter().any(|it| lower.contains(it));
    // "Talk before the meeting of 20 November" is of another day, and says so.
    let is_beside = ["prepar", "before", "next", "follow", "since"].iter().any(|it| lower.contains(it));
    let named = file_name::date(path).filter(|_| is_of_day && !is_beside && !file_name::is_copy(path))?;
    let mention = date::only(said)?;
    let said = mention.date()?;
    let apart = named.since(said).ok()?.get_days().abs();
    (apart > 1).then_some((named, said, mention.range))
}

/// Two numbers of one record, and where in its title the second stands.
fn numbers(path: &str, title: &str) -> Option<(u32, u32, Range<usize>)> {
    const DIGITS: usize = 3;
    const NEAR: u32 = 10;
    let named = serial::of_path(path)?;
    let name = local::name(path);
    let is_padded = name.starts_with('0') && leading_digits(name) >= DIGITS;
    let is_record = named.series.as_deref().map_or(is_padded, serial::is_series);
    let (said, _) = serial::of_title(title).filter(|_| is_record)?;
    let is_same_series = match (&said.series, &named.series) {
        (Some(said), Some(named)) => said == named,
        // "UTF-8 in names" is number 28 of another series.
        (Some(said), None) => serial::is_series(said),
        // "1. Why" begins a text with many such headings.
        (None, _) => title.starts_with(|it: char| it.is_ascii_digit()) && said.number.abs_diff(named.number) <= NEAR,
    };
    // A record that was written from a form keeps its zeros for a while.
    let is_open = said.number == 0 || named.number == 0;
    let is_other = said.number != named.number && is_same_series && !is_open;
    digit::numbers(title).next().filter(|_| is_other).map(|it| (named.number, said.number, it))
}
