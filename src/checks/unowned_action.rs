//! `rules/who/unowned-action.md`

use std::cell::LazyCell;
use std::collections::HashSet;

use crate::document::Document;
use crate::finding::Findings;
use crate::words::address::local;
use crate::words::english::action;
use crate::words::list::is_among;

pub fn check(doc: &Document, found: &mut Findings) {
    // A form that lies in a folder of its own is for who makes minutes of it.
    let is_form = |path: &str| is_among("template templates _template _templates", local::name(local::folder(path)));
    if doc.source().path().is_some_and(is_form) {
        return;
    }
    // "Write an incident report" is done where it stands in one.
    let is_report = || doc.says_in_name(|it| it.to_ascii_lowercase().contains("incident"));
    let is_itself = |text: &str| {
        let text = text.to_lowercase();
        text.starts_with("write") && text.contains("incident report") && is_report()
    };
    let loose = doc.actions().iter().filter(|it| it.is_task() && it.is_open() && !it.has_owner());
    let given = LazyCell::new(|| given(doc));
    for action in loose.filter(|it| !is_itself(&it.text) && !is_given(&it.text, &given)) {
        let flag = found.flag(action.span, if action.has_due() { "by whom?" } else { "by whom, and by when?" });
        if action.has_due() {
            flag.asks("Who does this?");
        }
        if !action.is_marked || action::is_of_everybody(&action.text) {
            flag.unsure();
        }
    }
}

/// Of a longer list nobody looks for what was said above it, and each task would be held against all of it.
const MOST_GIVEN: usize = 200;

/// The words of what somebody is named for.
fn given(doc: &Document) -> Vec<HashSet<String>> {
    let owned = doc.actions().iter().filter(|it| it.has_owner());
    owned.take(MOST_GIVEN).map(|it| words(&it.text)).collect()
}

/// Whether the list of the same text says the same with a name: minutes tell of a task where it came up, and once more at
/// their end.
fn is_given(text: &str, given: &[HashSet<String>]) -> bool {
    const LEAST: usize = 3;
    let own = words(text);
    let is_same = |shared: usize| shared >= LEAST && shared * 2 >= own.len();
    given.iter().any(|it| is_same(own.intersection(it).count()))
}

/// The words that say what is to be done.
fn words(text: &str) -> HashSet<String> {
    const SHORT: usize = 4;
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| it.len() >= SHORT);
    words.map(str::to_lowercase).collect()
}
