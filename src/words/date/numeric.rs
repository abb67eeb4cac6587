//! Dates in numbers alone: a date for a reader, though not always one that can be told.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};

use super::weekday_named;
use crate::words::digit::holds_digit;
use crate::words::near;
use crate::words::pattern::{Captures, OneOf, Pattern};

/// Two numbers with a mark between them, and perhaps a year behind: "12/11", "12/11/26", "01-02-2026".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numeric {
    pub range: Range<usize>,
    pub one: i8,
    pub two: i8,
    pub year: Option<i16>,
    /// A slash, a dash or a dot. With dots the day stands first wherever people write it so.
    pub mark: char,
}

/// Which of the two numbers is the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    DayFirst,
    MonthFirst,
}

impl Order {
    pub const BOTH: [Order; 2] = [Order::MonthFirst, Order::DayFirst];

    /// The only one in which neither of two numbers is a thirteenth month.
    pub fn only(one: i8, two: i8) -> Option<Self> {
        match (one > 12, two > 12) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            _ => None,
        }
    }

    /// Month and day of two numbers.
    pub fn month_and_day<T>(self, one: T, two: T) -> (T, T) {
        match self {
            Order::DayFirst => (two, one),
            Order::MonthFirst => (one, two),
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Order::DayFirst => "the day first",
            Order::MonthFirst => "the month first",
        }
    }
}

impl Numeric {
    /// The day in `year`, read in one order.
    pub fn read(&self, order: Order, year: i16) -> Option<Date> {
        let (month, day) = order.month_and_day(self.one, self.two);
        Date::new(year, month, day).ok()
    }

    /// Both numbers can be a month, and it matters which one is.
    pub fn is_ambiguous(&self) -> bool {
        let can_be_month = |it: i8| (1..=12).contains(&it);
        can_be_month(self.one) && can_be_month(self.two) && self.one != self.two
    }

    /// Its month and day, where one of the numbers can be no month, and that month has no such day: "31/06/2026".
    pub fn impossible(&self) -> Option<(i8, i8)> {
        let year = self.year?;
        let (month, day) = Order::only(self.one, self.two)?.month_and_day(self.one, self.two);
        let is_meant = (13..=31).contains(&day) && (1..=12).contains(&month);
        (is_meant && Date::new(year, month, day).is_err()).then_some((month, day))
    }

    /// The only order in which it is a date.
    pub fn order(&self) -> Option<Order> {
        const LEAP_YEAR: i16 = 2024;
        let year = self.year.unwrap_or(LEAP_YEAR);
        let read = |order: Order| self.read(order, year).map(|_| order);
        match (read(Order::DayFirst), read(Order::MonthFirst)) {
            (Some(order), None) | (None, Some(order)) => Some(order),
            _ => None,
        }
    }
}

static NUMERIC: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?-u:\b)(?P<one>\d\d?)(?:/(?P<slash>\d\d?)(?:/(?P<year>(?:19|20)?\d\d))?",
        r"|-(?P<dash>\d\d?)-(?P<dashed>(?:19|20)\d\d)|\.(?P<dot>\d\d?)\.(?P<dotted>(?:19|20)\d\d))(?-u:\b)"
    ))
});

/// In a phrase that is known to name a time "12.11." is no version, and needs no year.
static IN_PHRASE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?:^|[\s(])(?P<one>\d\d?)(?:/(?P<slash>\d\d?)|\.(?P<dot>\d\d?))(?:[/.](?P<year>(?:20)?\d\d))?\.?(?:$|[\s),;])",
    )
});

/// The date in numbers that a phrase names, where somebody asks what time that is.
pub fn in_phrase(phrase: &str) -> Option<Numeric> {
    let found = IN_PHRASE.captures(phrase)?;
    let last = found.name("year").or(found.name("slash")).or(found.name("dot"))?;
    parts(&found, found.name("one")?.start()..last.end())
}

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&NUMERIC]);

/// Everything in a text that has the form of a date in numbers.
pub fn all(text: &str) -> impl Iterator<Item = Numeric> + '_ {
    captures(text).filter_map(|found| numeric(text, &found))
}

