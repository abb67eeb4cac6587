//! `rules/when/relative-date.md`

use std::cell::LazyCell;

use crate::document::{Anchor, Document, MASK, Said};
use crate::finding::Findings;
use crate::text::{Origin, Span};
use crate::words::digit::holds_digit;
use crate::words::english::deadline;
use crate::words::english::relative::{self, Period, Relative, Use, When};
use crate::words::list::is_among;
use crate::words::{date, year};

pub fn check(doc: &Document, found: &mut Findings) {
    in_stamps(doc, found);
    let prose = doc.prose();
    let is_dated = LazyCell::new(|| is_dated_above(doc));
    for Said { sentence, text, found: times, .. } in doc.in_statements_with(&relative::WORDS, relative::find) {
        if doc.is_example(sentence.passage) {
            continue;
        }
        // What is a deadline is asked for as one.
        let deadlines = deadline::find(text);
        let has_year = LazyCell::new(|| year::is_in_name(text));
        let has_version = LazyCell::new(|| holds_digit(text) || text.contains(MASK));
        for time in times.iter().filter(|it| !deadline::is_in(&it.range, &deadlines)) {
            let span = prose.span_in(sentence, &time.range);
            let is_told = match time.when {
                // "As of this writing it builds with 9.12": the version says when, and so does a name in code that can be
                // looked up.
                When::Writing => *has_version,
                // "This year, but no ETA": nobody knows, and says so.
                _ if text.contains("no ETA") => true,
                // "In September 2010, 15 years ago"
                _ => *has_year,
            };
            if !is_told {
                flag(doc, time, span, &is_dated, found);
            }
        }
    }
}

fn flag(
    doc: &Document,
    time: &Relative,
    span: Span,
    is_dated: &LazyCell<bool, impl FnOnce() -> bool>,
    found: &mut Findings,
) {
    let is_to_come = matches!(time.used, Use::Due | Use::Plan);
    match doc.anchor_at(span.start) {
        _ if is_counted_down(doc, span) || is_of_value(doc, span) => {}
        None if is_year_known(doc, time) || is_exercise(doc) || is_of_week(doc, time) => {}
        None if time.used == Use::State && **is_dated => {}
        None if is_to_come || !is_sent(doc) => unanchored(time, span, found),
        Some(anchor) => anchored(doc, time, anchor, span, found),
        None => {}
    }
}

/// "**Date:** current session", where nothing else dates a file: whoever opens it has a session of their own.
fn in_stamps(doc: &Document, found: &mut Findings) {
    const NAMES: &[&str] = &["date", "created", "decided", "updated", "last updated", "last modified"];
    const TIMES: &str = "now today current current-session this-session";
    // Bytes.
    const LONGEST: usize = 24;
    let is_time = |value: Span| {
        let said = doc.prose().clean(value).trim().to_lowercase();
        value.len() <= LONGEST && is_among(TIMES, &said.replace(' ', "-"))
    };
    let stamps = doc.labels().iter().filter(|it| it.bold && NAMES.contains(&it.name.as_str()) && is_time(it.value));
    for stamp in stamps.filter(|it| doc.is_page_at(it.key.start) && !doc.is_called_template()) {
        found.flag(stamp.value, "which date is that?").asks("When was this written?");
    }
}

/// The roadmap of a year need not say which year "this year" is.
fn is_year_known(doc: &Document, time: &Relative) -> bool {
    matches!(time.when, When::Period(Period::Year, _)) && doc.says_in_name(year::is_in_name)
}

/// "A week ago", in the part "T-0" of a plan: its own parts say when that was.
fn is_counted_down(doc: &Document, at: Span) -> bool {
    doc.sections_around(at.start).any(|it| it.level > 1 && deadline::is_countdown(it.short_title()))
}

/// "`year_high`: published before this year": the one that stands for the name in code.
fn is_of_value(doc: &Document, at: Span) -> bool {
    let line = doc.line_near(at).trim_start_matches(['|', '-', '*', ' ']);
    let behind = line.strip_prefix('`').and_then(|it| it.split_once('`')).map_or("", |it| it.1.trim_start());
    doc.at(at).eq_ignore_ascii_case("this year") && behind.starts_with([':', '|', '-', '\u{2013}', '\u{2014}'])
}

/// "This week", in "lectures/week-01/README.md": the path says which week of the course.
fn is_of_week(doc: &Document, time: &Relative) -> bool {
    let is_counted = |part: &str| {
        let rest = part.strip_prefix("week").map(|it| it.trim_start_matches(['-', '_', ' ']));
        rest.is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()))
    };
    matches!(time.when, When::Period(Period::Week, 0))
        && doc.source().path().is_some_and(|it| it.to_ascii_lowercase().split('/').any(is_counted))
}

/// The case that an exercise tells is made up: "exercises/leak.md".
fn is_exercise(doc: &Document) -> bool {
    doc.source().path().is_some_and(|it| it.to_ascii_lowercase().contains("exercise"))
}

/// Whether a line at the top has a day behind a name or in a table, whatever it is called: a reader takes it for that of the writing.
fn is_dated_above(doc: &Document) -> bool {
    const LINES: usize = 16;
    const LONGEST: usize = 100;
    let is_field = |it: &&str| it.len() <= LONGEST && it.contains([':', '|']);
    doc.text().lines().take(LINES).filter(is_field).any(|it| date::mentions(it).iter().any(|it| it.date().is_some()))
}

/// Whoever reads a message sees when it was sent: what it tells of the past is told.
fn is_sent(doc: &Document) -> bool {
    let source = doc.source();
    source.written.is_some() || matches!(source.origin, Origin::Message | Origin::Issue | Origin::Commit)
}

fn unanchored(time: &Relative, span: Span, found: &mut Findings) {
    let (label, question) = match (time.used, time.when) {
        (Use::State, _) => ("of which date?", "When was this written?"),
        (Use::Done, _) => ("counted from which day?", "When did this happen?"),
        (Use::Due | Use::Plan, _) => ("counted from which day?", "Which date is that?"),
    };
    found.flag(span, label).asks(question);
}

/// The day of writing is known: only what two readers count in two ways is open, and a day that could stand there.
fn anchored(doc: &Document, time: &Relative, anchor: Anchor, span: Span, found: &mut Findings) {
    let dates = relative::dates(time.when, anchor.date);
    let is_to_come = matches!(time.used, Use::Due | Use::Plan);
    match (dates.as_slice(), time.when) {
        ([one, other], _) if anchor.is_certain => {
            let flag = found.flag(span, format!("{other} or {one}"));
            flag.asks("Which of the two days is meant?");
            for date in [other, one] {
                flag.suggest(format!("write {date}"), span, date.to_string());
            }
        }
        ([date], _) if is_to_come && anchor.is_certain && doc.at(span).split(' ').count() < 4 => {
            let flag = found.flag(span, format!("that is {date}"));
            flag.asks("Which date is that?").unsure().fix(format!("write {date}"), span, date.to_string());
        }
        (dates, _) if is_to_come && !anchor.is_certain && is_sent(doc) => {
            let flag = found.flag(span, format!("counted from {}", anchor.date));
            flag.asks("Which date is that?");
            for date in dates {
                flag.suggest(format!("write {date}"), span, date.to_string());
            }
        }
        _ => {}
    }
}
