//! The days that a phrase can mean: "the end of the week", "in two days", "next Friday".

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::words::english::deadline::{Moment, Unit};
use crate::words::english::number;
use crate::words::readers::Readers;

/// Days in a row; one day, where the first is the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub first: Date,
    pub last: Date,
}

impl Stretch {
    pub fn of(day: Date) -> Stretch {
        Stretch { first: day, last: day }
    }

    fn between(first: Option<Date>, last: Option<Date>) -> Option<Stretch> {
        Some(Stretch { first: first?, last: last? })
    }
}

/// What a moment means for a text that was written on `written`. `phrase` is how it is said.
pub fn dates(moment: Moment, phrase: &str, written: Date, readers: &Readers) -> Vec<Stretch> {
    let lower = phrase.to_lowercase();
    let next = i64::from(lower.split(' ').any(|word| word == "next"));
    match moment {
        Moment::Day { day, .. } => day.dates(written).into_iter().map(Stretch::of).collect(),
        Moment::EndOfDay | Moment::PartOfDay | Moment::Lunch => vec![Stretch::of(written)],
        Moment::Event => Vec::new(),
        Moment::Span => span(&lower, written).into_iter().collect(),
        Moment::EndOf(Unit::Week) => {
            // The last working day, or the last of all.
            Stretch::between(in_week(written, next, 4), in_week(written, next, 6)).into_iter().collect()
        }
        Moment::EndOf(unit) => ends(unit, written, next, readers).into_iter().map(Stretch::of).collect(),
        Moment::Within(Unit::Week) if lower.contains("weekend") => {
            Stretch::between(in_week(written, next, 5), in_week(written, next, 6)).into_iter().collect()
        }
        Moment::Within(unit) => within(unit, &lower, written, next, readers),
    }
}

/// A day of a week, counted from its Monday.
fn in_week(written: Date, weeks: i64, day: i64) -> Option<Date> {
    let offset = i64::from(written.weekday().to_monday_zero_offset());
    written.checked_add((weeks * 7 - offset + day).days()).ok()
}

fn in_month(written: Date, months: i64) -> Option<Date> {
    written.first_of_month().checked_add(months.months()).ok()
}

/// The last days of a unit that are meant: two where a business year is unlike the calendar's, or may be.
fn ends(unit: Unit, written: Date, next: i64, readers: &Readers) -> Vec<Date> {
    let last_of = |first: Option<Date>| first.map(Date::last_of_month);
    match unit {
        Unit::Week => in_week(written, next, 6).into_iter().collect(),
        Unit::Month => last_of(in_month(written, next)).into_iter().collect(),
        Unit::Quarter => {
            let start = readers.fiscal_start.unwrap_or(1);
            let into = i64::from((written.month() - start).rem_euclid(3));
            last_of(in_month(written, next * 3 + 2 - into)).into_iter().collect()
        }
        Unit::Year => {
            let start = readers.fiscal_start.unwrap_or(1);
            let into = i64::from((written.month() - start).rem_euclid(12));
            last_of(in_month(written, next * 12 + 11 - into)).into_iter().collect()
        }
        Unit::Sprint => {
            let this = readers.sprints.and_then(|it| it.end_of(written));
            let after = |it: Date| readers.sprints?.end_of(it.tomorrow().ok()?);
            if next == 1 { this.and_then(after) } else { this }.into_iter().collect()
        }
    }
}

fn within(unit: Unit, lower: &str, written: Date, next: i64, readers: &Readers) -> Vec<Stretch> {
    // "The next two weeks".
    if let Some((_, most)) = count(lower).filter(|_| unit == Unit::Week && lower.ends_with("weeks")) {
        return Stretch::between(Some(written), in_week(written, most, 6)).into_iter().collect();
    }
    let whole = |first: Option<Date>, months: i64| {
        let last = first.and_then(|it| in_month(it, months - 1)).map(Date::last_of_month);
        Stretch::between(first, last)
    };
    let into = |length: i8| i64::from((written.month() - readers.fiscal_start.unwrap_or(1)).rem_euclid(length));
    match unit {
        Unit::Week => Stretch::between(in_week(written, next, 0), in_week(written, next, 6)),
        Unit::Month => whole(in_month(written, next), 1),
        Unit::Quarter => whole(in_month(written, next * 3 - into(3)), 3),
        Unit::Year => whole(in_month(written, next * 12 - into(12)), 12),
        Unit::Sprint => {
            let last = ends(Unit::Sprint, written, next, readers).first().copied();
            let length = readers.sprints.map(|it| i64::from(it.weeks) * 7 - 1);
            let first = last.zip(length).and_then(|(last, days)| last.checked_sub(days.days()).ok());
            Stretch::between(first, last)
        }
    }
    .into_iter()
    .collect()
}

