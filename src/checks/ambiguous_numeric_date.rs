//! `rules/when/ambiguous-numeric-date.md`

use std::cell::LazyCell;
use std::collections::HashSet;

use jiff::civil::Date;

use crate::document::{Document, Place, Said, Sentence};
use crate::finding::{Edit, Findings, Suggestion};
use crate::text::{Origin, Span};
use crate::tree::Around;
use crate::words::date::numeric::{self, Numeric, Order};
use crate::words::date::{self, Mention, counted, told, weekday_beside};
use crate::words::english::{deadline, mood, written_day};
use crate::words::{file_name, near, platform, year};

/// A date that two readers read as two days.
struct Open {
    at: Span,
    date: Numeric,
    year: Option<i16>,
    /// "Due by 03/04": a day before this one is of the year after.
    since: Option<Date>,
    /// The only order in which the weekday beside it is right, or the day is near to that of the text.
    likely: Option<Order>,
    /// The weekday beside it and its year leave one reading.
    is_certain: bool,
}

impl Open {
    fn read(&self, order: Order) -> Option<Date> {
        let day = self.date.read(order, self.year?)?;
        Some(self.since.and_then(|it| told::soon_after(&self.date, order, day, it)).unwrap_or(day))
    }
}

pub fn check(doc: &Document, around: Option<&Around>, found: &mut Findings) {
    let (open, habit) = dates(doc);
    let is_plain = |it: &&Open| it.date.mark != '.' && it.likely.is_none();
    let Some(first) = open.iter().find(is_plain).or(open.first()) else { return };
    let may_be_told = || doc.source().origin == Origin::File && !is_of_other_day(doc, &open);
    let habit = habit.or_else(|| around.filter(|_| may_be_told())?.order_of_days());
    let flag = found.flag(first.at, label(first, open.len() - 1, habit.as_ref()));
    // With dots the day stands first, and in other languages than English; a weekday, the day of the text or its other dates
    // tell which of the two it is to those who look.
    if first.date.mark == '.' || first.likely.is_some() || habit.is_some() || !doc.is_english() {
        flag.unsure();
    }
    flag.and_here(open.iter().map(|it| it.at).filter(|at| *at != first.at));
    let orders = first.likely.map_or(Order::BOTH.to_vec(), |order| vec![order]);
    for order in orders {
        let edit = |it: &Open| Some(Edit { span: it.at, text: it.read(order)?.to_string() });
        let edits: Vec<Edit> = open.iter().filter_map(edit).collect();
        if edits.len() == open.len() {
            let title = match edits.as_slice() {
                [only] => format!("write {}", only.text),
                [first, ..] => format!("write {} and so on: {}", first.text, order.words()),
                [] => return,
            };
            let is_of_habit = habit.as_ref().is_none_or(|(habit, _)| *habit == order);
            let safe = is_of_habit && open.iter().all(|it| it.is_certain && it.likely == Some(order));
            flag.suggestions.push(Suggestion { title, safe, edits });
        }
    }
}

/// "tsc-20230314.md", and in it 3/7/2023: whoever wonders which day that is finds no answer beside it.
fn is_of_other_day(doc: &Document, open: &[Open]) -> bool {
    let Some(named) = doc.source().path().and_then(file_name::date) else { return false };
    !open.iter().any(|it| Order::BOTH.into_iter().any(|order| it.read(order) == Some(named)))
}

fn label(first: &Open, others: usize, habit: Option<&(Order, String)>) -> String {
    let read = |order: Order| match first.year {
        Some(_) => first.read(order).map(|it| it.to_string()),
        None => first.date.read(order, 2024).map(|it| it.strftime("%-d %B").to_string()),
    };
    let readings: Vec<String> = Order::BOTH.into_iter().filter_map(read).collect();
    let mut label = format!("{}?", readings.join(" or "));
    if let Some((order, example)) = habit {
        label.push_str(&format!(" {example} has {}", order.words()));
    }
    match others {
        0 => label,
        1 => format!("{label} One more date here is like it"),
        _ => format!("{label} {others} more dates here are like it"),
    }
}

