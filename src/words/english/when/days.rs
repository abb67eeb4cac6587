//! The days of a phrase: a date that is written out, times that are counted from the day of writing, and both beside each
//! other. What contradicts itself is told.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::Unread;
use crate::words::date::numeric::Order;
use crate::words::date::{self, Mention, numeric, weekday_name};
use crate::words::english::day::Day;
use crate::words::english::deadline::Moment;
use crate::words::english::reading::{self, Setting, Stretch};

/// A date that is written out.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    pub range: Range<usize>,
    /// Two, where its numbers have two readings; none, where nobody can tell its year.
    dates: Vec<Date>,
    weekday: Option<Weekday>,
}

/// A time that is counted from the day of writing, with its place in the phrase.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    pub range: Range<usize>,
    pub moment: Moment,
}

/// The first date that a phrase writes out.
pub fn written(text: &str, setting: &Setting) -> Result<Option<Written>, Unread> {
    if let Some(mention) = date::mentions(text).into_iter().next() {
        return of_mention(text, mention, setting).map(Some);
    }
    let in_phrase = || numeric::in_phrase(text).or_else(|| numeric::all(text).next());
    let Some(found) = in_phrase() else { return Ok(None) };
    const LEAP_YEAR: i16 = 2024;
    let exists = |order: Order| found.read(order, found.year.unwrap_or(LEAP_YEAR)).is_some();
    if !Order::BOTH.into_iter().any(exists) {
        return Err(no_day(&text[found.range], "an hour is written `17:30`, and a day `2026-11-20`"));
    }
    let day = |order: Order| match (found.year, setting.written) {
        (Some(year), _) => found.read(order, year),
        (None, Some(written)) => coming(written, |year| found.read(order, year)),
        (None, None) => None,
    };
    let mut dates: Vec<Date> = Order::BOTH.into_iter().filter_map(day).collect();
    dates.sort_unstable();
    dates.dedup();
    Ok(Some(Written { range: found.range, dates, weekday: None }))
}

fn of_mention(text: &str, mention: Mention, setting: &Setting) -> Result<Written, Unread> {
    if !mention.exists() {
        let last = Date::new(mention.year.unwrap_or(2024), mention.month, 1).map(Date::last_of_month);
        let cure = last.map_or_else(
            |_| "the months of a year are 01 to 12, and stand before the day: `2026-11-20`".to_owned(),
            |it| format!("that month ends on the {}th", it.day()).replace("31th", "31st"),
        );
        return Err(no_day(&text[mention.range], &cure));
    }
    let weekday = mention.weekday.as_ref().map(|it| it.0);
    let fits = |it: &Date| weekday.is_none_or(|weekday| it.weekday() == weekday);
    let dates = match (mention.date(), setting.written) {
        (Some(date), _) => Some(date),
        (None, Some(written)) => {
            // "Friday, Nov 13" of the week after is over.
            let nearest = || mention.near(written).filter(fits);
            let next = coming(written, |year| mention.in_year(year));
            next.filter(fits).or_else(nearest).or(next)
        }
        (None, None) => None,
    };
    Ok(Written { range: mention.range, dates: dates.into_iter().collect(), weekday })
}

fn no_day(written: &str, cure: &str) -> Unread {
    Unread::wrong(format!("`{written}` is no day of the calendar"), cure)
}

/// The next such day, the day of writing itself included. A leap day may be eight years away.
fn coming(written: Date, in_year: impl Fn(i16) -> Option<Date>) -> Option<Date> {
    (written.year()..=written.year().saturating_add(8)).filter_map(in_year).find(|date| *date >= written)
}

