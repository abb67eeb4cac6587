//! What a title tells beside the words in it that name a kind: that it numbers one of them, that it is of a day, that it
//! goes on. Knows titles, not texts.

use std::ops::Range;

use crate::words::{date, year};

/// The words of a title that name a kind, and what stands around them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Titled<'t> {
    pub words: &'t str,
    /// The title says more than that: "Storage update", "Update: the queue is full".
    pub goes_on: bool,
    form: Form,
}

/// How the words stand in their title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// "ADR 0012: two pools", "RFC-7 \u{2013} two pools".
    Numbered,
    /// "Minutes of 2026-11-20", "March 9, 2026: meeting".
    Dated,
    /// "Runbook: the queue is full", "Handover for Lena".
    Leading,
    Other,
}

impl<'t> Titled<'t> {
    pub(super) fn of(title: &'t str, words: Range<usize>) -> Self {
        let is_led = title[..words.start].contains(char::is_alphabetic);
        let goes_on = is_led || title[words.end..].starts_with(": ");
        let form = match () {
            // "August update" is a post as often, and "Update to the new policy" an order.
            () if title[words.clone()].eq_ignore_ascii_case("update") => Form::Other,
            () if is_name_and_day(title, &words) || is_meeting_of_day(title, &words) => Form::Dated,
            () if is_led => Form::Other,
            () if is_number(&title[words.end..]) => Form::Numbered,
            () if leads(&title[words.end..]) => Form::Leading,
            () => Form::Other,
        };
        Self { words: &title[words], goes_on, form }
    }

    /// Whether a page of this title is of that kind, where it has a date or a typical heading.
    pub(super) fn is_enough(&self, is_dated: bool, has_heading: bool) -> bool {
        match self.form {
            Form::Numbered | Form::Dated => true,
            Form::Leading => is_dated || has_heading,
            Form::Other => false,
        }
    }
}

/// Whether a title is the name and a day or a month, and nothing else.
fn is_name_and_day(title: &str, words: &Range<usize>) -> bool {
    const BETWEEN: &[&str] =
        &["of", "from", "on", "for", "the", "notes", "weekly", "monthly", "biweekly", "fortnightly"];
    let is_month = |word: &str| date::has_month(word) || word.len() < 5 && date::month(word).is_some();
    let is_weekday = |word: &str| date::weekday_named(word).is_some();
    let is_day = |word: &str| word.starts_with(|it: char| it.is_ascii_digit()) || is_month(word) || is_weekday(word);
    let is_between = |word: &str| BETWEEN.iter().any(|it| word.eq_ignore_ascii_case(it));
    let around = || [&title[..words.start], &title[words.end..]].into_iter();
    let mut others = around().flat_map(|it| it.split(|it: char| !it.is_alphanumeric())).filter(|it| !it.is_empty());
    let is_told = || date::has_date(title) || around().any(|it| date::has_month(it) && year::is_named(it));
    others.all(|it| is_day(it) || is_between(it)) && is_told()
}

/// "Storage team meeting - 2026-11-20": whose it was stands before the words, and the day is all that follows, or stands
/// before all of it.
fn is_meeting_of_day(title: &str, words: &Range<usize>) -> bool {
    let rest = title[words.end..].trim_start_matches([' ', ',', '-', ':', '(', '\u{2013}', '\u{2014}']);
    let is_of_day = |it: &str| it.is_empty() || it.starts_with(|it: char| it.is_ascii_digit()) || date::has_month(it);
    let is_meeting = title[words.clone()].to_lowercase().ends_with("meeting");
    let opens = || title.starts_with(|it: char| it.is_ascii_digit()) && date::has_date(&title[..words.start]);
    is_meeting && (date::has_date(rest) || rest.is_empty() && opens()) && rest.split([' ', ',', ')']).all(is_of_day)
}

/// Whether a number of one of ours follows, and then what it is about. Standards of others have more digits: "RFC 9110: HTTP".
fn is_number(after: &str) -> bool {
    let after = after.trim_start_matches([' ', '-', '#', '_']);
    let digits = after.len() - after.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let is_ours = (1..4).contains(&digits) || digits == 4 && after.starts_with('0');
    is_ours && is_separated(&after[digits..])
}

/// Whether what it is about, or whom it is for, follows.
fn leads(after: &str) -> bool {
    is_separated(after) || [" for ", " from "].iter().any(|it| after.starts_with(it))
}

fn is_separated(after: &str) -> bool {
    after.trim_start_matches(' ').starts_with([':', '-', '.', '\u{2013}', '\u{2014}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(title: &str, words: &str) -> Form {
        let start = title.find(words).expect("the title holds it");
        Titled::of(title, start..start + words.len()).form
    }

    #[test]
    fn a_title_that_numbers_one_or_is_of_a_day_tells_enough() {
        for (title, words, told) in [
            ("ADR 0012: two pools", "ADR", Form::Numbered),
            ("ADR-7 - two pools", "ADR", Form::Numbered),
            ("RFC #31. Two pools", "RFC", Form::Numbered),
            ("RFC 9110: HTTP semantics", "RFC", Form::Other),
            ("ADR 12 is superseded", "ADR", Form::Other),
            ("Minutes of 2026-11-20", "Minutes", Form::Dated),
            ("March 9, 2026 meeting", "meeting", Form::Dated),
            ("Meeting notes, September 2026", "Meeting notes", Form::Dated),
            ("Meeting notes of Marta", "Meeting notes", Form::Other),
            ("Market minutes 2026-11-20", "minutes", Form::Other),
            ("Storage team meeting - 2026-11-20", "meeting", Form::Dated),
            ("Storage team meeting (November 20, 2026)", "meeting", Form::Dated),
            ("2026-11-20 storage team meeting", "meeting", Form::Dated),
            ("2026-11-20 Weekly Meeting", "Meeting", Form::Dated),
            ("What the meeting of 2026-11-20 said", "meeting", Form::Other),
            ("Runbook: the queue is full", "Runbook", Form::Leading),
            ("Handover for Lena", "Handover", Form::Leading),
            ("Update to the new policy", "Update", Form::Other),
            ("August 2026 update", "update", Form::Other),
            ("Handovers of last year", "Handover", Form::Other),
            ("The storage runbook: what is in it", "runbook", Form::Other),
        ] {
            assert_eq!(form(title, words), told, "{title}");
        }
        let leading = Titled::of("Runbook: the queue is full", 0..7);
        assert_eq!((leading.is_enough(false, false), leading.is_enough(false, true)), (false, true));
    }
}