/// The dates of a text that two readers read as two days, and the order that other dates of the text have.
fn dates(doc: &Document) -> (Vec<Open>, Option<(Order, String)>) {
    let prose = doc.prose();
    let mut open = Vec::new();
    let mut clear: Vec<Clear> = Vec::new();
    let mut out_of_ten = 0;
    let days = LazyCell::new(|| written_out(doc));
    let header = LazyCell::new(|| doc.front_matter_days());
    let said = LazyCell::new(|| first_days(doc));
    for Said { sentence, text, found: dates, .. } in doc.in_sentences_with(&numeric::WORDS, numeric::find) {
        // Each of its dates would read all of a sentence anew.
        let named = LazyCell::new(|| date::mentions(text));
        for date in dates {
            out_of_ten += usize::from(is_out_of_ten(&date));
            let at = prose.span_in(sentence, &date.range);
            let is_meant = || is_date(doc, sentence, text, &date, at);
            let is_clear = || !date.is_ambiguous() && (date.year.is_some() || is_meant());
            if let Some(order) = date.order().filter(|_| is_clear()) {
                clear.push(Clear { order, text: text[date.range.clone()].to_owned(), section: section(doc, at) });
            }
            if let Some(order) = order_of_writing(doc, &header, &date, at) {
                clear.push(Clear { order, text: text[date.range.clone()].to_owned(), section: section(doc, at) });
            }
            let year = date.year.or_else(|| Some(doc.written_at(at.start)?.year()));
            let is_settled = |year: i16| is_settled(doc, (text, [&header, &named]), &date, at, year);
            let is_open = || is_meant() && !year.is_some_and(is_settled) && !is_told_around(doc, &date, at);
            let day = |order: Order| date.read(order, year?);
            let is_told = || Order::BOTH.into_iter().filter_map(day).any(|day| days.contains(&day));
            if date.is_ambiguous() && is_open() && !is_told() {
                let by_weekday =
                    year.or_else(|| year_of_name(doc)).and_then(|year| told::order_by_weekday(text, &date, year));
                let is_certain = by_weekday.is_some() && date.year.is_some();
                let likely = by_weekday
                    .or_else(|| by_nearness(doc, &date, at))
                    .or_else(|| by_text(doc, text, [&named, &said], &date, at));
                let is_to_come = || date.year.is_none() && deadline::find_cue(&text[..date.range.start]).is_some();
                let since = doc.written_at(at.start).filter(|_| is_to_come());
                open.push(Open { at, date, year, since, likely, is_certain });
            }
        }
    }
    if !open.is_empty() && (told::names_order(prose.text()) || is_series(&open)) {
        return (Vec::new(), None);
    }
    // Eight of ten points, and nine: no day has so many tenths beside it.
    open.retain(|it| out_of_ten < MANY_SCORES || !is_out_of_ten(&it.date));
    let habit = clear.first().filter(|first| clear.iter().all(|it| it.order == first.order));
    if habit.is_some() {
        // Whoever reads such a list sees the order of its dates.
        let sections: HashSet<usize> = clear.iter().map(|it| it.section).collect();
        open.retain(|it| !sections.contains(&section(doc, it.at)) && clear.len() < HABIT);
    }
    (open, habit.map(|it| (it.order, it.text.clone())))
}

/// Whether the dates stand in the order of the calendar, forward or back, if they are read in one way only: a log of meetings.
fn is_series(open: &[Open]) -> bool {
    const ENOUGH: usize = 4;
    let is_one_way = |order: &Order| {
        let days: Option<Vec<Date>> = open.iter().map(|it| it.date.read(*order, it.date.year?)).collect();
        days.is_some_and(|days| days.is_sorted() || days.iter().rev().is_sorted())
    };
    open.len() >= ENOUGH && Order::BOTH.iter().filter(|it| is_one_way(it)).count() == 1
}

