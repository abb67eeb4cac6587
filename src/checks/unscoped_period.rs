//! `rules/when/unscoped-period.md`

use crate::document::{Document, Place};
use crate::finding::Findings;
use crate::words::english::period::{self, Period, Sort};

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    // A plan for 2027 says so in its title once, and "Q3" everywhere.
    let names_year = doc.sections().iter().any(|section| period::names_year(&section.title))
        || doc.source().path().is_some_and(period::names_year);
    for sentence in prose.sentences().iter().filter(|it| !matches!(it.place, Place::Heading(_))) {
        let start = sentence.range.start;
        for period in period::find(&prose.text()[sentence.range.clone()]) {
            let span = prose.span(start + period.range.start..start + period.range.end);
            let is_dated = names_year || doc.written_at(span.start).is_some();
            let flag = found.flag(span, period.sort.unknown(is_dated)).asks(period.sort.question());
            if !is_sure(&period, is_dated, doc.is_message()) {
                flag.unsure();
            }
        }
    }
}

/// Whether the next person would have to ask: the date of a text says which year, and a message which sprint.
fn is_sure(period: &Period, is_dated: bool, is_message: bool) -> bool {
    match period.sort {
        Sort::PartOfYear => !is_dated,
        Sort::BusinessYear | Sort::Week => false,
        Sort::Sprint => is_message && period.is_own,
        Sort::Release => period.is_own || is_message,
        Sort::Season | Sort::Holidays => true,
    }
}
