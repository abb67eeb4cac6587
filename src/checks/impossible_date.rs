//! `rules/when/impossible-date.md`

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::document::{Document, Field, Place, Said, Sentence, Table};
use crate::finding::{Edit, Findings, Flag, Suggestion};
use crate::text::Span;
use crate::words::date::numeric::{self, Numeric};
use crate::words::date::{self, Mention, span};
use crate::words::english::{mood, specimen};
use crate::words::time_of_day::clock_times;

/// Whoever gets a date wrong does it once or twice; whoever names one such day more often, or more of them without a year,
/// writes about them.
const MOST: usize = 2;

pub fn check(doc: &Document, found: &mut Findings) {
    // "Invalid dates and what becomes of them"; "Fix the handling of an invalid date" is a change.
    let is_of_such = |it: &str| it.contains("invalid dates") || it.starts_with("invalid date");
    if doc.says_in_name(|it| is_of_such(&it.to_lowercase())) {
        return;
    }
    let prose = doc.prose();
    let mut odd = header(doc);
    for Said { sentence, text, found: mentions, .. } in doc.in_sentences_with(&date::WORDS, date::mentions) {
        let backwards = doc.once(text, |text| span::backwards(text, &date::mentions(text)));
        let is_odd = !backwards.is_empty() || mentions.iter().any(|it| !it.exists());
        if !is_odd || mood::denies(text) || mood::is_example(text) || is_denied_beside(doc, sentence) {
            continue;
        }
        // "Feb 31 -> Feb 28", "odd days (Feb 31) -> an error" say what becomes of it.
        let is_mended = |it: &Mention| {
            let rest = text[it.range.end..].trim_start_matches([' ', ')', '`', '"']);
            ["->", "=>", "\u{2192}", "becomes"].iter().any(|mark| rest.starts_with(mark))
        };
        let is_spoken_of = |it: &Mention| specimen::is_specimen(text, &it.range);
        let is_never = |it: &Mention| it.year.is_none() && specimen::is_for_never(text);
        // Excel counts it, and no calendar has it.
        let is_known = |it: &Mention| (it.year, it.month, it.day) == (Some(1900), 2, 29);
        let is_wrong =
            |it: &&Mention| !it.exists() && !is_known(it) && !is_mended(it) && !is_spoken_of(it) && !is_never(it);
        odd.extend(mentions.iter().filter(is_wrong).map(|it| (prose.span_in(sentence, &it.range), it.clone())));
        for span in backwards {
            let label = format!("{} is before {}", span.to, span.from);
            turned(found.flag(prose.span_in(sentence, &span.range), label));
        }
    }
    odd.extend(in_numbers(doc));
    odd.sort_by_key(|(at, _)| *at);
    turned_header(doc, found);
    // Of days without a year all are counted as one.
    let day = |it: &Mention| it.year.map(|year| (year, it.month, it.day));
    let mut times: HashMap<_, usize> = HashMap::new();
    odd.iter().for_each(|(_, it)| *times.entry(day(it)).or_default() += 1);
    let turned_rows = turned_rows(doc, &odd);
    let rest: HashSet<Span> = turned_rows.iter().flat_map(|it| &it[1..]).map(|it| it.0).collect();
    let first: HashMap<Span, &[Turned]> = turned_rows.iter().map(|it| (it[0].0, it.as_slice())).collect();
    for (at, mention) in odd.iter().filter(|it| !rest.contains(&it.0)) {
        let flag = found.flag(*at, "there is no such day");
        match first.get(at) {
            Some(all) => turn_all(flag, all),
            None => suggest(flag, mention, *at, doc),
        }
        // What a sentence in another language says of it nobody here can read.
        if times[&day(mention)] > MOST || !doc.is_english() {
            flag.unsure();
        }
    }
}

/// So many rows of one table are written alike, and not wrong one by one.
const COLUMN: usize = 3;

/// A place with the day that is meant there.
type Turned = (Span, Date);

/// The days of each table in which several stand before their month, and which can be read in no other way.
fn turned_rows(doc: &Document, odd: &[(Span, Mention)]) -> Vec<Vec<Turned>> {
    let read = |(at, it): &(Span, Mention)| Some((*at, Date::new(it.year?, it.day, it.month).ok()?));
    let in_table = |table: &Table| -> Vec<Turned> {
        let first = odd.partition_point(|(at, _)| at.start < table.span.start);
        odd[first..].iter().take_while(|(at, _)| at.end <= table.span.end).filter_map(read).collect()
    };
    if odd.len() < COLUMN {
        return Vec::new();
    }
    doc.tables().iter().map(in_table).filter(|it| it.len() >= COLUMN).collect()
}

