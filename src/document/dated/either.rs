//! What stands beside a date in numbers and says which of two days it is.

use jiff::civil::Date;

use crate::document::Document;
use crate::text::Span;
use crate::words::{date, file_name, near};

impl Document<'_> {
    /// Whether something beside a date says which of its readings is meant: a link, its row, the code below, the file's name.
    pub fn tells_which(&self, at: Span, readings: &[Date]) -> bool {
        self.is_told_by_row(at, readings)
            || self.links_to_day(at, readings)
            || self.is_told_by_code(at, readings)
            || self.is_told_by_name(readings)
            || self.is_led_by_de_dato(at)
    }

    /// "Notulen d.d. 4-12-2026": so a Dutch text names a day, and writes it day first.
    fn is_led_by_de_dato(&self, at: Span) -> bool {
        near::behind(&self.text()[..at.start]).trim_end().ends_with("d.d.")
    }

    /// "[01/03/2026](../2026-03-01/notes.md)": where the link leads says which of the two it is, as does another link of its line.
    fn links_to_day(&self, at: Span, readings: &[Date]) -> bool {
        // Each of its dates would read all of a longer one.
        const LONGEST: usize = 1000;
        let line = Some(self.line_around(at.start)).filter(|it| it.len() <= LONGEST).unwrap_or(at);
        self.links_in(line).iter().any(|link| readings.iter().any(|day| link.target.contains(&day.to_string())))
    }

    /// "| 2026-02-21 | lunch on the 11/02/2026 |": the other day was still to come.
    fn is_told_by_row(&self, at: Span, readings: &[Date]) -> bool {
        const LONG_AGO: i32 = 31;
        // Each of its dates would read all of a longer one.
        const LONGEST: usize = 1000;
        let row = self.row_at(at).filter(|row| row.len() <= LONGEST);
        let days = row.map(|row| date::mentions(self.at(row))).unwrap_or_default();
        let tells = |told: Date| {
            let ago = |day: &Date| told.since(*day).map_or(0, |it| it.get_days());
            let is_recent = |day: &Date| (0..=LONG_AGO).contains(&ago(day));
            readings.len() == 2 && readings.iter().any(is_recent) && readings.iter().any(|day| *day > told)
        };
        days.iter().filter_map(|it| it.in_year(it.year?)).any(tells)
    }

    /// "It holds from 7/1/2026", and right below it `from=date(2026, 7, 1)`.
    fn is_told_by_code(&self, at: Span, readings: &[Date]) -> bool {
        const NEAR: usize = 200;
        const REACH: usize = 600;
        let below = Span::new(at.end, (at.end + NEAR).min(self.text().len()));
        let code = self.code_in(below).first().map_or("", |it| near::ahead_within(self.at(it.body), REACH));
        let mut told = readings.iter().filter(|day| date::told::is_spelt_in_code(code, **day));
        told.next().is_some() && told.next().is_none()
    }

    /// "Minutes of 01/06/2025", in "minutes_2026_0106.md": month and day are those of the name.
    fn is_told_by_name(&self, readings: &[Date]) -> bool {
        let Some(named) = self.source().path().and_then(file_name::date) else { return false };
        let is_same = |day: &&Date| (day.month(), day.day()) == (named.month(), named.day());
        readings.iter().filter(is_same).count() == 1
    }
}
