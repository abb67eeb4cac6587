//! Moments: the date of a text, the times of a course of events, the zone that they are in.

use crate::words::pattern::Pattern;
use std::sync::LazyLock;

use super::{By, Evidence, line};
use crate::document::{Document, Place};
use crate::slot::measure;
use crate::text::{Span, border};
use crate::words::date::{self, numeric};
use crate::words::file_name;
use crate::words::time_of_day::{self, has_clock_time};
use crate::words::zone::named;

/// So many events make a course of events; in running text it takes one more.
const EVENTS: usize = 2;
const TIMES_IN_PROSE: usize = 3;
/// "9.07" is the number of a section as often, until it comes again and again.
const DOTTED_EVENTS: usize = 3;

/// "(Monday, November 30th, 2026, 10:00 to 11:00 UTC)" and no sentence around it.
const LONGEST_BARE_DATE: usize = 60;

/// Bytes: so far behind its time a zone may stand, and so long are the longest names of zones and ways to write a time.
const NEAR_TIME: usize = 8;
const LONGEST_ZONE: usize = 64;
const LONGEST_TIME: usize = 64;

/// Passages at the top, with the title.
const OPENING: usize = 6;

/// The text says when it was written or when it happened: in its title, its header or its file's name.
pub fn dated(doc: &Document) -> Vec<Evidence> {
    let mut found = Vec::new();
    if doc.source().path().is_some_and(|path| file_name::date(path).is_some()) {
        found.push(Evidence { span: doc.head(), by: By::Metadata });
    }
    for field in doc.fields().iter().filter(|it| matches!(it.name.as_str(), "title" | "summary" | "period")) {
        if date::has_date(&field.text) {
            found.push(Evidence { span: field.value, by: By::Metadata });
        }
    }
    for section in doc.sections().iter().filter(|it| date::has_date(&it.title)) {
        found.push(Evidence { span: section.heading, by: By::Heading });
    }
    found.extend(bare_dates(doc));
    let is_title = |span: Span| doc.title().is_some_and(|title| title.heading == span);
    let opening = doc.passages().iter().enumerate().filter(|(_, it)| !is_title(it.span));
    for (index, passage) in opening.take_while(|(_, it)| !it.place.is_heading()).take(5) {
        if names_day(doc.prose().passage(index)) {
            found.push(Evidence { span: passage.span, by: By::Prose });
        }
    }
    found
}

/// Whether a text names a day of a year, in words or in numbers: which of those is the month, another rule asks.
fn names_day(text: &str) -> bool {
    date::mentions(text).iter().any(|it| it.year.is_some()) || numeric::all(text).any(|it| it.year.is_some())
}

/// Paragraphs that are a date and hardly more, as they stand below a heading; not below that of the next meeting.
fn bare_dates<'d>(doc: &'d Document) -> impl Iterator<Item = Evidence> + 'd {
    let paragraphs = doc.passages().iter().enumerate().filter(|(_, it)| it.place == Place::Paragraph && !it.quoted);
    let dated = paragraphs.filter(|(index, passage)| {
        let around = doc.section_at(passage.span.start).map_or("", |section| section.name.as_str());
        let is_ahead = around.starts_with("next ") || around.starts_with("upcoming ");
        let clean = doc.prose().passage(*index);
        !is_ahead && clean.len() <= LONGEST_BARE_DATE && names_day(clean)
    });
    dated.map(|(_, it)| Evidence { span: it.span, by: By::Prose })
}

/// A name that holds the date only in its address, as posts do.
pub fn dated_slug(doc: &Document) -> Vec<Evidence> {
    let slug = doc.fields().iter().filter(|it| it.name == "slug" && file_name::date(&it.text).is_some());
    slug.map(|it| Evidence { span: it.value, by: By::Metadata }).collect()
}

/// A sentence that gives the next meeting a date.
pub fn next_meeting(doc: &Document) -> Vec<Evidence> {
    const NAMES: &[&str] = &["next meeting", "next call", "next sync", "next session"];
    let prose = doc.prose();
    let sentences = prose.sentences().iter().filter(|sentence| {
        let text = prose.said(sentence);
        let lower = text.to_lowercase();
        NAMES.iter().any(|name| lower.contains(name)) && date::has_date(text)
    });
    sentences.map(|it| Evidence { span: prose.span(it.range.clone()), by: By::of(it.place) }).collect()
}