/// The days that the text writes out: where one of two readings stands there too, it is the one that is meant.
fn written_out(doc: &Document) -> HashSet<Date> {
    let said = doc.in_sentences_with(&date::WORDS, date::mentions).flat_map(|it| it.found);
    said.filter_map(|it| it.in_year(it.year?)).collect()
}

/// A date that can be read in one order only.
struct Clear {
    order: Order,
    text: String,
    section: usize,
}

/// From so many on, what could be days of October are points out of ten.
const MANY_SCORES: usize = 5;

fn is_out_of_ten(date: &Numeric) -> bool {
    date.year.is_none() && date.mark == '/' && date.two == 10
}

/// So many clear dates of one order teach a reader how the others of the text are meant.
const HABIT: usize = 4;

/// The innermost section around a place, by where it begins.
fn section(doc: &Document, at: Span) -> usize {
    doc.section_at(at.start).map_or(0, |it| it.heading.start)
}

fn is_date(doc: &Document, sentence: &Sentence, text: &str, date: &Numeric, at: Span) -> bool {
    let (before, after) = (&text[..date.range.start], &text[date.range.end..]);
    // An item that is a date and nothing else is an example of how to write one.
    let is_bare = sentence.place == Place::Item && text.trim().len() == date.range.len();
    let written = &text[date.range.clone()];
    // "Java 8/11/17": three of its releases.
    let is_short = written.rsplit('/').next().is_some_and(|last| last.len() < 3);
    let is_of_releases = || {
        is_short && platform::ends_before_number(before) || date.year.is_none() && platform::are_releases(before, after)
    };
    // "Doors 1/5/10 × locks 1/5/20": what is tried with each other.
    let is_crossed = || near::behind(before).contains('\u{d7}') || near::ahead(after).starts_with(" \u{d7}");
    let are_numbers = || is_short && (counted::are_counted(before, after) || is_crossed());
    // "Saturday and Sunday, 3/4 November"
    let is_of_month =
        || after.trim_start().split(|it: char| !it.is_alphabetic()).next().and_then(date::month).is_some();
    if mood::is_example(before)
        || numeric::is_converted(before)
        || is_bare
        || is_of_month()
        || told::is_ladder(date, written)
        || date.year.is_none() && written_day::is_mark(before, written)
        || is_of_releases()
        || are_numbers()
    {
        return false;
    }
    date.year.is_some()
        || date.mark == '/' && (written_day::is_date(before, after) || is_in_column(doc, sentence, text, date, at))
}

const COLUMNS: &[&str] = &["date", "due", "deadline", "day", "when", "eta", "target date", "start", "end", "by"];

/// A cell that holds nothing else, below a column of dates; the value of a field that is a date. "| 0/4 | 3/4 |" are shares.
fn is_in_column(doc: &Document, sentence: &Sentence, text: &str, date: &Numeric, at: Span) -> bool {
    let is_share = || doc.cells_around(at).iter().take(16).any(|it| doc.at(*it).trim_start().starts_with("0/"));
    if sentence.place != Place::Cell || text.trim().len() > date.range.len() || is_share() {
        return false;
    }
    doc.column_at(at).is_some_and(|name| COLUMNS.iter().any(|it| *it == name || name.ends_with(&format!(" {it}"))))
}

/// The text says itself which of the two days is meant: its own date is one of them, or the day is written out beside it.
fn is_settled(doc: &Document, (text, days): (&str, [&[Mention]; 2]), date: &Numeric, at: Span, year: i16) -> bool {
    let readings: Vec<Date> = Order::BOTH.into_iter().filter_map(|order| date.read(order, year)).collect();
    let is_one = |day: Date| readings.contains(&day);
    // "Had its first meeting on 4/5", in April: the other day is still to come.
    let is_over = |written: Date| {
        let before = &text[..date.range.start];
        let looks_back = mood::is_past(before) || before.ends_with("As of ") || before.ends_with("as of ");
        looks_back && readings.iter().filter(|day| **day <= written).count() == 1
    };
    // "Friday 6.1.2023": with dots the day stands first, and the weekday beside it is right.
    let is_dotted = |day: Date| date.mark == '.' && weekday_beside(text, &date.range) == Some(day.weekday());
    doc.written_at(at.start).is_some_and(|written| is_one(written) || is_over(written))
        || date.read(Order::DayFirst, year).is_some_and(is_dotted)
        || days.into_iter().flatten().any(|it| it.in_year(year).is_some_and(is_one))
        || doc.tells_which(at, &readings)
}

