//! Events to come, as texts call them and say when they are: "the next meeting", "Next call: 2026-11-20". Knows words; which
//! heading, label or sentence of a text they stand in, it does not know.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::text::border;
use crate::words::digit::is_one_or_two;
use crate::words::list::is_among;
use crate::words::{date, near};

/// What is called an event, as [`super::moment::TIME`] spells it.
const NAMES: &str = "meeting call sync standup stand-up retro retrospective plenary check-in 1:1";

/// The event that a heading or a label is about, with "next": "date of next meeting".
pub fn named(name: &str) -> Option<&str> {
    let told = ["date of ", "date for ", "closing and "].iter().find_map(|it| name.strip_prefix(it)).unwrap_or(name);
    told.starts_with("next ").then(|| told.trim_end_matches(" date"))
}

/// The event whose date a heading gives itself: "9. Next meeting: 20 November 2026, 14:00 UTC".
pub fn in_title(name: &str) -> Option<&str> {
    let (name, day) = name.split_once(':')?;
    named(name).filter(|_| date::has_date(day))
}

/// The event whose date a sentence gives behind it: "The next meeting of the group will be on Thursday, November 20th", "Next
/// call 2026-11-20 - talk by Ada", "the agenda of the next meeting, scheduled for 20 November 2026".
pub fn announced(sentence: &str) -> Option<&str> {
    const LONGEST: usize = 3;
    // Behind a longer way the date is that of something else.
    const REACH: usize = 80;
    const MOST: usize = 8;
    let places = ["next ", "Next "].into_iter().flat_map(|word| sentence.match_indices(word).take(MOST));
    let ends = |(start, next): (usize, &str)| {
        let behind = start + next.len();
        let mut words = sentence[behind..].split_inclusive(' ').take(LONGEST);
        let mut end = behind;
        words.find_map(|word| {
            let name = word.trim_end_matches([' ', ',', ':', '.', ';']);
            let own = end + name.len();
            end += word.len();
            is_among(NAMES, &name.to_lowercase()).then_some((start, own))
        })
    };
    let is_dated = |end: usize| date::has_date(near::ahead(&sentence[end..border(sentence, end + REACH)]));
    const AGAIN: &[&str] = &["e meet again on ", "e will meet again on ", "e will meet next on ", "e meet next on "];
    let mut again = AGAIN.iter().filter_map(|words| Some(sentence.find(words)? + words.len()));
    if again.any(is_dated) {
        return Some("next meeting");
    }
    places.filter_map(ends).find(|(_, end)| is_dated(*end)).map(|(start, end)| &sentence[start..end])
}

/// Whether one of the events is what a phrase means: "before the next board meeting" is "Next board meeting", and no other.
pub fn is_one_of(events: &BTreeSet<&str>, phrase: &str) -> bool {
    let phrase = phrase.to_lowercase();
    let meant = phrase.find("next ").map(|start| &phrase[start..]);
    // A team that meets calls it one thing here and another there.
    let is_meeting = |it: &str| is_among("meeting call sync standup", it.trim_start_matches("next "));
    meant.is_some_and(|meant| {
        let is_same = |it: &&str| meant.starts_with(&it.to_lowercase());
        events.iter().any(is_same)
            || is_meeting(meant) && events.len() == 1 && events.iter().any(|it| is_meeting(&it.to_lowercase()))
    })
}

/// Whether the day of an event stands right behind it: "by the next meeting (8-18)".
pub fn has_day_behind(text: &str, event: &Range<usize>) -> bool {
    let inside = near::ahead(&text[event.end..]).strip_prefix(" (").and_then(|it| it.split_once(')'));
    let parts = inside.and_then(|(inside, _)| inside.split_once(['-', '/']));
    parts.is_some_and(|(month, day)| is_one_or_two(month) && is_one_or_two(day))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::moment::{Moment, TIME, moment};
    use super::{NAMES, announced, in_title, is_one_of, named};

    #[test]
    fn events_are_told_from_what_is_only_called_next() {
        assert_eq!(named("date of next meeting"), Some("next meeting"));
        assert_eq!(named("meeting"), None);
        assert_eq!(in_title("next call: 2026-11-20"), Some("next call"));
        assert_eq!(in_title("next call: to be decided"), None);
        assert_eq!(announced("The next board meeting will be on 2026-11-20."), Some("next board meeting"));
        assert_eq!(announced("The next meeting of the group will be on 2026-11-20."), Some("next meeting"));
        assert_eq!(announced("Next meeting November 20th - a talk"), Some("Next meeting"));
        assert_eq!(announced("We meet again on 20 November 2026."), Some("next meeting"));
        let far = "The next meeting of the working group will be at 09:00 PST on Thursday, November 19, 2026.";
        assert_eq!(announced(far), Some("next meeting"));
        assert_eq!(announced("The agenda for the next call, scheduled for 20 November 2026."), Some("next call"));
        assert_eq!(announced("At the next call we vote."), None);
        assert_eq!(announced("The next thing that we all look at is from 2026-11-20."), None);
    }

    #[test]
    fn what_is_dated_here_is_a_time_there() {
        for name in NAMES.split(' ') {
            let phrase = format!("next {name}");
            let found = TIME.captures(&phrase).and_then(|it| Some((it.get(0)?.range(), moment(&it)?)));
            assert_eq!(found, Some((0..phrase.len(), Moment::Event)), "{phrase}");
        }
    }

    #[test]
    fn an_event_is_known_by_all_of_its_name() {
        let events = BTreeSet::from(["next board meeting"]);
        assert!(is_one_of(&events, "before the next board meeting"));
        assert!(!is_one_of(&events, "before the next meeting"));
        assert!(!is_one_of(&events, "before the board meeting"));
        assert!(!is_one_of(&BTreeSet::from(["next meeting"]), "in the next board meeting"));
    }
}
