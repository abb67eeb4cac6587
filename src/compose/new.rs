//! A text to begin with: the skeleton of its kind, with what is known, and a question wherever nothing is.

use jiff::civil::DateTime;

use super::comment;
use crate::rule::KindPage;
use crate::rule::skeleton::{TITLE, TITLE_QUESTION};

/// What is known about a text before it is written.
#[derive(Debug, Clone, Default)]
pub struct Known {
    pub title: Option<String>,
    pub author: Option<String>,
    pub now: Option<Now>,
}

/// A moment as people write it where the author is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    pub at: DateTime,
    /// East of UTC, in minutes.
    pub offset: i32,
}

impl Now {
    pub fn date(self) -> String {
        self.at.date().to_string()
    }

    /// `2026-11-20 17:00 UTC`, or with `+01:00`.
    pub fn instant(self) -> String {
        format!("{} {:02}:{:02} {}", self.at.date(), self.at.hour(), self.at.minute(), self.zone())
    }

    fn zone(self) -> String {
        let (sign, minutes) = (if self.offset < 0 { '-' } else { '+' }, self.offset.abs());
        if minutes == 0 { "UTC".to_owned() } else { format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60) }
    }
}

/// Needs that today answers, by day and by minute, and those that its author does.
const DAYS: &[&str] = &["date"];
const INSTANTS: &[&str] = &["as-of", "as-of-time"];
const AUTHORS: &[&str] = &["author", "deciders", "owner"];

/// The skeleton of a kind as the text of a new document.
pub fn new(page: &KindPage, known: &Known) -> String {
    let skeleton = &page.skeleton;
    let title = known.title.as_deref().map(one_line).filter(|it| !it.is_empty());
    let mut out = String::new();
    if let Some(title) = title.as_deref().filter(|_| skeleton.asks.iter().all(|ask| ask.need != TITLE)) {
        out.push_str(&format!("# {title}\n\n"));
    }
    let mut at = 0;
    for ask in &skeleton.asks {
        out.push_str(&skeleton.text[at..ask.at.start]);
        at = ask.at.end;
        match answer(&ask.need, title.as_deref(), known) {
            Some(answer) => out.push_str(&answer),
            None => out.push_str(&comment(question(page, &ask.need))),
        }
    }
    out.push_str(&skeleton.text[at..]);
    out
}

/// What a reader asks where a need is not answered.
fn question<'p>(page: &'p KindPage, need: &str) -> &'p str {
    let named = page.needs.iter().find(|it| it.slot.name == need);
    named.and_then(|it| it.question.as_deref()).unwrap_or(TITLE_QUESTION)
}

fn answer(need: &str, title: Option<&str>, known: &Known) -> Option<String> {
    match need {
        TITLE => title.map(str::to_owned),
        day if DAYS.contains(&day) => known.now.map(Now::date),
        instant if INSTANTS.contains(&instant) => known.now.map(Now::instant),
        author if AUTHORS.contains(&author) => known.author.as_deref().map(one_line).filter(|it| !it.is_empty()),
        _ => None,
    }
}

/// Whether the skeleton has a place for its author.
pub fn names_author(page: &KindPage) -> bool {
    page.skeleton.asks.iter().any(|ask| AUTHORS.contains(&ask.need.as_str()))
}

/// Words of the command line, as one line of text.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
