//! `rules/when/contradicting-times.md`

use jiff::ToSpan;
use jiff::civil::Date;

use crate::document::{Document, Said};
use crate::finding::Findings;
use crate::words::date::{self, Mention};
use crate::words::zone::beside::{self, Apart};
use crate::words::zone::stamp;

/// Nobody writes more sentences of that kind, and each asks for the clocks of two places.
const MOST: usize = 500;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let said = doc.in_sentences_with(&stamp::WORDS, beside::pairs).take(MOST);
    for Said { sentence, text, found: pairs, .. } in said {
        let written = doc.written_at(prose.span(sentence.range.clone()).start);
        let days = days(&date::mentions(text), written);
        for pair in pairs {
            let Some(Apart { other: there, one: here }) = beside::apart(text, &pair, &days) else { continue };
            let [one, other] = &pair;
            let (one_zone, other_zone) = (&text[one.zone.clone()], &text[other.zone.clone()]);
            let (there, here) = (clock(there), clock(here));
            let day = match days.as_slice() {
                [day] => format!(" on {day}"),
                _ => String::new(),
            };
            let label = format!("{} is {there} {other_zone}{day}", &text[one.range.clone()]);
            let flag = found.flag(prose.span_in(sentence, &(one.range.start..other.range.end)), label);
            // Of a span, its end would have to be moved as well.
            for (told, moment) in [(other, format!("{there} {other_zone}")), (one, format!("{here} {one_zone}"))] {
                if !told.is_span {
                    flag.suggest(format!("write {moment}"), prose.span_in(sentence, &told.range), moment);
                }
            }
        }
    }
}

/// Days of which one is that of the times: the one that is written beside them; else that of the text and one of its next weeks,
/// and where it has none, one of each half of the year.
fn days(beside: &[Mention], written: Option<Date>) -> Vec<Date> {
    const WINTER: Date = jiff::civil::date(2024, 1, 15);
    const SUMMER: Date = jiff::civil::date(2024, 7, 15);
    let said = beside.first().and_then(|it| it.date().or_else(|| it.near(written?)));
    match (said, written) {
        (Some(day), _) => vec![day],
        (None, Some(day)) => [Some(day), day.checked_add(4.weeks()).ok()].into_iter().flatten().collect(),
        (None, None) => vec![WINTER, SUMMER],
    }
}

/// Minutes of a day as a clock shows them.
fn clock(minutes: i32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