/// Events with their clock times, one a line, or several times in running text.
pub fn timeline(doc: &Document) -> Vec<Evidence> {
    let events = events(doc);
    if events.len() >= EVENTS {
        return events;
    }
    let dotted = dotted_events(doc);
    if dotted.len() >= DOTTED_EVENTS {
        return dotted;
    }
    let times = clock_times(doc);
    if times.len() >= TIMES_IN_PROSE { times } else { Vec::new() }
}

/// Events with their days, one a line: where something took weeks, they tell as much as clock times.
pub fn dated_events(doc: &Document) -> Vec<Evidence> {
    static DAY: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"^\W{0,4}\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}(?-u:\b)"));
    let mut days = Vec::new();
    for passage in doc.passages() {
        for (span, line) in passage.content.iter().flat_map(|piece| line::within(doc, *piece)) {
            let is_first =
                date::mentions(line).first().is_some_and(|it| !line[..it.range.start].contains(char::is_alphanumeric));
            if is_first || DAY.is_match(line) {
                days.push(Evidence { span, by: By::of(passage.place) });
            }
        }
    }
    if days.len() >= EVENTS { days } else { Vec::new() }
}

/// Any clock time at all.
pub fn clock_times(doc: &Document) -> Vec<Evidence> {
    let prose = doc.prose();
    time_of_day::clock_times(prose.text()).map(|range| Evidence { span: prose.span(range), by: By::Prose }).collect()
}

/// Lines that begin with a clock time: headings, items, cells, lines of a paragraph.
fn events(doc: &Document) -> Vec<Evidence> {
    let mut events = Vec::new();
    for passage in doc.passages() {
        let by = if passage.place.is_heading() { By::Heading } else { By::of(passage.place) };
        let lines = passage.content.iter().flat_map(|piece| line::within(doc, *piece));
        events.extend(lines.filter(|(_, line)| begins_with_time(line)).map(|(span, _)| Evidence { span, by }));
    }
    events
}

/// Lines below a heading of a course of events that begin with a time as it is written on the islands: "9.07 the disk is full".
fn dotted_events(doc: &Document) -> Vec<Evidence> {
    static TIME: LazyLock<Pattern> =
        LazyLock::new(|| Pattern::new(r"^\W{0,4}(?:[01]?\d|2[0-3])\.[0-5]\d(?: ?[ap]m)?(?:[ :,\x{2013}-]|$)"));
    let mut events = Vec::new();
    let parts = doc.under(&["timeline", "incident timeline", "chronology", "timeline of events", "what happened"]);
    for passage in doc.passages_of(&parts).map(|index| &doc.passages()[index]) {
        let lines = passage.content.iter().flat_map(|piece| line::within(doc, *piece));
        let timed = lines.filter(|(_, line)| TIME.is_match(line));
        events.extend(timed.map(|(span, _)| Evidence { span, by: By::of(passage.place) }));
    }
    events
}

/// A clock time, or a date and a clock time, stands before the words.
fn begins_with_time(line: &str) -> bool {
    let Some(time) = time_of_day::clock_times(line).next() else { return false };
    let before = &line[..time.start];
    let dates: usize =
        date::mentions(before).iter().map(|it| before[it.range.clone()].matches(char::is_alphabetic).count()).sum();
    // "at", "ca." and "~" may stand there too.
    before.matches(char::is_alphabetic).count() <= dates + 6
}

/// The zone of the times, named or as an offset.
pub fn zone(doc: &Document) -> Vec<Evidence> {
    let prose = doc.prose();
    let text = prose.text();
    let named = named::all(text).filter(|range| is_zone(text, range.start, &text[range.clone()]));
    let named = named.map(|range| Evidence { span: prose.span(range), by: By::Prose });
    // Behind its time a zone counts in any letters, and so does a city; there it counts in code and in addresses too.
    let placed = time_of_day::clock_times(text).filter(|time| has_zone_behind(text, time.end));
    let placed = placed.map(|time| Evidence { span: prose.span(time), by: By::Prose });
    let is_placed = |line: &str| time_of_day::clock_times(line).any(|time| has_zone_behind(line, time.end));
    let is_zoned = |line: &str| has_zone_after_time(line) || is_placed(line);
    named.chain(placed).chain(events(doc).into_iter().filter(|event| is_zoned(doc.at(event.span)))).collect()
}

/// Whether a zone stands behind the clock time that ends at a place: "10:25 am edt".
fn has_zone_behind(text: &str, end: usize) -> bool {
    named::behind(&text[end..border(text, end + LONGEST_ZONE)]).is_some()
}

