//! What may be written next: the heading of a part that is missing, behind `#`, and a moment that is the same for every
//! reader, behind `@`. Who asks says what day it is.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, Weekday, time};
use lsp_types::{CompletionItem, CompletionItemKind, CompletionTextEdit, InsertTextFormat, TextEdit};

use super::{Page, fill};
use crate::compose::new::Now;
use crate::compose::outline::{Outline, Part, Spot};
use crate::document::{CommentForm, Document};
use crate::text::{Span, line_end};
use crate::words::date::weekday_name;

/// The letters that ask for this.
pub const TRIGGERS: [&str; 2] = ["#", "@"];

/// When a day of work ends where nobody says when.
const END_OF_DAY: Time = time(17, 0, 0, 0);
const LAST_MINUTE: Time = time(23, 59, 0, 0);

pub fn at(page: &Page, offset: usize, now: Now) -> Vec<CompletionItem> {
    let text = &page.source.text;
    let line = page.sheet.line(offset, text);
    let before = &text[line.start..offset.clamp(line.start, line.end)];
    if let Some(title) = before.strip_prefix('#') {
        let marks = 1 + title.bytes().take_while(|it| *it == b'#').count();
        let doc = page.document();
        // There it begins what is said aside.
        let is_apart = doc.is_in_code(offset) || doc.front_matter().is_some_and(|it| offset < it.end);
        return if is_apart { Vec::new() } else { headings(page, &doc, Span::new(line.start, offset), marks) };
    }
    let is_word = |it: char| it.is_ascii_alphanumeric() || it == '-';
    let word = &before[before.trim_end_matches(is_word).len()..];
    let start = before.len() - word.len();
    let is_asked = before[..start].ends_with('@') && !before[..start - 1].ends_with(|it: char| it.is_alphanumeric());
    match is_asked && !page.document().is_in_code(offset) {
        true => moments(page, Span::new(line.start + start - 1, offset), now),
        false => Vec::new(),
    }
}

/// The parts that the text lacks, as the skeleton of its kind calls them, each with the questions that it answers.
fn headings(page: &Page, doc: &Document, typed: Span, marks: usize) -> Vec<CompletionItem> {
    let Some(kind) = page.kind().filter(|_| marks <= 6) else { return Vec::new() };
    let open = fill::open(page, kind);
    let outline = Outline::of(&kind.skeleton);
    let question = |spot: &Spot| open.iter().find(|need| need.name == spot.need)?.question();
    let heading = |(number, part): (usize, &Part)| {
        // What the skeleton answers in a line of its own is no part.
        let here = outline.spots.iter().filter(|it| it.part == Some(number) && it.label.is_none());
        let questions: Vec<&str> = here.filter_map(question).collect();
        if questions.is_empty() || doc.sections().iter().any(|it| it.name == part.name) {
            return None;
        }
        // A text has one title.
        let level = if marks == 1 && doc.title().is_some() { part.level } else { marks };
        let line = format!("{} {}", "#".repeat(level), part.title);
        let form = CommentForm::of(&page.source.name);
        let asked: Vec<String> = questions.iter().map(|it| form.around(it)).collect();
        let apart = line_end(&page.source.text).repeat(2);
        let new = format!("{line}{apart}{}", asked.join(&apart));
        Some(CompletionItem {
            detail: Some(questions.join(" ")),
            sort_text: Some(format!("{number:03}")),
            ..item(page, typed, line, new)
        })
    };
    outline.parts.iter().enumerate().filter_map(heading).collect()
}

