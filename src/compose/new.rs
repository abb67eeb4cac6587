//! A text to begin with: the skeleton of its kind, with what is known, and a question wherever nothing is.

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

use super::header_comment;
use crate::document::CommentForm;
use crate::rule::KindPage;
use crate::rule::skeleton::{TITLE, TITLE_QUESTION};
use crate::words::letters::squeezed;

/// What is known about a text before it is written.
#[derive(Debug, Clone, Default)]
pub struct Known {
    pub title: Option<String>,
    pub author: Option<String>,
    pub now: Option<Now>,
    /// How the new text says something aside.
    pub form: CommentForm,
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

    /// What a clock in a zone shows.
    pub fn on_the_clock_of(self, zone: &TimeZone) -> Option<DateTime> {
        let moment = Offset::from_seconds(self.offset * 60).ok()?.to_timestamp(self.at).ok()?;
        Some(moment.to_zoned(zone.clone()).datetime())
    }

    /// `UTC`, or `+01:00`.
    pub fn zone(self) -> String {
        let (sign, minutes) = (if self.offset < 0 { '-' } else { '+' }, self.offset.abs());
        if minutes == 0 { "UTC".to_owned() } else { format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60) }
    }
}

/// Needs that today answers, by day and by minute, those that the zone of a minute answers, and those that its author
/// does.
const DAYS: &[&str] = &["date"];
const INSTANTS: &[&str] = &["as-of", "as-of-time"];
const ZONES: &[&str] = &["time-zone"];
const AUTHORS: &[&str] = &["author", "deciders", "owner"];
/// What the first line of a message says that has no title beside it.
const SUBJECTS: &[&str] = &["what"];

/// The skeleton of a kind as the text of a new document.
pub fn new(page: &KindPage, known: &Known) -> String {
    let text = page.skeleton.text.as_str();
    let title = known.title.as_deref().map(squeezed).filter(|it| !it.is_empty());
    let mut out = String::new();
    let asks = |names: &[&str]| page.skeleton.asks.iter().any(|ask| names.contains(&ask.need.as_str()));
    let subject = title.as_deref().filter(|_| !asks(&[TITLE]));
    if let Some(title) = subject.filter(|_| !asks(SUBJECTS) && front_matter(text) == 0) {
        let mark = if text.lines().any(|line| line.starts_with('#')) { "# " } else { "" };
        out.push_str(&format!("{mark}{title}\n\n"));
    }
    let tells_zone = known.now.is_some() && asks(INSTANTS);
    let mut at = 0;
    for ask in &page.skeleton.asks {
        out.push_str(&text[at..ask.at.start]);
        at = ask.at.end;
        let is_header = ask.at.start < front_matter(text);
        let named = if SUBJECTS.contains(&ask.need.as_str()) { subject } else { title.as_deref() };
        match answer(&ask.need, named, known) {
            Some(answer) if is_header => out.push_str(&scalar(&answer)),
            Some(answer) => out.push_str(&answer),
            // The minute says it beside.
            None if tells_zone && ZONES.contains(&ask.need.as_str()) && is_line(&out, &text[at..]) => {
                at += text[at..].find('\n').map_or(0, |end| end + 1);
            }
            None if is_header => out.push_str(&header_comment(question(page, &ask.need))),
            None => out.push_str(&known.form.around(question(page, &ask.need))),
        }
    }
    out.push_str(&text[at..]);
    out
}

/// Where the front matter of a skeleton ends; 0 where it has none.
fn front_matter(text: &str) -> usize {
    let inside = text.strip_prefix("---\n").and_then(|rest| rest.find("\n---\n"));
    inside.map_or(0, |end| "---\n".len() + end)
}

/// Whether nothing else stands on the line between these two.
fn is_line(before: &str, after: &str) -> bool {
    (before.is_empty() || before.ends_with('\n')) && after.starts_with('\n')
}

/// A value of YAML: in quotation marks where it could be read as anything else than words.
fn scalar(words: &str) -> String {
    let is_plain = words.starts_with(char::is_alphanumeric) && !words.contains([':', '#', '"', '\\', '[', '{']);
    let is_moment = words.starts_with(|it: char| it.is_ascii_digit()) && !words.contains(['#', '"', '\\']);
    match is_plain || is_moment && !words.contains(": ") {
        true => words.to_owned(),
        false => format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

/// What a reader asks where a need is not answered.
fn question<'p>(page: &'p KindPage, need: &str) -> &'p str {
    let named = page.needs.iter().find(|it| it.name == need);
    named.and_then(|it| it.question()).unwrap_or(TITLE_QUESTION)
}

fn answer(need: &str, title: Option<&str>, known: &Known) -> Option<String> {
    match need {
        name if name == TITLE || SUBJECTS.contains(&name) => title.map(str::to_owned),
        day if DAYS.contains(&day) => known.now.map(Now::date),
        instant if INSTANTS.contains(&instant) => known.now.map(Now::instant),
        author if AUTHORS.contains(&author) => known.author.as_deref().map(squeezed).filter(|it| !it.is_empty()),
        _ => None,
    }
}

/// Whether the skeleton has a place for its author.
pub fn names_author(page: &KindPage) -> bool {
    page.skeleton.asks.iter().any(|ask| AUTHORS.contains(&ask.need.as_str()))
}
