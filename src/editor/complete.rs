//! What may be written next: the heading of a part that is missing, behind `#`, and a moment that is the same for every
//! reader, behind `@`. Who asks says what day it is.

use jiff::civil::{Date, Time, time};
use jiff::{Span as Length, ToSpan};
use lsp_types::{CompletionItem, CompletionItemKind, CompletionTextEdit, InsertTextFormat, TextEdit};

use super::{Page, fill};
use crate::compose::new::Now;
use crate::document::CommentForm;
use crate::rule::Need;
use crate::text::Span;
use crate::words::date::weekday_name;

/// The letters that ask for this.
pub const TRIGGERS: [&str; 2] = ["#", "@"];

/// When a day of work ends where nobody says when.
const END_OF_DAY: Time = time(17, 0, 0, 0);

pub fn at(page: &Page, offset: usize, now: Now) -> Vec<CompletionItem> {
    let text = &page.source.text;
    let line = page.sheet.line(offset, text);
    let before = &text[line.start..offset.clamp(line.start, line.end)];
    if let Some(title) = before.strip_prefix('#') {
        let marks = 1 + title.bytes().take_while(|it| *it == b'#').count();
        return headings(page, Span::new(line.start, offset), marks);
    }
    let is_word = |it: char| it.is_ascii_alphanumeric() || it == '-';
    let word = &before[before.trim_end_matches(is_word).len()..];
    let start = before.len() - word.len();
    let is_asked = before[..start].ends_with('@') && !before[..start - 1].ends_with(|it: char| it.is_alphanumeric());
    if is_asked { moments(page, Span::new(line.start + start - 1, offset), now) } else { Vec::new() }
}

/// The parts that the text lacks, each with the question that it answers.
fn headings(page: &Page, typed: Span, marks: usize) -> Vec<CompletionItem> {
    let Some(kind) = page.kind().filter(|_| marks <= 6) else { return Vec::new() };
    let heading = |(number, need): (usize, &Need)| {
        let name = need.slot.headings.iter().next().map_or_else(|| need.name.replace('-', " "), String::clone);
        let mut letters = name.chars();
        let title = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>();
        let line = format!("{} {title}", "#".repeat(marks));
        let question = need.question().unwrap_or_default().to_owned();
        let new = format!("{line}\n\n{}", CommentForm::of(&page.source.name).around(&question));
        CompletionItem {
            detail: Some(question),
            sort_text: Some(format!("{number:03}")),
            ..item(page, typed, line, new)
        }
    };
    fill::open(page, kind).into_iter().enumerate().map(heading).collect()
}

/// The days ahead by the names that people call them.
fn moments(page: &Page, typed: Span, now: Now) -> Vec<CompletionItem> {
    let today = now.at.date();
    let named = [("today", 0.days()), ("tomorrow", 1.days()), ("in-two-days", 2.days()), ("next-week", 1.weeks())];
    let after = |name: &str, length: Length| Some((name.to_owned(), today.checked_add(length).ok()?));
    let named = named.into_iter().filter_map(|(name, length)| after(name, length));
    let weekdays = (1..=7).filter_map(|ahead| {
        let day = today.checked_add(ahead.days()).ok()?;
        Some((weekday_name(day.weekday()).to_lowercase(), day))
    });
    let moment = |(number, (name, day)): (usize, (String, Date))| {
        let new = moment(page, day, now);
        let detail = format!("{} {new}", weekday_name(day.weekday()));
        CompletionItem {
            detail: Some(detail),
            sort_text: Some(format!("{number:03}")),
            ..item(page, typed, format!("@{name}"), new)
        }
    };
    named.chain(weekdays).enumerate().map(moment).collect()
}

/// The end of a day of work: on the one clock that the readers share, or else on that of whoever writes.
fn moment(page: &Page, day: Date, now: Now) -> String {
    let readers = &page.policy.readers;
    let end = readers.business_hours.map_or(END_OF_DAY, |it| it.1);
    let zone = readers.one_zone().map_or_else(|| now.zone(), |it| it.name.clone());
    format!("{day} {:02}:{:02} {zone}", end.hour(), end.minute())
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
