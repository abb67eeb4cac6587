//! `rules/when/weekday-date-mismatch.md`

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use crate::document::{Document, Said, Sentence};
use crate::finding::Findings;
use crate::text::{Span, border};
use crate::words::date::{self, Mention, numeric, weekday_name};
use crate::words::{case, file_name, year};

pub fn check(doc: &Document, found: &mut Findings) {
    check_numbers(doc, found);
    let prose = doc.prose();
    for Said { sentence, text, found: mentions, .. } in doc.in_sentences_with(&date::WORDS, date::mentions) {
        for mention in mentions {
            let span = prose.span_in(sentence, &mention.range);
            let year = mention.year.or_else(|| Some(doc.written_at(span.start)?.year()));
            if let (Some((weekday, name)), Some(year)) = (&mention.weekday, year)
                && let Some(date) = disagreeing(&mention, *weekday, year)
                && (mention.year.is_some() || !is_told_above(doc, &mention, *weekday, span))
            {
                let place = Place::of(doc, (sentence, text), &mention.range, name);
                report(doc, found, place, *weekday, date, mention.year.is_some());
            }
        }
    }
}

/// The same of dates in numbers that have one reading only.
fn check_numbers(doc: &Document, found: &mut Findings) {
    for Said { sentence, text, found: days, .. } in doc.in_sentences_with(&numeric::WORDS, numeric::on_weekdays) {
        for day in days.iter().filter(|day| day.date.weekday() != day.weekday) {
            let place = Place::of(doc, (sentence, text), &day.range, &day.name);
            report(doc, found, place, day.weekday, day.date, true);
        }
    }
}

/// Where a weekday and a date stand beside each other.
struct Place {
    /// Both, with what joins them.
    whole: Span,
    /// The weekday, with the dot that shortens it.
    name: Span,
    /// The date alone, where another one can be written over it: nothing but a date stands there.
    date: Option<Span>,
}

/// What follows the part of a day: "morning (April 3, 2026".
fn behind_part(text: &str, joins: impl Fn(char) -> bool) -> &str {
    let part = date::PARTS.split('|').find(|it| case::begins(text, it));
    part.map_or(text, |part| text[part.len()..].trim_start_matches(joins))
}

impl Place {
    fn of(doc: &Document, (sentence, text): (&Sentence, &str), whole: &Range<usize>, name: &Range<usize>) -> Self {
        let prose = doc.prose();
        let is_led = name.start == whole.start;
        let joins = |it: char| matches!(it, ' ' | ',' | '.' | '(' | '/' | '-');
        let date = match is_led {
            true => {
                whole.end - behind_part(text[name.end..whole.end].trim_start_matches(joins), joins).len()..whole.end
            }
            false => whole.start..whole.start + text[whole.start..name.start].trim_end_matches(joins).len(),
        };
        let is_short = !text[name.clone()].ends_with("day") && is_led && text[name.end..].starts_with('.');
        let span = prose.span_in(sentence, &date);
        // No mark of emphasis is written over, and no hour: "Fri Nov 19 17:00:00 UTC 2026".
        let is_date_alone = span.of(doc.text()) == &text[date.clone()] && !text[date].contains(':');
        Self {
            whole: prose.span_in(sentence, whole),
            name: prose.span_in(sentence, &(name.start..name.end + usize::from(is_short))),
            date: is_date_alone.then_some(span),
        }
    }
}

/// The date in `year`, where it falls on another weekday; where no year is written, in none of the years beside it either.
fn disagreeing(mention: &Mention, weekday: Weekday, year: i16) -> Option<Date> {
    let beside = if mention.year.is_some() { year..=year } else { year - 1..=year + 1 };
    let fits = beside.filter_map(|year| mention.in_year(year)).any(|date| date.weekday() == weekday);
    mention.in_year(year).filter(|_| !fits)
}

