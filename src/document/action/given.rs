//! What somebody is named for in a text: minutes tell of a task where it came up, and once more at their end, with a name.

use std::collections::HashSet;

use crate::document::Document;

/// Of a longer list nobody looks for what was said above it, and each task would be held against all of it.
const MOST_GIVEN: usize = 200;

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
