//! `rules/agree/name-contradicts-title.md`

use std::ops::Range;

use jiff::civil::Date;

use crate::document::{Document, Place};
use crate::finding::{Findings, Flag};
use crate::text::Span;
use crate::words::address::local;
use crate::words::date::numeric::{self, Order};
use crate::words::digit::{self, leading_digits};
use crate::words::english::convened;
use crate::words::file_name::day;
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
    } else if let Some((named, said, range)) = neither_day(doc, path, text) {
        let flag = found.flag(place(&range), format!("the name of the file says {named}"));
        flag.asks(format!("Is this of {said}, or of the day that the name says?"));
    } else if let Some((named, range)) = other_day_in_numbers(doc, path, text) {
        let flag = found.flag(place(&range), format!("the name of the file says {named}"));
        flag.asks(format!("Is this of {named}, or of the day that the title says?"));
    } else if let Some((named, range)) = other_numbers(doc, path, text) {
        let flag = found.flag(place(&range), format!("the name of the file says {named}"));
        flag.asks("Is this of the day that the name says, or of that of the title?");
    }
    header(doc, path, text, found);
    opening(doc, path, text, found);
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

/// "Thank you for attending the meeting on 26 March", where the title and the name or the header agree on another day.
fn opening(doc: &Document, path: &str, title: &str, found: &mut Findings) {
    const FIRST: usize = 2;
    let Some(titled) = date::only(title).and_then(|it| it.date()).filter(|_| doc.is_minutes()) else { return };
    let header = || doc.field(&["date", "meeting date", "date and time", "date & time"]).map(|it| it.text.clone());
    let is_titled = |day: Option<Date>| day.is_some_and(|it| !is_apart(it, titled));
    if !is_titled(file_name::in_path(path)) && !is_titled(header().and_then(|it| date::only(&it)?.date())) {
        return;
    }
    let prose = doc.prose();
    let sentences = prose.sentences().iter().filter(|it| it.place == Place::Paragraph).take(FIRST);
    for sentence in sentences {
        let told = convened::on(prose.said(sentence)).and_then(|it| Some((it.date()?, it.range)));
        if let Some((said, range)) = told.filter(|(said, _)| is_apart(*said, titled)) {
            let flag = found.flag(prose.span_in(sentence, &range), format!("the title says {titled}"));
            flag.asks(format!("Is this of {titled} or of {said}?"));
            flag.message = Some("the title and the first words do not agree".to_owned());
            return;
        }
    }
}

/// Two days of one meeting or report, and where in what is said of it the second stands.
fn days(doc: &Document, path: &str, title: &str, said: &str) -> Option<(Date, Date, Range<usize>)> {
    let named = file_name::date(path).filter(|_| is_of_its_day(doc, path, title))?;
    let mention = date::only(said)?;
    let said = mention.date()?;
    is_apart(named, said).then_some((named, said, mention.range))
}

/// The same of a name that can be read in two ways, where the title says neither of both days.
fn neither_day<'p>(doc: &Document, path: &'p str, title: &str) -> Option<(&'p str, Date, Range<usize>)> {
    let (range, days) = file_name::either_date(path).filter(|_| file_name::date(path).is_none())?;
    let mention = date::only(title).filter(|_| is_of_its_day(doc, path, title))?;
    let said = mention.date()?;
    days.iter().all(|it| is_apart(*it, said)).then_some((&path[range], said, mention.range))
}

/// The same where the title has its day in numbers, too: whichever of them is the month, "12062019" is no "12/09/2019".
fn other_numbers<'p>(doc: &Document, path: &'p str, title: &str) -> Option<(&'p str, Range<usize>)> {
    let (range, named) = file_name::either_date(path).filter(|_| file_name::date(path).is_none())?;
    let (said, days) = only_in_numbers(doc, path, title)?;
    let is_other = |day: &Date| named.iter().all(|it| is_apart(*it, *day));
    days.iter().all(is_other).then_some((&path[range], said))
}

/// The only day of a title, where it stands there in numbers, and in each order in which it is one.
fn only_in_numbers(doc: &Document, path: &str, title: &str) -> Option<(Range<usize>, Vec<Date>)> {
    if !date::mentions(title).is_empty() || !is_of_its_day(doc, path, title) {
        return None;
    }
    let mut all = numeric::with_year(title);
    let (day, year) = all.next().filter(|_| all.next().is_none())?;
    let days: Vec<Date> = Order::BOTH.into_iter().filter_map(|it| day.read(it, year)).collect();
    (!days.is_empty()).then_some((day.range, days))
}

/// The day of the name, and where in the title one stands in numbers that is another one, whichever of them is the month.
fn other_day_in_numbers(doc: &Document, path: &str, title: &str) -> Option<(Date, Range<usize>)> {
    let named = file_name::date(path)?;
    let (range, days) = only_in_numbers(doc, path, title)?;
    // "20261019-keepers-13-11-26" has both.
    let joined = |text: &str| text.replace(|it: char| !it.is_ascii_alphanumeric(), "-");
    if joined(local::name(path)).contains(&joined(&title[range.clone()])) {
        return None;
    }
    days.iter().all(|it| is_apart(named, *it)).then_some((named, range))
}

/// Meetings over midnight have both days right.
fn is_apart(named: Date, said: Date) -> bool {
    named.since(said).is_ok_and(|it| it.get_days().abs() > 1)
}

/// Whether a text is of a meeting or reports, and so of the day in its name.
fn is_of_its_day(doc: &Document, path: &str, title: &str) -> bool {
    const REPORTS: &[&str] = &["status", "report", "update", "newsletter"];
    let lower = title.to_lowercase();
    let is_of_day = doc.is_minutes() || REPORTS.iter().any(|it| lower.contains(it));
    // "Talk before the meeting of 20 November" is of another day, and says so.
    const BESIDE: &[&str] = &[
        "prepar",
        "before",
        "next",
        "follow",
        "since",
        // What somebody looks back at was some days before.
        "retrospective for",
        "retrospective of",
        "postmortem of",
        "postmortem for",
        "post-mortem of",
        "post-mortem for",
    ];
    let is_beside = BESIDE.iter().any(|it| lower.contains(it));
    is_of_day && !is_beside && !file_name::is_copy(path) && !is_post(path) && !day::is_named_too(path)
}

/// The name of a post is of the day on which it was published.
fn is_post(path: &str) -> bool {
    local::folders(path).any(|it| matches!(local::name(it), "blog" | "blogs" | "_posts" | "posts"))
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
