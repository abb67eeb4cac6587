//! Events to come, as texts call them and say when they are: "the next meeting", "Next call: 2026-11-20". Knows words; which
//! heading, label or sentence of a text they stand in, it does not know.

use std::collections::BTreeSet;

use crate::words::{date, near};

/// The event that a heading or a label is about, with "next": "date of next meeting".
pub fn named(name: &str) -> Option<&str> {
    let told = ["date of ", "date for "].iter().find_map(|it| name.strip_prefix(it)).unwrap_or(name);
    told.starts_with("next ").then(|| told.trim_end_matches(" date"))
}

/// The event whose date a heading gives itself: "9. Next meeting: 20 November 2026, 14:00 UTC".
pub fn in_title(name: &str) -> Option<&str> {
    let (name, day) = name.split_once(':')?;
    named(name).filter(|_| date::has_date(day))
}

/// The event whose date a sentence gives that begins with it: "The next meeting will be on Thursday, November 20th".
pub fn announced(sentence: &str) -> Option<&str> {
    const VERBS: &[&str] = &[" will be ", " is ", " takes place ", " will take place "];
    const LONGEST: usize = 3;
    let start = ["The ", "Our ", "the ", "our "].iter().find(|it| sentence.starts_with(**it)).map_or(0, |it| it.len());
    let name = sentence[start..].strip_prefix("next ").or_else(|| sentence[start..].strip_prefix("Next "))?;
    let end = VERBS.iter().filter_map(|it| name.find(it)).min()?;
    let is_dated = name[..end].split(' ').count() <= LONGEST && date::has_date(near::ahead(&name[end..]));
    is_dated.then(|| &sentence[start..start + "next ".len() + end])
}

/// Whether one of the events is what a phrase means: all words of "next board meeting" stand in "before the next board
/// meeting".
pub fn is_one_of(events: &BTreeSet<&str>, phrase: &str) -> bool {
    let phrase = phrase.to_lowercase();
    let is_same = |event: &&str| event.split(' ').skip(1).all(|word| phrase.contains(word));
    phrase.contains("next ") && events.iter().any(is_same)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{announced, in_title, is_one_of, named};

    #[test]
    fn events_are_told_from_what_is_only_called_next() {
        assert_eq!(named("date of next meeting"), Some("next meeting"));
        assert_eq!(named("meeting"), None);
        assert_eq!(in_title("next call: 2026-11-20"), Some("next call"));
        assert_eq!(in_title("next call: to be decided"), None);
        assert_eq!(announced("The next board meeting will be on 2026-11-20."), Some("next board meeting"));
        assert_eq!(announced("The next thing that we all look at is from 2026-11-20."), None);
    }

    #[test]
    fn an_event_is_known_by_all_of_its_name() {
        let events = BTreeSet::from(["next board meeting"]);
        assert!(is_one_of(&events, "before the next board meeting"));
        assert!(!is_one_of(&events, "before the next meeting"));
        assert!(!is_one_of(&events, "before the board meeting"));
    }
}