/// When all this was true: a date with its time and zone, in the title, the first lines or a line that is there for it.
pub fn instant(doc: &Document) -> Vec<Evidence> {
    const NAMES: &[&str] = &[
        "date",
        "as of",
        "updated",
        "last updated",
        "last update",
        "snapshot",
        "written",
        "verified",
        "timestamp",
        "handoff timestamp",
    ];
    let is_instant = |text: &str| {
        let text = date::as_written(text);
        has_zone_after_time(&text) && date::mentions(&text).iter().any(|it| it.year.is_some())
    };
    let fields = doc.fields().iter().filter(|it| NAMES.contains(&it.name.as_str()) && is_instant(&it.text));
    let labels = doc.labels().iter().filter(|it| NAMES.contains(&it.name.as_str()) && is_instant(doc.at(it.value)));
    let title = doc.title().filter(|it| is_instant(&it.title)).map(|it| Evidence { span: it.heading, by: By::Title });
    let opening = doc.passages().iter().filter(|it| !it.quoted).take(OPENING);
    let opening = opening.filter(|it| is_instant(doc.at(it.span)));
    let metadata = fields.map(|it| it.value).chain(labels.map(|it| it.value));
    let mut found: Vec<Evidence> = metadata.map(|span| Evidence { span, by: By::Metadata }).collect();
    found.extend(title);
    found.extend(opening.map(|it| Evidence { span: it.span, by: By::of(it.place) }));
    found
}

/// "As of 17:30 UTC" at the head of a message, which bears its day itself.
pub fn as_of_clock(doc: &Document) -> Vec<Evidence> {
    const CUES: &[&str] = &["as of", "as at", "end of shift", "end of my shift", "end of the shift"];
    let is_as_of = |text: &str| {
        let cue = |time: &std::ops::Range<usize>| {
            let before = text[..time.start].trim_end_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
            let before = before.strip_suffix(" at").unwrap_or(&before);
            CUES.iter().any(|cue| before.ends_with(cue))
        };
        time_of_day::clock_times(text).take(EVENTS).any(|time| cue(&time) && has_zone_behind(text, time.end))
    };
    let opening = doc.passages().iter().enumerate().take(OPENING).filter(|(_, it)| !it.quoted);
    let told = opening.filter(|(index, _)| is_as_of(doc.prose().passage(*index)));
    told.map(|(_, it)| Evidence { span: it.span, by: By::of(it.place) }).collect()
}

/// A clock time in a field of the header.
pub fn clock_in_header(doc: &Document) -> Vec<Evidence> {
    let timed = doc.fields().iter().filter(|it| has_clock_time(&date::as_written(&it.text)));
    timed.map(|it| Evidence { span: it.value, by: By::Metadata }).collect()
}

/// A field of the header that holds a time with its zone, as machines write it.
pub fn zone_in_header(doc: &Document) -> Vec<Evidence> {
    let zoned = doc.fields().iter().filter(|it| has_zone_after_time(&date::as_written(&it.text)));
    zoned.map(|it| Evidence { span: it.value, by: By::Metadata }).collect()
}

fn has_zone_after_time(line: &str) -> bool {
    time_of_day::clock_times(line).any(|time| {
        let end = border(line, time.end + NEAR_TIME + LONGEST_ZONE);
        named::all(&line[time.start..end]).any(|zone| zone.start <= time.len() + NEAR_TIME)
    })
}

/// "-2018" in a span of years is no offset, and "Conclusion/Resolution" is no place.
fn is_zone(text: &str, start: usize, found: &str) -> bool {
    const REGIONS: &[&str] =
        &["Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Etc/", "Indian/", "Pacific/", "US/"];
    let is_weak = matches!(found, "ET" | "CT" | "MT" | "PT" | "MST" | "WET" | "EET");
    if is_weak || found.starts_with(['+', '-']) {
        let near = border(text, start.saturating_sub(LONGEST_TIME));
        let before = text[near..start].trim_end();
        return time_of_day::clock_times(before).last().is_some_and(|time| before.len() - time.end <= 4);
    }
    !found.contains('/') || REGIONS.iter().any(|region| found.starts_with(region))
}

/// The two events between which somebody noticed.
pub fn to_detect(doc: &Document) -> Vec<Evidence> {
    measure::of("time-to-detect", doc).map_or_else(Vec::new, |it| it.evidence.to_vec())
}

/// The two events between which the incident lasted.
pub fn to_restore(doc: &Document) -> Vec<Evidence> {
    measure::of("time-to-restore", doc).map_or_else(Vec::new, |it| it.evidence.to_vec())
}
