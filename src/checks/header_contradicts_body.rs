//! `rules/agree/header-contradicts-body.md`

use std::ops::Range;

use jiff::Unit;
use jiff::civil::{DateTime, Time};

use crate::document::{Document, Field};
use crate::finding::Findings;
use crate::text::Span;
use crate::words::date::{self, Mention};
use crate::words::english::incident::{self, Phase};
use crate::words::list::is_among;
use crate::words::near;
use crate::words::time_of_day::{clock_times, time_of_day};

const START: &[&str] = &["date", "start", "started", "start time", "incident start", "began", "from"];
const END: &[&str] = &["resolvedwhen", "resolved when", "resolved at", "end", "ended", "end time", "incident end"];

/// Minutes: nearer times are one time, rounded.
const ROUNDED: f64 = 10.0;

pub fn check(doc: &Document, found: &mut Findings) {
    let state = doc.field(incident::STATE_FIELDS).and_then(|field| Some((field, incident::is_over(&field.text)?)));
    match state {
        Some((field, true)) => over_and_still_open(doc, field, found),
        Some((field, false)) => open_and_already_over(doc, field, found),
        None => {}
    }
    let start = doc.field(START);
    if let (Some(start), Some(end)) = (start, doc.field(END)) {
        ends_before_it_starts(start, end, state.is_none_or(|(_, is_over)| is_over), found);
    }
    if let Some(start) = start {
        starts_twice(doc, start, found);
    }
}

/// The sentences of the body that say where it stands.
fn phases(doc: &Document) -> Vec<(Phase, Span)> {
    let prose = doc.prose();
    let told = prose.sentences().iter().filter_map(|sentence| {
        let text = prose.said(sentence);
        // The cause is looked for long after the end.
        let (phase, range) = incident::find_phase(text).filter(|_| !text.contains("root cause"))?;
        Some((phase, prose.span_in(sentence, &range)))
    });
    told.collect()
}

fn over_and_still_open(doc: &Document, field: &Field, found: &mut Findings) {
    let Some((newest, is_certain)) = doc.newest_post() else { return };
    let phases = phases(doc);
    let newest: Vec<_> = phases.iter().filter(|(_, span)| newest.span.contains(*span)).collect();
    if newest.iter().any(|(phase, _)| *phase == Phase::Over) {
        return;
    }
    let is_over_elsewhere = phases.iter().any(|(phase, _)| *phase == Phase::Over);
    let open = newest.iter().find(|(phase, _)| *phase == Phase::Open);
    let Some((phase, span)) = open.or(newest.iter().find(|(phase, _)| *phase == Phase::Ahead)) else { return };
    if is_first_message(doc, *span) {
        return;
    }
    let label = if *phase == Phase::Open { "still going on here" } else { "still to come here" };
    let flag = found.flag(*span, label);
    flag.and(field.value, "over in the header").asks("Is it over, and what came of it?");
    if *phase == Phase::Ahead || is_over_elsewhere || !is_certain {
        flag.unsure();
    }
}

/// Whether a line of its own says above it that these are the words of the beginning: "[Initial message]".
fn is_first_message(doc: &Document, at: Span) -> bool {
    const REACH: usize = 2000;
    const LINES: &str = "initial first original message report announcement";
    let above = near::behind_within(&doc.text()[..at.start], REACH);
    above.lines().any(|line| {
        let bare = line.trim_matches(|it: char| !it.is_alphabetic()).to_ascii_lowercase();
        bare.split(' ').count() == 2 && bare.split(' ').all(|word| is_among(LINES, word))
    })
}

fn open_and_already_over(doc: &Document, field: &Field, found: &mut Findings) {
    let Some((newest, is_certain)) = doc.newest_post() else { return };
    let phases = phases(doc);
    let newest: Vec<_> = phases.iter().filter(|(_, span)| newest.span.contains(*span)).collect();
    let is_open = newest.iter().any(|(phase, _)| *phase != Phase::Over);
    let Some((_, span)) = newest.iter().find(|(phase, _)| *phase == Phase::Over).filter(|_| !is_open) else { return };
    let flag = found.flag(*span, "over here");
    flag.and(field.value, "not over in the header").asks("Is it over?");
    if !is_certain {
        flag.unsure();
    }
}

fn ends_before_it_starts(start: &Field, end: &Field, is_over: bool, found: &mut Findings) {
    let (Some((begins, _)), Some((ends, _))) = (moment(&start.text), moment(&end.text)) else { return };
    if ends < begins {
        let flag = found.flag(end.value, "before it began");
        flag.and(start.value, "began here").asks("When did it end?");
        if !is_over {
            // Where it is not over yet, the field is left from the page that this one was copied from.
            flag.unsure();
        }
    }
}

/// A moment in a header, and whether its clock is the world's.
fn moment(text: &str) -> Option<(DateTime, bool)> {
    let text = date::as_written(text);
    let day = date::mentions(&text).first()?.date()?;
    let clock = clock_times(&text).next()?;
    let zone = &text[clock.end..];
    let is_utc = ["-00:00", "+00:00", "UTC"].iter().any(|it| zone.ends_with(it));
    Some((day.to_datetime(time_of_day(&text[clock])?), is_utc))
}

/// The body says that it starts on another day, or at another hour of that day, than the header does.
fn starts_twice(doc: &Document, start: &Field, found: &mut Findings) {
    let Some((begins, is_utc)) = moment(&start.text) else { return };
    let prose = doc.prose();
    let day_of = |mention: &Mention| mention.in_year(mention.year.unwrap_or(begins.year()));
    let has_day = date::mentions(prose.text()).iter().any(|it| day_of(it) == Some(begins.date()));
    let is_near = |time: Time| (begins.time() - time).total(Unit::Minute).is_ok_and(|it| it.abs() < ROUNDED);
    let mut clocks = clock_times(prose.text()).filter_map(|at| time_of_day(&prose.text()[at]));
    let has_time = clocks.any(is_near);
    for sentence in prose.sentences() {
        let text = prose.said(sentence);
        let Some(mention) = date::only(text) else { continue };
        let Some(day) = day_of(&mention).filter(|_| incident::tells_start(text)) else { continue };
        // A date whose own weekday denies it is wrong in itself.
        let is_denied = mention.weekday.as_ref().is_some_and(|(weekday, _)| day.weekday() != *weekday);
        if is_denied && mention.year.is_some() {
            continue;
        }
        let clock = clock_times(text).next();
        let time = clock.clone().and_then(|at| time_of_day(&text[at]));
        let place = |at: &Range<usize>| prose.span_in(sentence, at);
        // A slip of one part: the rest of the moment is the same.
        let is_slip = time == Some(begins.time()) || mention.day == begins.day();
        let (at, label, question) = match clock {
            _ if day != begins.date() && is_slip && !has_day => {
                (mention.range.clone(), "another day than in the header", "On which day does it start?")
            }
            Some(at) if day == begins.date() && is_utc && !has_time && is_universal(&text[at.end..]) => {
                (at, "another hour than in the header", "At which hour does it start?")
            }
            _ => continue,
        };
        found.flag(place(&at), label).and(start.value, "begins here").asks(question);
    }
}

/// What follows a clock time puts it in the world's zone.
fn is_universal(after: &str) -> bool {
    ["UTC", "GMT", "Z"].iter().any(|zone| after.trim_start_matches([' ', '(']).starts_with(zone))
}
