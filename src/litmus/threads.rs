//! What is counted over threads: how soon somebody looks, how long a design waits, whether something comes of it, whether
//! a page answers. Of all people together: nothing here is about one of them.

use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use super::figures::ages;
use super::{Share, Threads};
use crate::text::Source;
use crate::thread::{About, State, Talk, Thread, ending};
use crate::words::address;
use crate::words::readers::Readers;

/// A first look should take no longer than this, in working minutes.
const REVIEW: u32 = 8 * 60;
/// A design should be decided in three days, and in five at the latest.
const DESIGN: u32 = 5;

const DAY: i64 = 24 * 60 * 60;
/// Who looks later than this many days looks too late, however the hours are counted.
const LONGEST_WAIT: i64 = 60;

/// Counts over threads, by the working hours of those who read.
pub fn count(threads: &[(Source, Thread)], readers: &Readers) -> Threads {
    let mut found = Threads { count: threads.len(), ..Threads::default() };
    let (mut reviews, mut designs) = (Vec::new(), Vec::new());
    let (mut reviewed, mut outcome, mut by_page) = (Share::default(), Share::default(), Share::default());
    for (source, thread) in threads {
        let talk = Talk::of(thread, &source.text);
        if let Some(review) = first_review(thread, readers) {
            reviewed.add(review.is_some_and(|minutes| minutes <= REVIEW));
            reviews.extend(review);
        }
        if is_design(source) {
            designs.extend(decided_in(thread, &talk));
        }
        if has_ended(thread, &talk) {
            outcome.add(thread.has_ended_otherwise() || ending::has_outcome(thread, &talk));
        }
        if let Some(is_page) = answered_by_page(thread, source) {
            by_page.add(is_page);
        }
    }
    let some = |it: Share| Some(it).filter(|it| it.all > 0);
    reviews.sort_unstable();
    found.first_review = reviews.get(reviews.len() / 2).copied();
    found.reviewed_in_time = some(reviewed);
    let in_time = Share { part: designs.iter().filter(|it| **it <= DESIGN).count(), all: designs.len() };
    found.designs_in_time = some(in_time);
    found.designs = ages(designs);
    found.with_outcome = some(outcome);
    found.by_page = some(by_page);
    found
}

impl Share {
    fn add(&mut self, is_part: bool) {
        self.all += 1;
        self.part += usize::from(is_part);
    }
}

/// The working minutes until somebody else looked at a change. None within where it ended without; none at all where it
/// is no change, or nobody can tell.
fn first_review(thread: &Thread, readers: &Readers) -> Option<Option<u32>> {
    let first = thread.messages.first().filter(|_| thread.about == About::Patch)?;
    let asked = first.at.filter(|_| !first.is_bot)?;
    let mut others = thread.messages.iter().filter(|it| !it.is_bot && it.author != first.author);
    let seen = others.find_map(|it| it.at).filter(|at| *at >= asked);
    match seen {
        Some(at) => Some(Some(working_minutes(asked, at, readers)?)),
        None => matches!(thread.state, State::Closed | State::Merged).then_some(None),
    }
}

/// The working minutes between two moments: of the hours that readers have, or from nine to five, without weekends.
fn working_minutes(from: i64, to: i64, readers: &Readers) -> Option<u32> {
    let zone = readers.one_zone().map_or(TimeZone::UTC, |it| it.zone.clone());
    let default = (Time::constant(9, 0, 0, 0), Time::constant(17, 0, 0, 0));
    let (opens, closes) = readers.business_hours.filter(|(opens, closes)| opens < closes).unwrap_or(default);
    let to = to.min(from.saturating_add(LONGEST_WAIT * DAY));
    let at = |seconds: i64| Timestamp::from_second(seconds).ok().map(|it| it.to_zoned(zone.clone()));
    let (from, to) = (at(from)?, at(to)?);
    let mut day = from.date();
    let mut minutes = 0;
    while day <= to.date() {
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            let moment = |time: Time| day.to_datetime(time).to_zoned(zone.clone()).ok();
            let (begin, end): (Zoned, Zoned) = (moment(opens)?.max(from.clone()), moment(closes)?.min(to.clone()));
            let seconds = end.timestamp().as_second() - begin.timestamp().as_second();
            minutes += u32::try_from(seconds.max(0) / 60).unwrap_or(0);
        }
        day = day.checked_add(1.day()).ok()?;
    }
    Some(minutes)
}