/// The days that all of them name together. Without any, it is the day of writing.
pub fn together(
    text: &str,
    date: Option<&Written>,
    counted: &[Counted],
    setting: &Setting,
) -> Result<Vec<Stretch>, Unread> {
    let mut days: Option<Vec<Stretch>> = date.map(|it| it.dates.iter().copied().map(Stretch::of).collect());
    let mut weekdays: Vec<Weekday> = date.and_then(|it| it.weekday).into_iter().collect();
    let mut is_of_event = false;
    for it in counted {
        if let Moment::Day { day, .. } = it.moment {
            weekdays.extend(day.weekday());
        }
        is_of_event |= it.moment == Moment::Event;
        let is_weekday_alone = matches!(it.moment, Moment::Day { day: Day::Coming(_), .. });
        // Which Friday it is, the words beside it say.
        let is_settled =
            is_weekday_alone && (days.is_some() || counted.iter().any(|other| other != it && names_day(text, other)));
        if is_settled || !names_day(text, it) {
            continue;
        }
        let Some(written) = setting.written else { continue };
        let own = reading::dates(it.moment, &text[it.range.clone()], written, setting.readers);
        days = Some(match days {
            Some(days) if own.is_empty() => days,
            Some(days) => common(&days, &own),
            None => own,
        });
    }
    let Some(found) = days else {
        let of_writing = setting.written.filter(|_| !is_of_event && counted.iter().all(|it| !names_day(text, it)));
        return Ok(of_writing.map(Stretch::of).into_iter().collect());
    };
    let is_unknown =
        date.is_some_and(|it| it.dates.is_empty()) || date.is_none() && found.is_empty() && counted.len() == 1;
    let left = on_weekdays(&found, &weekdays);
    match left.is_empty() && !is_unknown {
        true => Err(contradiction(text, date, counted, &weekdays)),
        false => Ok(left),
    }
}

/// Whether a time says which day it is of: "EOD", "lunch" and "overnight" are of any.
fn names_day(text: &str, it: &Counted) -> bool {
    match it.moment {
        Moment::EndOfDay | Moment::Lunch | Moment::Event => false,
        Moment::PartOfDay => !text[it.range.clone()].eq_ignore_ascii_case("overnight"),
        _ => true,
    }
}

/// The days that are in both.
fn common(one: &[Stretch], other: &[Stretch]) -> Vec<Stretch> {
    let meet = |(a, b): (&Stretch, &Stretch)| {
        let it = Stretch { first: a.first.max(b.first), last: a.last.min(b.last) };
        (it.first <= it.last).then_some(it)
    };
    one.iter().flat_map(|a| other.iter().map(move |b| (a, b))).filter_map(meet).collect()
}

/// What of some days falls on all of the weekdays that are named.
fn on_weekdays(days: &[Stretch], weekdays: &[Weekday]) -> Vec<Stretch> {
    let Some(first) = weekdays.first() else { return days.to_vec() };
    let mut out = Vec::new();
    for stretch in days {
        let mut day = stretch.first.checked_add(i64::from(stretch.first.weekday().until(*first)).days()).ok();
        while let Some(date) = day.filter(|it| *it <= stretch.last && weekdays.iter().all(|other| other == first)) {
            out.push(Stretch::of(date));
            day = date.checked_add(7.days()).ok();
        }
    }
    out
}

fn contradiction(text: &str, date: Option<&Written>, counted: &[Counted], weekdays: &[Weekday]) -> Unread {
    let dates = date.map(|it| it.dates.as_slice()).unwrap_or_default();
    if let ([date], Some(weekday)) = (dates, weekdays.iter().find(|it| dates.iter().all(|date| date.weekday() != **it)))
    {
        let (is, meant) = (weekday_name(date.weekday()), weekday_name(*weekday));
        let nearest = date::nearest(*date, *weekday).map_or_else(String::new, |it| format!(" or `{meant} {it}`"));
        return Unread::wrong(format!("{date} is a {is}, and no {meant}"), &format!("write `{is} {date}`{nearest}"));
    }
    let mut places: Vec<&Range<usize>> =
        date.iter().map(|it| &it.range).chain(counted.iter().map(|it| &it.range)).collect();
    places.sort_by_key(|it| it.start);
    let named: Vec<String> = places.into_iter().map(|it| format!("`{}`", &text[it.clone()])).collect();
    Unread::wrong(format!("{} name no day together", named.join(" and ")), "leave out the one that is wrong")
}