/// Whether a year that stands shortly before it makes it right: "submitted 2026-01-24 … on Monday, January 26".
fn is_told_above(doc: &Document, mention: &Mention, weekday: Weekday, at: Span) -> bool {
    const NEAR: usize = 600;
    let text = doc.text();
    let start = border(text, at.start.saturating_sub(NEAR));
    let near = &text[start..at.start];
    let mut years = year::all(near).filter_map(|at| near.get(at..at + 4)?.parse().ok());
    years.any(|year| mention.in_year(year).is_some_and(|it| it.weekday() == weekday))
}

fn report(doc: &Document, found: &mut Findings, at: Place, weekday: Weekday, date: Date, is_full: bool) {
    let Some(nearest) = date::nearest(date, weekday) else { return };
    let (is, meant) = (weekday_name(date.weekday()), weekday_name(weekday));
    let named = doc.source().path().and_then(file_name::date);
    // What is announced of another day has nothing to do with that of the file.
    let is_near = |it: &Date| it.day() == date.day() || it.since(date).is_ok_and(|it| it.get_days().abs() < 7);
    let of_file = named.filter(|it| it.weekday() == weekday && is_near(it));
    // In January people write the year that is over.
    let of_year = of_file.or_else(|| in_own_year(doc, named, date)).filter(|it| it.weekday() == weekday);
    let later = a_year_later(date).filter(|it| is_full && named != Some(date) && it.weekday() == weekday);
    let label = match (of_file, of_year, later) {
        (None, None, Some(day)) => format!("{date} is a {is}; {day}, a year later, is a {meant}"),
        (None, Some(day), _) => format!("{date} is a {is}; {day}, in the year of this text, is a {meant}"),
        (Some(day), ..) => format!("{date} is a {is}; {meant} is {day}, as in the name of the file"),
        _ if named == Some(date) => format!("{date}, which the name of the file has too, is a {is}"),
        _ => format!("{date} is a {is}; {meant} is {nearest}"),
    };
    let flag = found.flag(at.whole, label);
    let is_other = |it: &Date| is_full && Some(*it) != of_file && named != Some(date);
    let likely = of_year.or(later);
    let dates: Vec<Date> = likely.into_iter().chain(Some(nearest).filter(is_other)).collect();
    // Half of a choice is none.
    let Some(place) = at.date.or(dates.is_empty().then_some(at.name)) else { return };
    let mut offers: Vec<(Span, String)> = dates.iter().map(|it| (place, it.to_string())).collect();
    // Where the file has the weekday as well, it is the date that is wrong.
    let rank = if likely.is_some() { offers.len() } else { 0 };
    offers.insert(rank, (at.name, written_like(is, doc.at(at.name))));
    for (place, words) in offers {
        flag.suggest(format!("write {words}"), place, words);
    }
}

/// The name of a weekday as another one is written: in its case, and as short.
fn written_like(name: &str, other: &str) -> String {
    const SHORT: usize = 3;
    let bare = other.trim_end_matches('.');
    let is_whole = bare.len() >= "day".len() && bare.as_bytes()[bare.len() - 3..].eq_ignore_ascii_case(b"day");
    let name = if is_whole { name } else { &name[..SHORT] };
    format!("{}{}", case::like(name, bare), &other[bare.len()..])
}

/// In January and February people write the year that is over.
fn a_year_later(date: Date) -> Option<Date> {
    (date.month() <= 2).then(|| Date::new(date.year() + 1, date.month(), date.day()).ok()).flatten()
}

/// The day in the year of the text, where another one is written: its name or its title says which.
fn in_own_year(doc: &Document, named: Option<Date>, date: Date) -> Option<Date> {
    let in_title = || date::mentions(doc.title()?.short_title()).into_iter().find_map(|it| it.date());
    let year = named.or_else(in_title)?.year();
    let is_beside = (year - date.year()).abs() == 1;
    Date::new(year, date.month(), date.day()).ok().filter(|_| is_beside)
}
