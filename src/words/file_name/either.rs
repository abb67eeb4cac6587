//! Names whose numbers can be read in two orders: `12-02-2026`, `minutes_12022026`, `12022026-minutes`.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;

use crate::words::address::local;
use crate::words::date::numeric::Order;
use crate::words::pattern::Pattern;

/// `10-30-2026`, `30.10.2026`: with the year behind the others.
pub(super) static YEAR_LAST: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?:^|[^0-9])([0-3]?\d)[-_.]([0-3]?\d)[-_.]((?:19|20)\d\d)(?:[^0-9]|$)"));

/// `minutes_20112026`, `20112026-minutes`: eight digits are many things, and a day beside such a word alone.
pub(super) static AT_ONCE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:minutes|notes|meeting|meetings|protocol|agenda|standup|retro|sync)[-_. ]{0,3}([0-3]\d)([0-3]\d)(20\d\d)(?:[^0-9]|$)",
        r"|^([0-3]\d)([0-3]\d)(20\d\d)[-_. ]{1,3}(?:[a-z]+[-_. ])?(?:minutes|notes|meeting|meetings|protocol|agenda|standup|retro|sync)"
    ))
});

/// The numbers of a name that has its year behind them, as they stand, and where.
pub(super) fn parts(name: &str) -> Option<([&str; 3], Range<usize>)> {
    let found = YEAR_LAST.captures(name).or_else(|| AT_ONCE.captures(name))?;
    let part = |index: usize| found.get(index).or_else(|| found.get(index + 3));
    let (one, other, year) = (part(1)?, part(2)?, part(3)?);
    Some(([one.as_str(), other.as_str(), year.as_str()], one.start()..year.end()))
}

/// The two days that a name can be of, where its numbers can be read in both orders, and the words for it: `12-02-2026`.
pub fn either_date(path: &str) -> Option<(Range<usize>, [Date; 2])> {
    let name = local::name(path);
    let ([one, other, year], range) = parts(name)?;
    let offset = path.len() - name.len();
    let number = |text: &str| text.parse::<i8>().ok();
    let day = |order: Order| {
        let (month, day) = order.month_and_day(number(one)?, number(other)?);
        Date::new(year.parse().ok()?, month, day).ok()
    };
    let days = [day(Order::MonthFirst)?, day(Order::DayFirst)?];
    Some((offset + range.start..offset + range.end, days))
}

#[cfg(test)]
mod tests {
    use super::either_date;

    #[test]
    fn names_of_two_days() {
        let words = |path: &str| either_date(path).map(|(range, _)| path[range].to_owned());
        assert_eq!(words("notes/12-02-2026.md").as_deref(), Some("12-02-2026"));
        assert_eq!(words("notes/minutes_12022026.md").as_deref(), Some("12022026"));
        assert_eq!(words("notes/12022026-minutes.md").as_deref(), Some("12022026"));
        assert_eq!(words("notes/12022026.md"), None);
        assert_eq!(words("12-02-2026/notes.md"), None);
        assert_eq!(words("notes/minutes_20112026.md"), None);
    }
}