fn captures(text: &str) -> impl Iterator<Item = Captures<'_>> + '_ {
    let may_hold = holds_digit(text) && text.contains(['/', '.', '-']);
    may_hold.then(|| NUMERIC.captures_iter(text)).into_iter().flatten()
}

/// The same, as a reading that is kept for whoever asks for it next.
pub fn find(text: &str) -> Vec<Numeric> {
    all(text).take(near::MOST_IN_SENTENCE).collect()
}

/// "1412121600 (10-01-2014)": the number says which moment it is.
pub fn is_converted(before: &str) -> bool {
    static SECONDS: LazyLock<Pattern> =
        LazyLock::new(|| Pattern::new(r"(?:^|[^0-9])1\d{9}(?:\d{3})?[^0-9A-Za-z]{1,6}$"));
    SECONDS.is_match(near::behind(before))
}

fn numeric(text: &str, found: &Captures) -> Option<Numeric> {
    let range = found.get(0)?.range();
    // "docs/1/2/2026", "v1.2.2026" and "1/2/2026/x" go on to the left or to the right.
    let (before, mut after) = (text[..range.start].chars().next_back(), text[range.end..].chars());
    let goes_on = match (after.next(), after.next()) {
        (Some(first), _) if first.is_alphanumeric() || matches!(first, '/' | '_' | '%') => true,
        (Some('.' | '-' | ',' | ':'), Some(second)) => second.is_alphanumeric(),
        _ => false,
    };
    // "1/5/15 minute rate".
    let is_length = [" minute", " hour", " second"].iter().any(|it| text[range.end..].starts_with(it));
    let is_inside = before.is_some_and(|it| matches!(it, '/' | '.' | '-' | '_' | ':' | '#' | '$' | '+' | '='));
    if is_length || (goes_on || is_inside) && !is_in_span(text, &range) {
        return None;
    }
    parts(found, range)
}

/// The characters of the other date of a span, with its mark and what stands beside it.
const LONGEST_HALF: usize = "-12/24/2026, ".len();

/// "5/11/22-5/24/22": two dates without a space between them.
fn is_in_span(text: &str, date: &Range<usize>) -> bool {
    static SPAN: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(r"(?:^|[\s(*|])\d\d?/\d\d?/(?:\d\d)?\d\d[-\x{2013}]\d\d?/\d\d?/(?:\d\d)?\d\d(?:$|[\s),;:*|])")
    });
    let start = date.start - near::behind_within(&text[..date.start], LONGEST_HALF).len();
    let end = date.end + near::ahead_within(&text[date.end..], LONGEST_HALF).len();
    let (near, from) = (&text[start..end], date.start - start);
    SPAN.find_iter(near).any(|it| it.range().contains(&from))
}

/// Years in two digits that hardly anybody writes of: neither those behind us nor those that are planned for.
const FAR_YEARS: std::ops::Range<i16> = 32..70;

fn parts(found: &Captures, range: Range<usize>) -> Option<Numeric> {
    let number = |name: &str| found.name(name).and_then(|it| it.as_str().parse::<i16>().ok());
    let (two, mark) = match (number("slash"), number("dash")) {
        (Some(two), _) => (two, '/'),
        (_, Some(two)) => (two, '-'),
        _ => (number("dot")?, '.'),
    };
    let year = number("year").or(number("dashed")).or(number("dotted"));
    // "1/2/33" counts three things.
    if year.is_some_and(|year| FAR_YEARS.contains(&year)) {
        return None;
    }
    let year = year.map(|year| if year < 100 { 2000 + year } else { year });
    Some(Numeric { range, one: number("one")?.try_into().ok()?, two: two.try_into().ok()?, year, mark })
}

/// The dates that are written with their year, and no range or number of a part.
pub fn with_year(text: &str) -> impl Iterator<Item = (Numeric, i16)> + '_ {
    all(text).filter_map(|it| it.year.filter(|_| it.mark != '-').map(|year| (it, year)))
}

/// A date that can be read in one order only, with the weekday right before it: "Thursday 1/21/2026".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnWeekday {
    /// From the weekday to the year.
    pub range: Range<usize>,
    pub date: Date,
    pub weekday: Weekday,
    /// The word for it.
    pub name: Range<usize>,
}

