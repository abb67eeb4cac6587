//! The updates of a page that grows: each begins with its time, with a label such as "Initial message", or behind a rule.
//! Most pages put the newest on top, and some below; the times and the labels tell which.

use jiff::civil::{Date, Time};

use super::Document;
use super::passage::Place;
use crate::markdown::BlockKind;
use crate::text::Span;
use crate::words::date;
use crate::words::time_of_day::{clock_times, time_of_day};

/// One update of a page, from its first passage to its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Post {
    pub span: Span,
    /// When it was written, as far as its first line says so.
    pub day: Option<Date>,
    pub time: Option<Time>,
    /// It is called the first or the last one.
    pub is_first: bool,
    pub is_last: bool,
}

/// A line with more letters beside its time than these is a sentence.
const STAMP_LETTERS: usize = 24;

const FIRST: &[&str] = &["initial", "original message", "first message", "opening", "open issue", "open message"];
const LAST: &[&str] = &["final", "closing", "close", "closed", "resolution", "resolved"];

pub fn all(doc: &Document) -> Vec<Post> {
    let rules: Vec<usize> =
        doc.blocks().iter().filter(|(_, it)| it.kind == BlockKind::Break).map(|(_, it)| it.span.start).collect();
    let title = doc.title().filter(|it| it.level == 1).map(|it| it.heading);
    let mut posts: Vec<Post> = Vec::new();
    let mut before = 0;
    for passage in doc.passages().iter().filter(|it| !it.quoted && Some(it.span) != title) {
        let first = passage.content.first().map_or("", |piece| doc.at(*piece));
        let line = first.lines().next().unwrap_or_default();
        let post = read(line, passage.span);
        let has_rule = rules.partition_point(|at| *at < before) < rules.partition_point(|at| *at < passage.span.start);
        before = passage.span.end;
        let is_new = has_rule || passage.place != Place::Item && (post.time.is_some() || post.is_first || post.is_last);
        match posts.last_mut() {
            Some(last) if !is_new => last.span.end = passage.span.end.max(last.span.end),
            _ => posts.push(post),
        }
    }
    posts
}

/// What the first line of a post says of it.
fn read(line: &str, span: Span) -> Post {
    let plain = line.trim_start_matches(|it: char| !it.is_alphanumeric());
    let label = plain.to_lowercase();
    let is_short = plain.len() <= 60;
    let clock = clock_times(line).next().filter(|at| is_stamp(&line[..at.start]));
    let day = clock.as_ref().and_then(|_| date::mentions(line).first()?.date());
    Post {
        span,
        day,
        time: clock.and_then(|at| time_of_day(&line[at])),
        is_first: is_short && FIRST.iter().any(|word| label.starts_with(word)),
        is_last: is_short && LAST.iter().any(|word| label.starts_with(word)),
    }
}

/// What stands before the time of a post is its date, and at most a label.
fn is_stamp(before: &str) -> bool {
    let dates: usize = date::mentions(before).iter().map(|it| it.range.len()).sum();
    before.matches(char::is_alphabetic).count() <= STAMP_LETTERS
        && before.len().saturating_sub(dates) <= 2 * STAMP_LETTERS
}

impl Document<'_> {
    /// The newest update of the page, and whether it is certain that it is.
    pub fn newest_post(&self) -> Option<(Post, bool)> {
        let posts = all(self);
        let [first, .., last] = posts.as_slice() else { return posts.first().map(|only| (*only, true)) };
        if let Some(labelled) = posts.iter().find(|it| it.is_last) {
            return Some((*labelled, true));
        }
        // Where one of the two gives no day, both are of the same.
        let order = match (first.day.zip(last.day), first.time.zip(last.time)) {
            (Some((a, b)), Some((c, d))) => Some((a, c) >= (b, d)),
            (None, Some((c, d))) => Some(c >= d),
            (_, None) => None,
        };
        match order {
            Some(true) => Some((*first, true)),
            Some(false) => Some((*last, true)),
            None => Some((*first, last.is_first)),
        }
    }
}