/// "In two weeks", "in a few business days".
fn span(lower: &str, written: Date) -> Option<Stretch> {
    let (least, most) = count(lower)?;
    let is_business = lower.contains("business") || lower.contains("working");
    let days = if lower.contains("week") { 7 } else { 1 };
    let after = |number: i64| {
        let number = number * days;
        if is_business { working_days_after(written, number) } else { written.checked_add(number.days()).ok() }
    };
    // Counted in days of the calendar, or in those on which people work.
    let last = if is_business || days == 7 { after(most) } else { working_days_after(written, most) };
    Stretch::between(after(least), last)
}

/// The least and the most that a number in words means.
fn count(lower: &str) -> Option<(i64, i64)> {
    const VAGUE: [(&str, (i64, i64)); 3] = [("couple", (2, 3)), ("few", (2, 5)), ("coming", (1, 7))];
    let words: Vec<&str> = lower.split(|it: char| !it.is_alphanumeric()).collect();
    let exactly = |number: i64| (number, number);
    let digits = words.iter().find_map(|word| word.parse::<i64>().ok()).map(exactly);
    let vague = || VAGUE.iter().find(|(word, _)| words.contains(word)).map(|(_, bounds)| *bounds);
    let spelt = || words.iter().find_map(|word| number::value(word)).map(|it| exactly(it.into()));
    let article = || words.iter().any(|it| matches!(*it, "a" | "an")).then(|| exactly(1));
    digits.or_else(vague).or_else(spelt).or_else(article)
}

/// The day after so many days on which people work, Saturdays and Sundays left out.
fn working_days_after(day: Date, number: i64) -> Option<Date> {
    let start = match day.weekday() {
        Weekday::Saturday => day.yesterday().ok()?,
        Weekday::Sunday => day.checked_sub(2.days()).ok()?,
        _ => day,
    };
    let offset = i64::from(start.weekday().to_monday_zero_offset()) + number;
    start.checked_add((number + offset.div_euclid(5) * 2).days()).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::words::english::deadline;

    fn days(phrase: &str, readers: &Readers) -> Vec<String> {
        // A Wednesday.
        let written = date(2026, 11, 18);
        let (_, moment) = deadline::moments(phrase).next().expect(phrase);
        let told = |it: Stretch| {
            if it.first == it.last { it.first.to_string() } else { format!("{} to {}", it.first, it.last) }
        };
        dates(moment, phrase, written, readers).into_iter().map(told).collect()
    }

    #[test]
    fn units_end_on_their_calendar() {
        let anybody = Readers::default();
        assert_eq!(days("end of the week", &anybody), ["2026-11-20 to 2026-11-22"]);
        assert_eq!(days("end of next week", &anybody), ["2026-11-27 to 2026-11-29"]);
        assert_eq!(days("EOM", &anybody), ["2026-11-30"]);
        assert_eq!(days("end of next month", &anybody), ["2026-12-31"]);
        assert_eq!(days("EOQ", &anybody), ["2026-12-31"]);
        assert_eq!(days("end of the year", &anybody), ["2026-12-31"]);
        assert_eq!(days("next month", &anybody), ["2026-12-01 to 2026-12-31"]);
        assert_eq!(days("next quarter", &anybody), ["2027-01-01 to 2027-03-31"]);
        assert_eq!(days("the weekend", &anybody), ["2026-11-21 to 2026-11-22"]);
        assert!(days("end of the sprint", &anybody).is_empty());
    }

    #[test]
    fn calendars_of_the_house_count() {
        let sprints = crate::words::readers::Sprints { first_day: date(2026, 11, 2), weeks: 2 };
        let house = Readers { fiscal_start: Some(2), sprints: Some(sprints), ..Readers::default() };
        assert_eq!(days("EOQ", &house), ["2027-01-31"]);
        assert_eq!(days("end of the sprint", &house), ["2026-11-29"]);
        assert_eq!(days("end of next sprint", &house), ["2026-12-13"]);
        assert_eq!(days("next sprint", &house), ["2026-11-30 to 2026-12-13"]);
    }

    #[test]
    fn days_are_counted_in_two_ways() {
        let anybody = Readers::default();
        assert_eq!(days("in two days", &anybody), ["2026-11-20"]);
        assert_eq!(days("in 4 days", &anybody), ["2026-11-22 to 2026-11-24"]);
        assert_eq!(days("in 3 business days", &anybody), ["2026-11-23"]);
        assert_eq!(days("in two weeks", &anybody), ["2026-12-02"]);
        assert_eq!(days("in a few days", &anybody), ["2026-11-20 to 2026-11-25"]);
    }
}
