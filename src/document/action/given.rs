//! What a text tells of a task at another place: minutes do where it came up, and once more at their end, with a name or a day.

use std::collections::HashSet;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::owner::is_first_name;
use super::{Action, Reader};
use crate::document::Document;
use crate::words::english::action;
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
}

/// The words of each task of which something is told, and the day that its part of the text is of.
pub struct Given(Vec<(Option<Date>, HashSet<String>)>);

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
        let told = doc.actions().iter().filter(|it| is_told(it));
        Self(told.take(MOST_GIVEN).map(|it| (doc.written_at(it.span.start), words(&it.text))).collect())
    }

    /// Whether one of them says the same as a text.
    pub fn says(&self, text: &str) -> bool {
        let own = words(text);
        self.0.iter().any(|(_, it)| are_same(&own, it))
    }

    /// Whether one of them in the minutes of the same day does: in a log of many meetings, others have tasks of the same words.
    pub fn says_that_day(&self, day: Option<Date>, text: &str) -> bool {
        let own = words(text);
        self.0.iter().any(|(of, it)| *of == day && are_same(&own, it))
    }
}

fn are_same(own: &HashSet<String>, other: &HashSet<String>) -> bool {
    const LEAST: usize = 3;
    let shared = own.intersection(other).count();
    shared >= LEAST && shared * 2 >= own.len()
}

/// The words that say what is to be done.
fn words(text: &str) -> HashSet<String> {
    const SHORT: usize = 4;
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| it.len() >= SHORT);
    words.map(str::to_lowercase).collect()
}