/// The name of the file has the month, or the date counts steps with its neighbours.
fn is_told_around(doc: &Document, date: &Numeric, at: Span) -> bool {
    let (before, after) = (&doc.text()[..at.start], &doc.text()[at.end..]);
    doc.source().path().is_some_and(|path| told::order_by_name(path, date).is_some())
        || told::is_step(before, after, date)
}

/// The order in which a date is the very day of its text: "between 2/9/2026 and 3/9/2026" in a post of 9 February.
fn order_of_writing(doc: &Document, header: &[Mention], date: &Numeric, at: Span) -> Option<Order> {
    let year = date.year.filter(|_| date.is_ambiguous())?;
    let told = header.iter().filter_map(|it| it.in_year(year));
    let days: Vec<Date> = doc.written_at(at.start).into_iter().chain(told).collect();
    let mut fitting =
        Order::BOTH.into_iter().filter(|order| date.read(*order, year).is_some_and(|day| days.contains(&day)));
    fitting.next().filter(|_| fitting.next().is_none())
}

/// The year in the name of a text: the weekdays in the programme of "summit-2026.md" are those of 2026.
fn year_of_name(doc: &Document) -> Option<i16> {
    let year = |text: &str| year::all(text).next().and_then(|at| text.get(at..at + 4)?.parse().ok());
    doc.source().path().and_then(year).or_else(|| doc.title().and_then(|it| year(it.short_title())))
}

/// The order in which a date is a day of the weeks beside the text's own day, where the other is much farther away.
fn by_nearness(doc: &Document, date: &Numeric, at: Span) -> Option<Order> {
    let written = doc.written_at(at.start)?;
    let years = date.year.map_or(written.year() - 1..=written.year() + 1, |year| year..=year);
    let distance = |order: Order| {
        let days = years.clone().filter_map(|year| date.read(order, year));
        days.filter_map(|day| Some(written.until(day).ok()?.get_days().abs())).min()
    };
    told::order_by_distance(distance)
}

/// The days that a text writes out, as far as they tell how it writes the others.
fn first_days(doc: &Document) -> Vec<Mention> {
    const MOST: usize = 32;
    doc.in_sentences_with(&date::WORDS, date::mentions).flat_map(|it| it.found).take(MOST).collect()
}

/// The order in which a date with its year is of the weekday that its line or the title names, or lies by the days that the text
/// writes out (in this sentence, and anywhere): 05/08/2025 under "Planning of Thursday", above "Sunday, May 11" and "June 6".
fn by_text(doc: &Document, text: &str, [named, said]: [&[Mention]; 2], date: &Numeric, at: Span) -> Option<Order> {
    const TOP: usize = 400;
    const ENOUGH: usize = 2;
    let year = date.year?;
    let title = || doc.title().filter(|_| at.start <= TOP).map(|it| it.short_title());
    let of_line = || told::order_by_only_weekday(text, date, year).filter(|_| named.is_empty());
    let of_days = || {
        let days: Vec<Date> = said.iter().filter_map(|it| it.in_year(year)).collect();
        let distance = |order: Order| {
            let day = date.read(order, year)?;
            days.iter().filter_map(|it| Some(it.until(day).ok()?.get_days().abs())).min()
        };
        (days.len() >= ENOUGH).then(|| told::order_by_distance(distance)).flatten()
    };
    of_line().or_else(|| told::order_by_only_weekday(title()?, date, year)).or_else(of_days)
}
