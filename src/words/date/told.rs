//! What tells how a date in numbers is meant, though it stands beside it: the order spelt out, a month in the name of a file, and
//! neighbours with which it counts steps.

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};

use super::numeric::{Numeric, Order};
use super::weekday::{weekday_beside, weekday_named};
use crate::words::address::local;
use crate::words::near;
use crate::words::pattern::Pattern;

/// Whether a text says in which order its dates are: "The format is DD/MM/YY", "(day-month-year)".
pub fn names_order(text: &str) -> bool {
    static ORDER: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(r"(?i)(?-u:\b)(?:dd?/mm?|mm?/dd?|day[-/]month|month[-/]day)(?:/yy(?:yy)?|[-/]year)?(?-u:\b)")
    });
    ORDER.is_match(text)
}

/// The order in which a date is of the month that a file is named after: "sep1.md", "oct-06.md".
pub fn order_by_name(path: &str, date: &Numeric) -> Option<Order> {
    let name = local::name(path).to_lowercase();
    let end = name.find(|it: char| !it.is_ascii_alphabetic())?;
    let is_of_day = name[end..].trim_start_matches(['-', '_', ' ']).starts_with(|it: char| it.is_ascii_digit());
    let month = super::month(&name[..end]).filter(|_| is_of_day)?;
    let mut fitting = Order::BOTH.into_iter().filter(|it| it.month_and_day(date.one, date.two).0 == month);
    fitting.next().filter(|_| fitting.next().is_none())
}

/// The same day of the year after, where it is soon after another one: in December, "by 1/2" speaks of that, and in March, "by
/// 2/12" of no February to come. Nothing where the day is not over.
pub fn soon_after(date: &Numeric, order: Order, day: Date, since: Date) -> Option<Date> {
    const FARTHEST: i32 = 183;
    let next = date.read(order, since.year() + 1).filter(|_| day < since)?;
    since.until(next).is_ok_and(|it| it.get_days() <= FARTHEST).then_some(next)
}

/// Whether code spells a day out, the year first: `2026-07-01`, `(2026, 7, 1)`.
pub fn is_spelt_in_code(code: &str, day: Date) -> bool {
    let year = day.year().to_string();
    let number = |text: &mut &str| {
        *text = text.trim_start_matches(['-', '/', '.', ',', ' ']);
        let digits = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
        let (number, rest) = text.split_at(digits);
        *text = rest;
        number.parse::<i8>().ok()
    };
    code.match_indices(&*year).any(|(at, _)| {
        let mut rest = near::ahead_within(&code[at + year.len()..], 12);
        number(&mut rest) == Some(day.month()) && number(&mut rest) == Some(day.day())
    })
}

/// "5/9" between "4/9" and "6/9": a step of so many.
pub fn is_step(before: &str, after: &str, date: &Numeric) -> bool {
    const REACH: usize = 400;
    let holds = |text: &str, one: i8| {
        let step = format!("{one}/{}", date.two);
        let is_digit = |it: char| it.is_ascii_digit() || it == '/';
        text.match_indices(&step)
            .any(|(at, _)| !text[..at].ends_with(is_digit) && !text[at + step.len()..].starts_with(is_digit))
    };
    date.year.is_none()
        && holds(near::behind_within(before, REACH), date.one - 1)
        && holds(near::ahead_within(after, REACH), date.one + 1)
}

/// "3/6/12 reviews", "the 5/10/15 rule": steps, each as much more or as many times more than the one before it. "1/5/10 SOL",
/// "on day 3/7/30": the last of them is the year of few texts, or a number of months in days.
pub fn is_ladder(date: &Numeric, written: &str) -> bool {
    let [Ok(one), Ok(two), Ok(three)] =
        [0, 1, 2].map(|at| written.split('/').nth(at).unwrap_or_default().parse::<i16>())
    else {
        return false;
    };
    let grows = date.mark == '/' && one < two && two < three && three < 100;
    let is_padded = written.split('/').any(|it| it.starts_with('0'));
    let is_no_year = || !is_padded && (three <= 12 || three % 30 == 0);
    grows && (two - one == three - two || two * two == one * three || is_no_year())
}

/// The order in which the weekday right before the date, or in brackets behind it, is right.
pub fn order_by_weekday(text: &str, date: &Numeric, year: i16) -> Option<Order> {
    on_weekday(weekday_beside(text, &date.range)?, date, year)
}

/// The order in which a date is of the only weekday that a text names: "Week 6: planning of Thursday".
pub fn order_by_only_weekday(text: &str, date: &Numeric, year: i16) -> Option<Order> {
    let is_full = |it: &&str| it.len() >= "Monday".len() && it.starts_with(char::is_uppercase);
    let words = near::ahead(text).split(|it: char| !it.is_alphabetic()).filter(is_full);
    let mut weekdays = words.filter_map(weekday_named);
    let weekday = weekdays.next().filter(|first| weekdays.all(|it| it == *first))?;
    on_weekday(weekday, date, year)
}

fn on_weekday(weekday: Weekday, date: &Numeric, year: i16) -> Option<Order> {
    let fits = |order: &Order| date.read(*order, year).is_some_and(|day| day.weekday() == weekday);
    let mut fitting = Order::BOTH.into_iter().filter(fits);
    fitting.next().filter(|_| fitting.next().is_none())
}

/// The order in which the distance in days is short, where that of the other is much longer.
pub fn order_by_distance(distance: impl Fn(Order) -> Option<i32>) -> Option<Order> {
    const NEAR: i32 = 35;
    let is_near = |near: i32, far: i32| near <= NEAR && far >= 3 * near + 15;
    match (distance(Order::MonthFirst)?, distance(Order::DayFirst)?) {
        (month, day) if is_near(month, day) => Some(Order::MonthFirst),
        (month, day) if is_near(day, month) => Some(Order::DayFirst),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::date::numeric;

    #[test]
    fn what_stands_beside_a_date_tells() {
        let date = |text: &str| numeric::all(text).next().expect("a date");
        assert!(names_order("9-4-2026 (day-month-year)") && names_order("as MM/DD") && !names_order("by day or month"));
        assert_eq!(order_by_name("notes/sep1.md", &date("9/1/2026")), Some(Order::MonthFirst));
        assert_eq!(order_by_name("notes/oct-06.md", &date("on 12/10")), Some(Order::DayFirst));
        assert_eq!(order_by_name("notes/may.md", &date("5/6/2026")), None);
        assert_eq!(order_by_name("notes/sep1.md", &date("3/4/2026")), None);
        assert!(is_step("the name 4/9, the day ", " and the end 6/9", &date("5/9")));
        assert!(!is_step("the name 14/9, the day ", " and the end 6/9", &date("5/9")));
        assert!(!is_step("", " and 6/9", &date("5/9")) && !is_step("4/9 ", " 6/9", &date("5/9/2026")));
    }
}