/// Whether the title of a thread calls it a design.
fn is_design(source: &Source) -> bool {
    const WORDS: &[&str] = &["rfc", "design", "proposal", "adr", "design-doc"];
    let title = source.name.rsplit('/').next().unwrap_or_default().to_lowercase();
    title.split(|it: char| !it.is_alphanumeric() && it != '-').any(|word| WORDS.contains(&word))
}

/// The whole days from the first message to the decision: the moment of closing, or the last word where that settles it.
fn decided_in(thread: &Thread, talk: &Talk) -> Option<u32> {
    let begun = thread.messages.first()?.at?;
    let last = || thread.messages.iter().rev().find(|it| !it.is_bot).and_then(|it| it.at);
    let is_settled = thread.has_ended_otherwise() || ending::has_outcome(thread, talk);
    let ended = thread.closed_at.or_else(last).filter(|_| is_settled && !thread.is_shut)?;
    u32::try_from((ended - begun) / DAY).ok()
}

/// Whether a thread is over, as far as anybody can tell. A chat is over when it is exported.
fn has_ended(thread: &Thread, talk: &Talk) -> bool {
    let is_over = matches!(thread.state, State::Closed | State::Merged) || thread.state == State::Unknown;
    is_over && !thread.is_shut && talk.people().len() > 1 && talk.is_english()
}

/// Whether one of the answers leads to a page; none where nobody answered.
fn answered_by_page(thread: &Thread, source: &Source) -> Option<bool> {
    let first = thread.messages.first()?;
    let answers = thread.messages.iter().filter(|it| !it.is_bot && it.author != first.author);
    let mut bodies = answers.map(|it| it.body.of(&source.text)).peekable();
    bodies.peek()?;
    let words = |body: &str| body.split([' ', '\n', '(', ')', '<', '>', '|', '"', '\'']).any(leads_to_page);
    Some(bodies.any(words))
}

/// Parts of the address of a page that somebody keeps.
const PAGES: &[&str] = &[
    "/docs",
    "docs.",
    "/doc/",
    "wiki",
    "readthedocs",
    "handbook",
    ".md",
    ".html",
    ".rst",
    "confluence",
    "notion.",
    "/guide",
    "/faq",
    "/adr",
    "runbook",
    "readme",
    "/manual",
    "man7.org",
    "docs.google.com/document",
    "/reference/",
    "contributing",
];

fn leads_to_page(word: &str) -> bool {
    let lower = word.trim_matches(['.', ',', ';', ':', '`', '*', '[', ']']).to_lowercase();
    let is_page = PAGES.iter().any(|it| lower.contains(it));
    lower.starts_with("http")
        && is_page
        && !address::leads_to_thread(&lower)
        && !address::leads_to_room(&lower)
        && !address::shows_something(&lower)
        && !address::is_badge(&lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(moment: &str) -> i64 {
        moment.parse::<Timestamp>().expect("a moment").as_second()
    }

    #[test]
    fn only_working_time_counts() {
        let minutes = |from, to| working_minutes(at(from), at(to), &Readers::default());
        assert_eq!(minutes("2026-11-20T16:00:00Z", "2026-11-23T10:30:00Z"), Some(150));
        assert_eq!(minutes("2026-11-21T10:00:00Z", "2026-11-22T10:00:00Z"), Some(0));
        assert_eq!(minutes("2026-11-18T08:00:00Z", "2026-11-18T20:00:00Z"), Some(480));
    }

    #[test]
    fn pages_and_other_addresses() {
        assert!(leads_to_page("https://docs.example.com/rollback") && leads_to_page("https://example.com/a.md,"));
        assert!(!leads_to_page("https://github.com/a/b/issues/12") && !leads_to_page("rollback.md"));
    }

    #[test]
    fn titles_of_designs() {
        let of = |name: &str| is_design(&Source::unnamed(name, ""));
        assert!(of("talk.json #3 RFC: one queue") && of("Design of the queue") && !of("#4 Redesigned queue is slow"));
    }
}