/// The dates in numbers of a text that stand behind their weekdays.
pub fn on_weekdays(text: &str) -> Vec<OnWeekday> {
    let behind_name = |found: Captures| {
        let at = found.get(0)?.start();
        let led = text[..at].trim_end_matches([',', ' ']);
        let start = led.trim_end_matches(|it: char| it.is_ascii_alphabetic()).len();
        let is_beside = led.len() < at && led[start..].starts_with(char::is_uppercase);
        let weekday = weekday_named(&led[start..]).filter(|_| is_beside)?;
        let it = numeric(text, &found).filter(|it| it.mark != '-')?;
        let date = it.read(it.order()?, it.year?)?;
        Some(OnWeekday { range: start..it.range.end, date, weekday, name: start..led.len() })
    };
    captures(text).filter_map(behind_name).collect()
}

/// The first date with its year: the day where only one reading makes one.
fn first(text: &str) -> Option<Option<Date>> {
    with_year(text).find_map(|(it, year)| match (it.read(Order::MonthFirst, year), it.read(Order::DayFirst, year)) {
        (None, None) => None,
        (Some(date), None) | (None, Some(date)) => Some(Some(date)),
        (Some(one), Some(two)) => Some((one == two).then_some(one)),
    })
}

/// Whether a date stands here, be it the third of April or the fourth of March.
pub fn has(text: &str) -> bool {
    first(text).is_some()
}

/// The first date in numbers, where it can be read in one way only.
pub fn plain(text: &str) -> Option<Date> {
    first(text)?
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn weekdays_stand_before_dates_in_numbers() {
        let days = |text: &str| on_weekdays(text).into_iter().map(|it| (it.date, it.weekday)).collect::<Vec<_>>();
        assert_eq!(days("The call is Thursday, 1/21/2020 at 1:00"), [(date(2020, 1, 21), Weekday::Thursday)]);
        assert_eq!(days("on Fri 22.9.2017"), [(date(2017, 9, 22), Weekday::Friday)]);
        for text in
            ["Thursday 1/2/2020", "Thursday: 1/21/2020", "we sat 1/21/2020", "on 1/21/2020", "Mon-Thu/1/21/2020"]
        {
            assert_eq!(days(text), [], "{text}");
        }
    }

    #[test]
    fn dates_in_numbers() {
        assert_eq!(plain("Friday 9/22/17 at 14:00"), Some(date(2017, 9, 22)));
        assert_eq!(plain("22.9.2017"), Some(date(2017, 9, 22)));
        assert!(has("on 3/4/2017") && plain("on 3/4/2017").is_none());
        assert!(!has("24/7/365, 1/2, a/3/4/2017, 1.2.2017.1, 40/50/2017 and 3/4/2017/x"));
    }

    #[test]
    fn two_readings() {
        let read = |text: &str| all(text).map(|it| (it.range.len(), it.is_ambiguous(), it.order())).collect::<Vec<_>>();
        assert_eq!(read("on 12/11, 12/11/26."), [(5, true, None), (8, true, None)]);
        assert_eq!(read("01-02-2026 and 13/11"), [(10, true, None), (5, false, Some(Order::DayFirst))]);
        assert_eq!(read("v1/2, 24/7/365, 1/2/2026/x, 10/12:5, 1/2%"), []);
        assert_eq!(read("11/13"), [(5, false, Some(Order::MonthFirst))]);
    }

    #[test]
    fn a_phrase_that_names_a_time() {
        let read = |phrase: &str| in_phrase(phrase).map(|it| (it.one, it.two, it.year, phrase[it.range].to_owned()));
        assert_eq!(read("by 12/11 at noon"), Some((12, 11, None, "12/11".to_owned())));
        assert_eq!(read("12.11.26"), Some((12, 11, Some(2026), "12.11.26".to_owned())));
        assert_eq!(read("at 12.11 exactly"), Some((12, 11, None, "12.11".to_owned())));
        assert_eq!(read("v12/11 and 12:11"), None);
    }
}
