//! Dates in numbers alone, with the year behind: a date for a reader, though not always one that can be told.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

static NUMERIC: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(\d\d?)(?:/(\d\d?)/((?:19|20)?\d\d)|\.(\d\d?)\.((?:19|20)\d\d))(?:[^\w/.]|\.?(?:\s|$))")
        .expect("a constant pattern")
});

/// The first such date: the day where only one reading makes one.
fn first(text: &str) -> Option<Option<Date>> {
    if !text.contains(['/', '.']) {
        return None;
    }
    NUMERIC.captures_iter(text).find_map(|found| {
        // "docs/1/2/2026" and "v1.2.2026" go on to the left.
        let before = text[..found.get(0)?.start()].chars().next_back();
        let number = |at: usize| found.get(at).and_then(|it| it.as_str().parse::<i16>().ok());
        let (one, two, year) = (number(1)?, number(2).or(number(4))?, number(3).or(number(5))?);
        let year = if year < 100 { 2000 + year } else { year };
        let day = |month: i16, day: i16| Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok();
        let is_inside = before.is_some_and(|it| matches!(it, '/' | '.' | '-' | '_'));
        match (day(one, two), day(two, one)) {
            _ if is_inside => None,
            (None, None) => None,
            (Some(date), None) | (None, Some(date)) => Some(Some(date)),
            (Some(one), Some(two)) => Some((one == two).then_some(one)),
        }
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
    fn dates_in_numbers() {
        assert_eq!(plain("Friday 9/22/17 at 14:00"), Some(date(2017, 9, 22)));
        assert_eq!(plain("22.9.2017"), Some(date(2017, 9, 22)));
        assert!(has("on 3/4/2017") && plain("on 3/4/2017").is_none());
        assert!(!has("24/7/365, 1/2, a/3/4/2017, 1.2.2017.1, 40/50/2017 and 3/4/2017/x"));
    }
}
