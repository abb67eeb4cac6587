//! `rules/when/partial-date.md`

use crate::document::{Document, Said};
use crate::finding::Findings;
use crate::text::Span;
use crate::words::english::deadline;
use crate::words::english::partial::{self, Lacks, Partial};
use crate::words::year;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let mut years: Option<Vec<usize>> = None;
    for Said { sentence, text, found: dates, .. } in doc.in_statements_with(&partial::WORDS, partial::find) {
        if doc.is_example(sentence.passage) {
            continue;
        }
        let deadlines = deadline::find(text);
        for it in &dates {
            let is_deadline = deadline::is_in(&it.range, &deadlines);
            let span = prose.span_in(sentence, &it.range);
            let mut has_year = || {
                let years = years.get_or_insert_with(|| year::all(doc.text()).collect());
                is_near_year(doc, span, years)
            };
            if !is_deadline && (it.lacks == Lacks::End || doc.anchor_at(span.start).is_none() && !has_year()) {
                flag(it, span, found);
            }
        }
    }
}

fn flag(it: &Partial, span: Span, found: &mut Findings) {
    let (label, question) = match it.lacks {
        Lacks::Year => ("of which year?", "Which year is meant?"),
        Lacks::DayAndYear => ("of which year, and until which day?", "Which date is that?"),
        Lacks::Date => ("of which week?", "Which date is that?"),
        Lacks::End => ("with that day, or without it?", "Is that day included?"),
    };
    // Few of them were met, and every second one comes back each year.
    let flag = found.flag(span, label).asks(question).unsure();
    if it.lacks == Lacks::End {
        flag.otherwise("this day may be a part of it or not");
    }
}

/// A year in the same passage, or in a heading around it, is the year of the date; what comes back each year has none.
fn is_near_year(doc: &Document, span: Span, years: &[usize]) -> bool {
    let holds = |range: Span| {
        let first = years.partition_point(|at| *at < range.start);
        years.get(first).is_some_and(|at| *at < range.end)
    };
    let passage = doc.prose().passage_at(doc.prose().clean_range(span).start);
    let comes_back =
        |name: &str| ["annual", "yearly", "every year", "each year", "calendar"].iter().any(|it| name.contains(it));
    doc.source().path().is_some_and(|path| year::is_in_name(path) || comes_back(path))
        || doc.sections_around(span.start).any(|section| comes_back(&section.name))
        || doc.title().is_some_and(|title| comes_back(&title.name))
        || doc.passages().get(passage).is_some_and(|it| holds(it.span))
        || doc.sections_around(span.start).any(|section| holds(section.heading))
}
