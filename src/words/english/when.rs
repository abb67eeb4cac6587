//! A phrase that names a time, read on its own: "EOD Friday", "by 12/11 at 5pm CET". In sentences the deadlines have
//! their own module; here somebody asks what a phrase can mean.

use std::sync::LazyLock;

use jiff::civil::Date;

use super::deadline;
use super::reading::{self, Cue, Hours, Reading, Setting, Stretch};
use crate::words::date::numeric::Order;
use crate::words::date::{self, numeric};
use crate::words::pattern::{Pattern, any_of};

/// The words of a deadline, wherever they stand in its phrase.
static CUE: LazyLock<Pattern> =
    LazyLock::new(|| any_of(&["before|until|till|'til|by|due|deadline|no later than|not later than|at the latest"]));

/// Reads a phrase. `None` where it names no time.
pub fn read(phrase: &str, setting: &Setting) -> Option<Reading> {
    let text = date::as_written(phrase);
    let moment = deadline::find_moment(&text);
    let written_out = written_out(&text, setting);
    let clock = Hours::written(&text);
    if moment.is_none() && written_out.is_none() && clock.is_none() {
        return None;
    }
    let days = written_out.unwrap_or_else(|| match (&moment, setting.written) {
        (_, None) => Vec::new(),
        (Some((moment, words)), Some(written)) => reading::dates(*moment, words, written, setting.readers),
        (None, Some(written)) => vec![Stretch::of(written)],
    });
    let of_house = || Hours::written(setting.readers.meaning(&text)?);
    let of_moment = || moment.as_ref().and_then(|(moment, words)| Hours::of(*moment, words));
    let hours = clock.or_else(of_house).or_else(of_moment).or_else(|| Hours::part_of(&text)).unwrap_or(Hours::Unsaid);
    let mut zones = reading::zones(&text);
    if zones.is_empty() {
        zones = setting.readers.meaning(&text).map(reading::zones).unwrap_or_default();
    }
    let cue = CUE.find(&text).map_or(Cue::At, |found| Cue::named(found.as_str()));
    Some(Reading { days, hours, zones, cue })
}

/// The days of a date that is written out; two, where its numbers have two readings.
fn written_out(text: &str, setting: &Setting) -> Option<Vec<Stretch>> {
    if let Some(mention) = date::mentions(text).into_iter().next() {
        let dates = match (mention.date(), setting.written) {
            (Some(date), _) => vec![date],
            (None, Some(written)) => coming(written, |year| mention.in_year(year)).into_iter().collect(),
            (None, None) => Vec::new(),
        };
        return Some(dates.into_iter().map(Stretch::of).collect());
    }
    let found = numeric::in_phrase(text)?;
    let day = |order: Order| match (found.year, setting.written) {
        (Some(year), _) => found.read(order, year),
        (None, Some(written)) => coming(written, |year| found.read(order, year)),
        (None, None) => None,
    };
    let mut dates: Vec<Date> = Order::BOTH.into_iter().filter_map(day).collect();
    dates.sort_unstable();
    dates.dedup();
    Some(dates.into_iter().map(Stretch::of).collect())
}

/// The next such day, the day of writing itself included.
fn coming(written: Date, in_year: impl Fn(i16) -> Option<Date>) -> Option<Date> {
    (written.year()..written.year() + 5).filter_map(in_year).find(|date| *date >= written)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::words::readers::Readers;

    fn told(phrase: &str) -> Option<String> {
        let readers = Readers::default();
        // A Wednesday.
        let setting = Setting { written: Some(date(2026, 11, 18)), is_zone_stated: false, readers: &readers };
        let found = read(phrase, &setting)?;
        let interval = found.interval(&readers)?;
        let days: Vec<String> = found.days.iter().map(|it| it.first.to_string()).collect();
        Some(format!("{}: {}", days.join(" or "), interval.hours()))
    }

    #[test]
    fn phrases_and_how_far_their_readings_lie_apart() {
        let told = |phrase| told(phrase).expect(phrase);
        assert_eq!(told("EOD Friday"), "2026-11-20: 33");
        assert_eq!(told("by 5pm Friday"), "2026-11-20: 26");
        assert_eq!(told("Friday 17:00 UTC"), "2026-11-20: 0");
        assert_eq!(told("2026-11-20T17:00Z"), "2026-11-20: 0");
        assert_eq!(told("Nov 20, 17:00 CET"), "2026-11-20: 0");
        assert_eq!(told("17:00 IST on Nov 20"), "2026-11-20: 5");
        assert_eq!(told("12/11"), "2026-12-11 or 2027-11-12: 8114");
        assert_eq!(told("next Friday at noon"), "2026-11-20 or 2026-11-27: 194");
        assert_eq!(told("tomorrow morning"), "2026-11-19: 32");
        assert_eq!(told("COB"), "2026-11-18: 33");
        assert_eq!(told("midnight on Friday"), "2026-11-20: 50");
    }

    #[test]
    fn what_names_no_time() {
        assert_eq!(told("at the end of it"), None);
        assert_eq!(told("the auth thing"), None);
    }
}
