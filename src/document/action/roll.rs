//! Lists of people: boxes that are ticked for those who came, "[x] Ada Lovelace, Engines Inc.", "[ ] Sign here" below
//! "Attendees", and rounds in which each tells what they did. They name people and nothing to do.

use std::collections::{HashMap, HashSet};

use crate::document::Document;
use crate::words::english::{given_name, person, verb};
use crate::words::list::is_among;
use crate::words::month;

/// Fewer names than this may be the owners of tasks that are called in few words.
const FEWEST: usize = 3;

/// Headings below which people sign that they came.
const SIGNED: &[&str] = &["attendee", "attendance", "attending", "participant", "roll call"];

/// What stands between a name and whom its bearer comes for. A colon leads to a task.
const JOINTS: &[&str] = &[", ", " - ", " \u{2013} ", " \u{2014} ", " ("];

#[derive(Default)]
struct Boxes {
    all: usize,
    names: usize,
    /// Behind the name stands what begins as a task.
    tasks: usize,
}

impl Boxes {
    fn is_roll(&self) -> bool {
        self.names >= FEWEST && self.names * 4 >= self.all * 3 && self.tasks * 3 <= self.names
    }
}

/// Whether a text is the name of one person. "Mark Osei" is one too, where it stands among others.
fn is_name(text: &str) -> bool {
    let words = || text.split(' ');
    let is_named_so = || {
        words().next().is_some_and(given_name::is_given_name)
            && (2..=4).contains(&words().count())
            && words().all(|word| word.starts_with(char::is_uppercase))
    };
    person::is_full_name(text) || is_named_so()
}

/// The lists of which each item is somebody's name and what they tell stands below it, by [`crate::document::Item::list`].
pub(super) fn rounds(doc: &Document) -> HashSet<usize> {
    #[derive(Default)]
    struct Round {
        all: usize,
        names: usize,
        has_sure_name: bool,
    }
    let mut lists: HashMap<usize, Round> = HashMap::new();
    for item in doc.items().iter().filter(|it| it.task.is_none() && !it.quoted) {
        let round = lists.entry(item.list).or_default();
        let text = item.passage.map_or("", |passage| doc.prose().passage(passage));
        round.all += 1;
        let is_name = is_called(text);
        round.names += usize::from(is_name);
        let is_given = |name: &str| given_name::is_given_name(name) || are_initials(name);
        round.has_sure_name |= is_name && text.split([' ', ':']).next().is_some_and(is_given);
    }
    let is_round = |it: &Round| it.names >= FEWEST && it.names * 4 >= it.all * 3 && it.has_sure_name;
    lists.into_iter().filter(|(_, it)| is_round(it)).map(|(list, _)| list).collect()
}

/// "RL", and no part of a system.
pub(super) fn are_initials(text: &str) -> bool {
    const PARTS: &str = "AI CD CI DB HR IT ML OS PR QA UI UX";
    text.len() == 2 && text.bytes().all(|it| it.is_ascii_uppercase()) && !is_among(PARTS, text)
}

/// Whether a text is what somebody is called among colleagues: "Ada", "Mike L:".
pub(super) fn is_called(text: &str) -> bool {
    const LONGEST: usize = 24;
    let name = text.trim_end_matches(':');
    let is_word = |it: &str| it.starts_with(char::is_uppercase) && it.chars().all(char::is_alphabetic);
    // "April", "May" and "June" are a plan.
    let is_month = || month::NAMES.contains(&name.to_lowercase().as_str());
    !name.is_empty()
        && name.len() <= LONGEST
        && name.split(' ').count() <= 2
        && name.split(' ').all(is_word)
        && !is_month()
}

/// The lists whose boxes are names, by [`crate::document::Item::list`].
pub(super) fn all(doc: &Document) -> HashSet<usize> {
    let mut lists: HashMap<usize, Boxes> = HashMap::new();
    for item in doc.items().iter().filter(|it| it.task.is_some()) {
        let text = item.passage.map_or("", |passage| doc.prose().passage(passage)).trim();
        let boxes = lists.entry(item.list).or_default();
        boxes.all += 1;
        let end = JOINTS.iter().filter_map(|joint| text.find(joint)).min().unwrap_or(text.len());
        if is_name(&text[..end]) {
            boxes.names += 1;
            let rest = text[end..].trim_start_matches(|it: char| !it.is_alphanumeric());
            boxes.tasks += usize::from(verb::opens(rest));
        }
    }
    let named = lists.into_iter().filter(|(_, boxes)| boxes.is_roll()).map(|(list, _)| list);
    let signing = doc.under(SIGNED);
    let signed = doc.items().iter().filter(|it| it.task.is_some() && it.span.is_in(&signing)).map(|it| it.list);
    named.chain(signed).collect()
}
