//! What the course of an incident says of it: which stages it tells, how long each took.

use super::Document;
use super::event::{Course, Event};
use crate::text::{Span, border};
use crate::words::english::stage::{self, Stage};

/// A length of time between two events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    pub from: Span,
    pub to: Span,
    pub minutes: i64,
}

/// Bytes of an event in which its stage is looked for.
const LONGEST_EVENT: usize = 400;

/// Longer than this is a mistake in a date, or another story.
const LONGEST: i64 = 60 * 24 * 60;

impl Document<'_> {
    /// The course with the most events: a list beside it speaks of something else.
    pub fn main_course(&self) -> Option<&Course> {
        // Of two that are equal, the first.
        self.courses().iter().rev().max_by_key(|course| course.events.len())
    }

    /// What an event says first, as clean text: below a heading a whole story may follow.
    pub fn told(&self, event: &Event) -> &str {
        let clean = self.prose().clean(event.what);
        &clean[..border(clean, LONGEST_EVENT)]
    }

    /// The stages that nothing in the main course tells.
    pub fn untold_stages(&self) -> Vec<Stage> {
        let first = self.main_course().and_then(|course| course.events.first());
        // What comes before anybody noticed is how it began, in whatever words.
        let begins = first.is_some_and(|event| !stage::is(Stage::Detected, self.told(event)));
        let is_told = |stage: Stage| self.reached(stage).is_some() || stage == Stage::Onset && begins;
        Stage::ALL.into_iter().filter(|stage| !is_told(*stage)).collect()
    }

    /// The first event that belongs to a stage.
    pub fn reached(&self, stage: Stage) -> Option<&Event> {
        self.main_course()?.events.iter().find(|event| stage::is(stage, self.told(event)))
    }

    /// From the first event until somebody noticed. A course that begins with an alert does not tell it.
    pub fn time_to_detect(&self) -> Option<Length> {
        let is_noticed = |event: &Event| stage::is(Stage::Detected, self.told(event));
        let events = &self.main_course()?.events;
        let at = events.iter().position(is_noticed)?;
        let detect = self.length(at)?;
        // Noticed after it was over: one of the two was read wrongly.
        self.time_to_restore().is_none_or(|restore| restore.minutes >= detect.minutes).then_some(detect)
    }

    /// From the first event until the one that ends it.
    pub fn time_to_restore(&self) -> Option<Length> {
        let events = &self.main_course()?.events;
        let at = events.iter().rposition(|event| stage::is_end(self.told(event)))?;
        self.length(at)
    }

    /// From the first event to another one, in a course that runs forwards and whose days are known.
    fn length(&self, at: usize) -> Option<Length> {
        let course = self.main_course()?;
        let minutes = course.minutes();
        let (first, event) = (course.events.first()?, course.events.get(at)?);
        let length = minutes.get(at).copied()?? - minutes.first().copied()??;
        let is_plain = at > 0 && course.backwards().is_empty() && (1..LONGEST).contains(&length);
        is_plain.then_some(Length { from: first.at, to: event.at, minutes: length })
    }
}
