//! What somebody is named for in a text: minutes tell of a task where it came up, and once more at their end, with a name.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Reader;
use super::owner::is_first_name;
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

/// The words of each task that somebody has.
pub struct Given(Vec<HashSet<String>>);

impl Given {
    pub fn of(doc: &Document) -> Self {
        let owned = doc.actions().iter().filter(|it| it.has_owner());
        Self(owned.take(MOST_GIVEN).map(|it| words(&it.text)).collect())
    }

    /// Whether one of them says the same as a text.
    pub fn says(&self, text: &str) -> bool {
        const LEAST: usize = 3;
        let own = words(text);
        let is_same = |shared: usize| shared >= LEAST && shared * 2 >= own.len();
        self.0.iter().any(|it| is_same(own.intersection(it).count()))
    }
}

/// The words that say what is to be done.
fn words(text: &str) -> HashSet<String> {
    const SHORT: usize = 4;
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| it.len() >= SHORT);
    words.map(str::to_lowercase).collect()
}
