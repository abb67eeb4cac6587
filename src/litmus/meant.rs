//! Of which systems a place of a page speaks: by its headings, by what is typed there, and by where it leads.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::index::Index;
use super::known::{self, Known};
use super::page::Said;
use super::seat::leads_into;
use super::system::GENERIC;
use crate::words::list::is_among;

/// Systems that a place speaks of in one way or another.
#[derive(Debug, Default)]
pub struct Meant {
    /// Its headings name them.
    pub named: OnceCell<Systems>,
    /// What is typed there names them.
    pub worked_on: OnceCell<Systems>,
    /// It leads into them.
    pub led_to: OnceCell<Systems>,
}

#[derive(Debug)]
pub struct Systems {
    pub all: BTreeSet<usize>,
    /// How many of them are not called as the repository is.
    pub free: usize,
}

impl Systems {
    /// Whether one is among them beside another, and is not called as the repository is.
    pub fn has_other(&self, number: usize, system: &Known) -> bool {
        self.free > usize::from(self.all.contains(&number) && !system.is_main)
    }
}

/// Of some systems those for which something holds.
fn some(systems: &[Known], maybe: BTreeSet<usize>, holds: impl Fn(&Known) -> bool) -> Systems {
    let all: BTreeSet<usize> = maybe.into_iter().filter(|it| holds(&systems[*it])).collect();
    let free = all.iter().filter(|it| !systems[**it].is_main).count();
    Systems { all, free }
}

/// The systems that headings name; those that a decision is on.
pub fn named(systems: &[Known], index: &Index, headings: &[String], is_decided: bool) -> Systems {
    let words = headings.iter().flat_map(|it| known::words(it));
    some(systems, index.called(words), |it| it.is_named(headings) && (!is_decided || it.is_called(headings)))
}

pub fn led_to(systems: &[Known], index: &Index, said: &Said) -> Systems {
    let leads = |it: &Known| said.leads_to.iter().any(|to| it.found.paths.iter().any(|path| leads_into(to, path)));
    some(systems, index.around(said.leads_to.iter().map(String::as_str)), leads)
}

/// The systems that a line of commands names, or is about files of.
pub fn worked_on(systems: &[Known], index: &Index, quote: &str) -> Systems {
    const ASIDE: [char; 4] = ['"', '\'', ',', ')'];
    let names = |it: &Known| {
        let is_word = it.short.len() > 2 && !is_among(GENERIC, &it.short);
        let is_it = |word: &str| word.trim_matches(ASIDE).eq_ignore_ascii_case(&it.short);
        // A package with its scope is named as a whole: `--filter @shop/db`.
        let mut scoped = quote.split([' ', '=']).filter(|word| word.trim_start_matches(['"', '\'']).starts_with('@'));
        // So is what a sentence begins with: "`backend` is deployed by".
        let mut opening = quote.split_whitespace();
        let first = opening.next().unwrap_or_default().trim_matches('`');
        let is_subject = opening.next().is_some_and(|it| matches!(it, "is" | "are" | "gets" | "runs"));
        is_subject && is_it(first)
            || is_word && quote.split([' ', '/', ':', '=']).any(is_it)
            || scoped.any(|word| word.split_once('/').is_some_and(|(_, rest)| is_it(rest)))
    };
    let is_inside = |it: &Known| {
        let starts = |word: &str, path: &String| word.trim_start_matches("./").starts_with(&format!("{path}/"));
        it.found.paths.iter().any(|path| !path.is_empty() && quote.split(' ').any(|word| starts(word, path)))
    };
    let lower = quote.to_ascii_lowercase();
    let scoped = lower.split([' ', '=']).filter_map(|it| it.split_once('/')).map(|(_, rest)| rest);
    let words = lower.split([' ', '/', ':', '=']).chain(scoped).chain(lower.split_whitespace().next());
    let words = words.flat_map(|it| [it.trim_matches(ASIDE), it.trim_matches('`').trim_matches(ASIDE)]);
    let mut maybe = index.called(words);
    maybe.extend(index.around(quote.split(' ').map(|it| it.trim_start_matches("./"))));
    some(systems, maybe, |it| names(it) || is_inside(it))
}
