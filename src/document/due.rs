//! What a text says elsewhere of the days that its deadlines speak of: when an event is, and which Monday is meant.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use super::Document;
use crate::text::Span;
use crate::words::date;
use crate::words::english::deadline::{self, event};

/// The weekdays of which a text says, with the date, that something is due on them.
#[derive(Debug, Default)]
pub struct WeekdaysDue(Vec<Date>);

impl WeekdaysDue {
    /// Whether a weekday, said on a day, is one of them, and no other day can be meant.
    pub fn says(&self, weekday: Weekday, written: Option<Date>) -> bool {
        const LONGEST: i32 = 13;
        let is_ahead =
            |day: Date| written.is_none_or(|it| it.until(day).is_ok_and(|it| (0..=LONGEST).contains(&it.get_days())));
        let mut days = self.0.iter().copied().filter(|it| it.weekday() == weekday && is_ahead(*it));
        days.next().is_some_and(|first| days.all(|it| it == first))
    }
}

impl Document<'_> {
    /// "The launch push by Monday 2026-11-23": further down, "by Monday" is that one.
    pub fn weekdays_due(&self) -> WeekdaysDue {
        const MOST: usize = 64;
        const LONGEST: usize = 400;
        let said = self.in_sentences_with(&date::WORDS, date::mentions).map(|it| (it.text, it.found));
        // What stands in quotation marks of a header is no sentence.
        let fields = self.fields().iter().filter(|it| !it.in_front_matter && it.text.len() <= LONGEST);
        let fields = fields.map(|it| (it.text.as_str(), date::mentions(&it.text)));
        let is_due = |text: &str, day: &date::Mention| deadline::find_cue(&text[..day.range.start]).is_some();
        let due = said
            .chain(fields)
            .flat_map(|(text, found)| found.into_iter().filter(move |day| day.weekday.is_some() && is_due(text, day)));
        let right =
            |it: date::Mention| it.date().filter(|day| it.weekday.is_some_and(|(name, _)| name == day.weekday()));
        WeekdaysDue(due.filter_map(right).take(MOST).collect())
    }

    /// What is to come, by its name, as far as the text says on which day: minutes may tell at their end when "the next
    /// meeting" is, below a heading of that name, behind a label, or in a sentence that begins with it.
    pub fn dated_events(&self) -> BTreeSet<&str> {
        let dated = |(name, body): (_, Span)| {
            event::in_title(name).or_else(|| event::named(name).filter(|_| date::has_date(self.at(body))))
        };
        let sections = self.sections().iter().map(|it| (it.name.as_str(), it.lead));
        let labels = self.labels().iter().map(|it| (it.name.as_str(), it.body));
        let said = self.prose().sentences().iter().filter_map(|it| event::announced(self.prose().said(it)));
        sections.chain(labels).filter_map(dated).chain(said).collect()
    }
}
