//! `rules/when/partial-date.md`

use crate::document::{Document, Place};
use crate::finding::Findings;
use crate::text::Span;
use crate::words::english::deadline;
use crate::words::english::partial::{self, Lacks, Partial};

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let mut years: Option<Vec<usize>> = None;
    for sentence in prose.sentences().iter().filter(|it| !matches!(it.place, Place::Heading(_))) {
        let text = &prose.text()[sentence.range.clone()];
        let dates = partial::find(text);
        if dates.is_empty() {
            continue;
        }
        let deadlines = deadline::find(text);
        for it in &dates {
            let is_deadline = deadlines.iter().any(|at| at.range.start < it.range.end && it.range.start < at.range.end);
            let start = sentence.range.start;
            let span = prose.span(start + it.range.start..start + it.range.end);
            let mut has_year = || {
                let years = years.get_or_insert_with(|| partial::years(doc.text()).collect());
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
    let flag = found.flag(span, label);
    flag.asks(question);
    if it.lacks == Lacks::End {
        flag.unsure();
    }
}

/// A year in the same section, or in a heading around it, is the year of the date.
fn is_near_year(doc: &Document, span: Span, years: &[usize]) -> bool {
    let holds = |range: Span| {
        let first = years.partition_point(|at| *at < range.start);
        years.get(first).is_some_and(|at| *at < range.end)
    };
    let is_in_path = doc.source().path().is_some_and(|path| partial::years(path).next().is_some());
    is_in_path
        || doc.section_at(span.start).is_none_or(|section| holds(section.lead))
        || doc.sections_around(span.start).any(|section| holds(section.heading))
}