/// One finding for all of them.
fn turn_all(flag: &mut Flag, all: &[Turned]) {
    flag.at.text = format!("there is no such day, and {} of this table are written so", all.len());
    let edits = all.iter().map(|(span, date)| Edit { span: *span, text: date.to_string() }).collect();
    flag.and_here(all[1..].iter().map(|(span, _)| *span));
    flag.suggestions.push(Suggestion { title: "write the month before the day".to_owned(), safe: false, edits });
}

fn turned(flag: &mut Flag) -> &mut Flag {
    flag.message = Some("this span of days ends before it begins".to_owned());
    flag.asks("Which of its two ends is right?")
}

/// "Incident from: 2026-11-28", and "Incident till: 2026-11-23": two fields that are the ends of one span.
fn turned_header(doc: &Document, found: &mut Findings) {
    const ENDS: &[(&str, &str)] = &[
        ("from", "to"),
        ("from", "till"),
        ("from", "until"),
        ("start", "end"),
        ("start date", "end date"),
        ("started", "ended"),
    ];
    // A header that people write is shorter.
    const MOST: usize = 64;
    let header = &doc.fields()[..doc.fields().len().min(MOST)];
    // What has an hour is a moment: the page of an incident is asked for it by another rule.
    let has_hour = |field: &Field| clock_times(&field.text).next().is_some();
    let day = |field: &Field| date::only(&field.text).filter(|_| !has_hour(field))?.date();
    for field in header {
        for (begin, end) in ENDS {
            let Some(whose) = field.name.strip_suffix(begin).filter(|it| it.is_empty() || it.ends_with(' ')) else {
                continue;
            };
            let other = header.iter().find(|it| it.name.strip_prefix(whose) == Some(*end));
            let Some((from, to, other)) = other.and_then(|it| Some((day(field)?, day(it)?, it))) else { continue };
            if to < from {
                turned(found.flag(other.value, format!("{to} is before {from}"))).and(field.value, "it begins here");
            }
        }
    }
}

/// The values of front matter that are no day; a value that speaks of something else is none of them.
fn header(doc: &Document) -> Vec<(Span, Mention)> {
    let values = doc
        .front_matter_fields()
        .map(|it| it.value)
        .filter(|it| doc.at(*it).trim_matches(['"', '\'']).len() == "2026-11-20".len());
    let dates = values.filter_map(|value| {
        let mention = date::mentions(doc.at(value)).pop()?;
        Some((Span::from(mention.range.clone()).after(value.start), mention))
    });
    dates.filter(|(_, it)| !it.exists()).collect()
}

/// "31/06/2026": one of the numbers can only be the day, and its month has none like it.
fn in_numbers(doc: &Document) -> impl Iterator<Item = (Span, Mention)> {
    let said = doc.in_sentences_with(&numeric::WORDS, numeric::find);
    let is_odd = |it: &Said<Vec<Numeric>>| it.found.iter().any(|it: &Numeric| it.impossible().is_some());
    let is_meant = move |it: &Said<Vec<Numeric>>| is_odd(it) && !mood::denies(it.text) && !mood::is_example(it.text);
    said.filter(is_meant).flat_map(|said| {
        let odd = said.found.iter().filter_map(|it| {
            let (month, day) = it.impossible().filter(|_| !specimen::is_specimen(said.text, &it.range))?;
            let mention = Mention { range: it.range.clone(), year: it.year, month, day, weekday: None };
            Some((doc.prose().span_in(said.sentence, &it.range), mention))
        });
        odd.collect::<Vec<_>>()
    })
}

/// Another cell of its row says that there is no such day: a table of values that are wrong.
fn is_denied_beside(doc: &Document, sentence: &Sentence) -> bool {
    sentence.place == Place::Cell && mood::denies(doc.line_near(doc.prose().span(sentence.range.clone())))
}

/// Whoever writes 31 November means its end, or the day after; whoever writes 29 February 2025 may mean another year. A day
/// that stands before its month is one of that month.
fn suggest(flag: &mut Flag, mention: &Mention, at: Span, doc: &Document) {
    if let Some(date) = mention.year.and_then(|year| Date::new(year, mention.day, mention.month).ok()) {
        flag.suggest(format!("write {date}"), at, date.to_string());
        return;
    }
    let Some(year) = mention.year.or_else(|| Some(doc.written_at(at.start)?.year())) else { return };
    let Some(last) = Date::new(year, mention.month, 1).map(Date::last_of_month).ok() else { return };
    let day_after = last.tomorrow().ok();
    let beside = [year - 1, year + 1].into_iter().find_map(|year| mention.in_year(year));
    for date in [Some(last), day_after, beside].into_iter().flatten() {
        flag.suggest(format!("write {date}"), at, date.to_string());
    }
}