/// The days ahead by the names that people call them, each as the end of its work: on the one clock that the readers share,
/// or else on that of whoever writes.
fn moments(page: &Page, typed: Span, now: Now) -> Vec<CompletionItem> {
    let readers = &page.policy.readers;
    let end = readers.business_hours.map_or(END_OF_DAY, |it| it.1);
    let shared = readers.one_zone().and_then(|it| Some((now.on_the_clock_of(&it.zone)?, it.name.clone())));
    let (now, zone) = shared.unwrap_or_else(|| (now.at, now.zone()));
    let moment = |(number, (name, at)): (usize, (String, DateTime))| {
        let new = format!("{} {:02}:{:02} {zone}", at.date(), at.hour(), at.minute());
        let detail = format!("{} {new}", weekday_name(at.date().weekday()));
        CompletionItem {
            detail: Some(detail),
            sort_text: Some(format!("{number:03}")),
            ..item(page, typed, format!("@{name}"), new)
        }
    };
    ahead(now, end).into_iter().enumerate().map(moment).collect()
}

/// The days ahead by their names, where work ends at `end`. No moment of them is over: of a day whose work has ended, its
/// last minute is left.
fn ahead(now: DateTime, end: Time) -> Vec<(String, DateTime)> {
    let today = now.date();
    let after = |days: i32| today.checked_add(days.days()).ok();
    let named = [
        ("today", Some(today)),
        ("tomorrow", after(1)),
        ("in-two-days", after(2)),
        ("next-week", after(7).and_then(worked_on)),
    ];
    let named = named.into_iter().filter_map(|(name, day)| Some((name.to_owned(), day?)));
    let weekdays = (1..=7).filter_map(after).map(|day| (weekday_name(day.weekday()).to_lowercase(), day));
    let moment = |day: Date| match day.to_datetime(end) {
        over if over <= now => day.to_datetime(LAST_MINUTE),
        end => end,
    };
    named.chain(weekdays).map(|(name, day)| (name, moment(day))).collect()
}

/// A day, or the Friday of its week where it lies on a weekend: nobody means next Saturday by next week.
fn worked_on(day: Date) -> Option<Date> {
    let past = day.weekday().to_monday_zero_offset() - Weekday::Friday.to_monday_zero_offset();
    day.checked_sub(i32::from(past.max(0)).days()).ok()
}

fn item(page: &Page, typed: Span, label: String, new: String) -> CompletionItem {
    let range = page.sheet.range(typed, &page.source.text);
    CompletionItem {
        kind: Some(CompletionItemKind::TEXT),
        filter_text: Some(label.clone()),
        label,
        insert_text_format: Some(InsertTextFormat::PLAIN_TEXT),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(range, new))),
        ..CompletionItem::default()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn whatever_day_and_hour_it_is_what_is_named_lies_ahead() {
        let monday = date(2026, 11, 23);
        for (day, hour) in (0..7).flat_map(|day| (0..24).map(move |hour| (day, hour))) {
            let now = monday.at(0, 0, 0, 0).checked_add((day * 24 + hour).hours()).expect("a moment");
            let all = ahead(now, END_OF_DAY);
            let at = |name: &str| all.iter().find(|it| it.0 == name).expect(name).1;
            assert!(all.iter().all(|it| it.1 > now), "{now}: {all:?}");
            assert_eq!(at("today").date(), now.date(), "{now}");
            assert_eq!((at("today").hour(), at("today").minute()), if hour < 17 { (17, 0) } else { (23, 59) }, "{now}");
            assert_eq!(at("tomorrow"), now.date().tomorrow().expect("a day").at(17, 0, 0, 0), "{now}");
            // From Monday to Friday the same day, and from a weekend the last day of work of the week ahead.
            let next_week = monday.checked_add((7 + day.min(4)).days()).expect("a day");
            assert_eq!(at("next-week"), next_week.at(17, 0, 0, 0), "{now}");
            let own = weekday_name(now.date().weekday()).to_lowercase();
            assert_eq!(at(&own).date(), now.date().checked_add(7.days()).expect("a day"), "{now}");
        }
    }

    #[test]
    fn today_is_that_of_the_clock_that_is_named() {
        let now = Now { at: date(2026, 11, 28).at(20, 30, 0, 0), offset: -8 * 60 };
        let tokyo = jiff::tz::TimeZone::get("Asia/Tokyo").expect("a zone");
        assert_eq!(now.on_the_clock_of(&tokyo), Some(date(2026, 11, 29).at(13, 30, 0, 0)));
    }
}
