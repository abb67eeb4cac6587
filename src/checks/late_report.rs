//! `rules/when/late-report.md`

use jiff::civil::Date;

use crate::document::Document;
use crate::finding::Findings;
use crate::words::date;
use crate::words::moment::When;

/// Two days, and the rest of the day on which it ended.
const DAYS: i32 = 3;

/// A header line of these names says when the report was written, and never when the incident was.
const WRITTEN: &[&str] = &[
    "written",
    "written on",
    "date written",
    "published",
    "published on",
    "date published",
    "report date",
    "date of report",
    "reported on",
];

pub fn check(doc: &Document, found: &mut Findings) {
    let Some(field) = doc.field(WRITTEN) else { return };
    let Some(written) = date::value::day(&field.text) else { return };
    let Some(ended) = ended(doc) else { return };
    let days = ended.until(written).map_or(0, |span| span.get_days());
    if days >= DAYS {
        found.flag(field.value, format!("{days} days after {ended}")).unsure();
    }
}

/// The last day that the main course of events names.
fn ended(doc: &Document) -> Option<Date> {
    let days = doc.main_course()?.events.iter().filter_map(|event| match event.moment.date {
        When::On(date) => Some(date),
        _ => None,
    });
    days.max()
}
