//! How often a thing is done, or how long it holds, in whole days or months: "6 months", "every two weeks", "annually".

use jiff::ToSpan;
use jiff::civil::Date;

use super::number;

/// A length of the calendar. A month is as long as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interval {
    Days(u16),
    Months(u16),
}

/// A review in more years than these is none.
const MOST_YEARS: u16 = 50;

/// Words that are an interval of their own.
const WORDS: &[(&str, Interval)] = &[
    ("daily", Interval::Days(1)),
    ("weekly", Interval::Days(7)),
    ("biweekly", Interval::Days(14)),
    ("fortnightly", Interval::Days(14)),
    ("monthly", Interval::Months(1)),
    ("quarterly", Interval::Months(3)),
    ("biannually", Interval::Months(6)),
    ("semiannually", Interval::Months(6)),
    ("half-yearly", Interval::Months(6)),
    ("yearly", Interval::Months(12)),
    ("annually", Interval::Months(12)),
    ("annual", Interval::Months(12)),
    ("biennially", Interval::Months(24)),
];

impl Interval {
    /// What a whole text says: "6 months", "every quarter", "P6M", "twice a year".
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.trim().trim_end_matches('.').to_lowercase();
        let said = lower.split([',', ';', '(']).next().unwrap_or_default().trim();
        let said = ["review ", "reviewed "].iter().find_map(|it| said.strip_prefix(it)).unwrap_or(said);
        let said = ["every ", "once every ", "once per ", "once a ", "in ", "after ", "each "]
            .iter()
            .find_map(|it| said.strip_prefix(it))
            .unwrap_or(said);
        if let Some((_, it)) = WORDS.iter().find(|(word, _)| *word == said) {
            return Some(*it);
        }
        if let Some(it) = iso(said) {
            return Some(it);
        }
        match said {
            "twice a year" | "twice per year" | "half year" | "half a year" | "half-year" => Some(Self::Months(6)),
            _ => {
                let words: Vec<&str> = said.split([' ', '-']).filter(|it| !it.is_empty()).collect();
                match words.as_slice() {
                    [unit] => match unit.find(|it: char| !it.is_ascii_digit()) {
                        Some(at) if at > 0 => Self::of(unit[..at].parse().ok()?, &unit[at..]),
                        _ => Self::of(1, unit),
                    },
                    [count, unit] => Self::of(counted(count)?, unit),
                    _ => None,
                }
            }
        }
    }

    /// So many of a unit, in the singular or the plural.
    pub fn of(count: u16, unit: &str) -> Option<Self> {
        let times = |each: u16| count.checked_mul(each).filter(|it| *it > 0);
        let found = match unit.strip_suffix('s').filter(|it| it.len() > 1).unwrap_or(unit) {
            "day" | "d" => Self::Days(times(1)?),
            "week" | "w" | "wk" => Self::Days(times(7)?),
            "month" | "mo" => Self::Months(times(1)?),
            "quarter" => Self::Months(times(3)?),
            "year" | "yr" | "y" => Self::Months(times(12)?),
            _ => return None,
        };
        let is_long = match found {
            Self::Days(days) => days > MOST_YEARS * 366,
            Self::Months(months) => months > MOST_YEARS * 12,
        };
        (!is_long).then_some(found)
    }

    /// The day on which it has passed, counted from a day: the 31st and a month is the last day of the next.
    pub fn after(self, day: Date) -> Option<Date> {
        match self {
            Self::Days(days) => day.checked_add(i32::from(days).days()).ok(),
            Self::Months(months) => day.checked_add(i32::from(months).months()).ok(),
        }
    }
}

fn counted(word: &str) -> Option<u16> {
    let spelt = || number::value(word).map(u16::from);
    word.parse().ok().or_else(spelt)
}

/// "p6m", "p180d"
fn iso(text: &str) -> Option<Interval> {
    let rest = text.strip_prefix('p')?;
    let unit = rest.chars().last()?;
    let count = rest[..rest.len() - unit.len_utf8()].parse().ok()?;
    match unit {
        'd' => Interval::of(count, "day"),
        'w' => Interval::of(count, "week"),
        'm' => Interval::of(count, "month"),
        'y' => Interval::of(count, "year"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Interval::{self, Days, Months};

    #[test]
    fn intervals_as_people_write_them() {
        let table = [
            ("6 months", Months(6)),
            ("6 month", Months(6)),
            ("every six months", Months(6)),
            ("1 year", Months(12)),
            ("2 years", Months(24)),
            ("Quarterly", Months(3)),
            ("every quarter", Months(3)),
            ("annually", Months(12)),
            ("twice a year", Months(6)),
            ("90d", Days(90)),
            ("180 days", Days(180)),
            ("2 weeks", Days(14)),
            ("P6M", Months(6)),
            ("once a year", Months(12)),
            ("6 months (or after an incident)", Months(6)),
        ];
        table.iter().for_each(|(text, is)| assert_eq!(Interval::parse(text), Some(*is), "{text}"));
        for text in ["", "soon", "6", "0 months", "when needed", "2026-11-20", "99999 years", "p", "pé", "6 moons", "s"]
        {
            assert_eq!(Interval::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_is_as_long_as_it_is() {
        assert_eq!(Months(1).after(date(2026, 1, 31)), Some(date(2026, 2, 28)));
        assert_eq!(Days(30).after(date(2026, 1, 31)), Some(date(2026, 3, 2)));
        assert_eq!(Months(12).after(date(9999, 1, 1)), None);
    }
}
