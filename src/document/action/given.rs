//! What a text tells of a task at another place: minutes do where it came up, and once more at their end, with a name or a day.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use jiff::civil::Date;

use super::owner::is_first_name;
use super::{Action, Reader};
use crate::document::Document;
use crate::words::english::{action, person, verb};
use crate::words::near;
use crate::words::pattern::Pattern;

/// Of a longer list nobody looks for what was said above it, and each task would be held against all of it.
const MOST_GIVEN: usize = 200;

/// "TODO: Ada said that she would write to them".
static SAID: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"^\W*(?P<who>\p{Lu}[\p{L}-]+) (?:said|says|offered|promised|mentioned|confirmed)(?: that)? (?:he|she|they|[a-z][a-z]) (?:would|will|can|could|is going to)(?-u:\b)",
    )
});

impl Reader<'_, '_> {
    /// Whether an action tells who said that they do it.
    pub(super) fn is_told_of(&self, text: &str) -> bool {
        let start = action::label(text).map_or(0, |it| it.end);
        let who = SAID.captures(&text[start..]).and_then(|it| it.name("who"));
        who.is_some_and(|it| self.doc.may_be_person(it.as_str()) || is_first_name(it.as_str()))
    }

    /// "ada - to order the lamps", "ada & rlindt: Order the lamps": by small letters, as people go in a chat.
    pub(super) fn is_charged_by_handle(&self, text: &str) -> bool {
        let charged = text.split_once(" - to ").filter(|(_, act)| verb::follows(act));
        let is_one = |it: &str| person::may_be_handle(it) || person::is_written_small(it) && is_first_name(it);
        let several = text.split_once(": ").filter(|(who, _)| who.contains([' ', '&']) && self.doc.is_minutes());
        let are_several = |who: &str| {
            let parts = || person::listed(who).map(str::trim);
            parts().nth(1).is_some() && parts().all(is_one) && parts().any(is_first_name)
        };
        charged.is_some_and(|(who, _)| is_one(who)) || several.is_some_and(|(who, _)| are_several(who))
    }

    /// "Order the lamps: Ada was asked to call them", "Order the lamps: Ada, Rosa, and Li are to call them".
    pub(super) fn is_charged_behind_topic(&self, text: &str) -> bool {
        const CHARGED: &[&str] = &[" was asked to ", " were asked to ", " is asked to ", " are asked to ", " are to "];
        // Characters of a topic and of some names.
        const REACH: usize = 160;
        let Some((_, told)) = near::ahead_within(text, REACH).split_once(": ") else { return false };
        let who = CHARGED.iter().filter_map(|it| told.split_once(it)).map(|(who, _)| who.replace(", and ", " and "));
        who.min_by_key(String::len).is_some_and(|it| it.starts_with(char::is_uppercase) && self.doc.may_be_person(&it))
    }
}

/// The tasks of which something is told, by their words.
pub struct Given {
    /// Each word that one of them has, by its number.
    numbers: HashMap<String, u32>,
    tasks: Vec<Task>,
}

/// One of them.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Task {
    /// The day that its part of the text is of.
    day: Option<Date>,
    /// The numbers of its words, in order.
    words: Vec<u32>,
}

impl Given {
    /// Those that somebody has.
    pub fn to_somebody(doc: &Document) -> Self {
        Self::among(doc, Action::has_owner)
    }

    /// Those that are due by some time.
    pub fn a_day(doc: &Document) -> Self {
        Self::among(doc, Action::has_due)
    }

    fn among(doc: &Document, is_told: impl Fn(&Action) -> bool) -> Self {
        let mut numbers = HashMap::new();
        let mut number = |word: String| {
            let next = numbers.len() as u32;
            *numbers.entry(word).or_insert(next)
        };
        let told = doc.actions().iter().filter(|it| is_told(it)).take(MOST_GIVEN);
        let mut tasks: Vec<Task> = told
            .map(|it| Task {
                day: doc.written_at(it.span.start),
                words: sorted(words(&it.text).into_iter().map(&mut number)),
            })
            .collect();
        tasks.sort_unstable();
        tasks.dedup();
        Self { numbers, tasks }
    }

    /// Whether one of them says the same as a text.
    pub fn says(&self, text: &str) -> bool {
        self.is_said(text, |_| true)
    }

    /// Whether one of them in the minutes of the same day does: in a log of many meetings, others have tasks of the same words.
    pub fn says_that_day(&self, day: Option<Date>, text: &str) -> bool {
        self.is_said(text, |it| it.day == day)
    }

    fn is_said(&self, text: &str, counts: impl Fn(&Task) -> bool) -> bool {
        const LEAST: usize = 3;
        let own = words(text);
        let known = sorted(own.iter().filter_map(|it| self.numbers.get(it).copied()));
        let enough = LEAST.max(own.len().div_ceil(2));
        let is_one = |it: &Task| {
            let shared = shared(&known, &it.words);
            // "Ada to order the new hinges with the people of the workshop" is told in a table as "Order hinges, workshop".
            shared >= enough || shared >= LEAST && shared == it.words.len()
        };
        known.len() >= LEAST && self.tasks.iter().any(|it| counts(it) && is_one(it))
    }
}

fn sorted(numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut numbers: Vec<u32> = numbers.collect();
    numbers.sort_unstable();
    numbers
}

/// How many numbers stand in both of two lists, each of them once and in order.
fn shared(one: &[u32], other: &[u32]) -> usize {
    one.iter().filter(|it| other.binary_search(it).is_ok()).count()
}

/// The words that say what is to be done.
fn words(text: &str) -> HashSet<String> {
    const SHORT: usize = 4;
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| it.len() >= SHORT);
    words.map(str::to_lowercase).collect()
}
