//! What is wrong with a configuration: each mistake with its place in the file and its cure.

use std::ops::Range;

use super::edition::{self, Edition};
use super::{Settings, Word, litmus, readers, size};
use crate::kind::Glob;
use crate::rule::{Catalog, Mistake};
use crate::text::Span;

/// What a word of the configuration should name.
enum Names {
    Rule,
    Kind,
    Glob,
    Edition,
    /// A slot of the kind of this name.
    Slot(String),
}

/// A word of the configuration.
enum Written<'s> {
    Value(&'s Word),
    /// A key does not know its place: it is looked for where it is wrong.
    Key(&'s str),
}

impl Written<'_> {
    fn name(&self) -> &str {
        match self {
            Written::Value(word) => word.get_ref(),
            Written::Key(name) => name,
        }
    }

    fn place(&self, text: &str) -> Range<usize> {
        match self {
            Written::Value(word) => word.span(),
            Written::Key(name) => place(text, name),
        }
    }
}

impl Settings {
    /// The words that mean nothing to the catalog.
    pub fn mistakes(&self, path: &str, text: &str, catalog: &Catalog) -> Vec<Mistake> {
        let problem = |(names, word): (Names, Written)| {
            let (message, help) = problem(names, word.name(), catalog)?;
            Some((word.place(text), message, help))
        };
        let own = self.words().into_iter().filter_map(problem);
        let others = readers::problems(self).into_iter().chain(litmus::problems(self)).chain(size::problem(self));
        let others = others.map(|(word, message, help)| (word.span(), message, help));
        let mistake = |(place, message, help)| mistake(path, text, place, message, help);
        own.chain(others).take(MOST).map(mistake).collect()
    }

    /// The words that name something, in the order in which they are checked.
    fn words(&self) -> Vec<(Names, Written<'_>)> {
        use Written::{Key, Value};
        let mut words = Vec::new();
        words.extend(self.edition.iter().map(|it| (Names::Edition, Value(it))));
        let rules = self.select.iter().flatten().chain(&self.extend_select).chain(&self.ignore);
        words.extend(rules.map(|it| (Names::Rule, Value(it))));
        words.extend(self.levels.keys().chain(self.allow.keys()).map(|it| (Names::Rule, Key(it))));
        words.extend(self.kinds.values().map(|it| (Names::Kind, Value(it))));
        words.extend(self.kinds.keys().map(|it| (Names::Glob, Key(it))));
        words.extend(self.exclude.iter().map(|it| (Names::Glob, Value(it))));
        words.extend(self.pull_request.globs().map(|(_, it)| (Names::Glob, Value(it))));
        for (kind, contract) in &self.contract {
            words.push((Names::Kind, Value(kind)));
            words.extend(contract.require.iter().map(|slot| (Names::Slot(kind.get_ref().clone()), Value(slot))));
        }
        for it in &self.overrides {
            words.extend(it.extend_select.iter().chain(&it.ignore).map(|it| (Names::Rule, Value(it))));
            words.extend(it.kind.iter().map(|it| (Names::Kind, Value(it))));
            words.extend(it.paths.iter().map(|it| (Names::Glob, Value(it))));
        }
        words
    }
}

/// Nobody mends more mistakes at once.
const MOST: usize = 50;

/// Where a key stands first.
fn place(text: &str, key: &str) -> Range<usize> {
    let at = text.find(key).unwrap_or(0);
    at..(at + key.len()).min(text.len())
}

/// What is wrong with a word, and its cure.
fn problem(names: Names, word: &str, catalog: &Catalog) -> Option<(String, String)> {
    match names {
        Names::Rule if !catalog.is_selector(word) => {
            let ids = catalog.rules.iter().flat_map(|rule| [&*rule.id, &*rule.group]);
            Some((format!("there is no rule `{word}`"), did_you_mean(word, ids, "`pingless rules` lists all")))
        }
        Names::Kind if word != "none" && catalog.kind(word).is_none() => {
            let all = catalog.kind_names().collect::<Vec<_>>().join(", ");
            let all = format!("use one of {all}, none");
            Some((format!("there is no kind `{word}`"), did_you_mean(word, catalog.kind_names(), &all)))
        }
        Names::Edition if Edition::named(word).is_none() => {
            let all = edition::all().map(|it| it.name).collect::<Vec<_>>().join(", ");
            let help = format!("this pingless knows {all}; a newer one may know more");
            Some((format!("there is no edition `{word}`"), help))
        }
        Names::Slot(kind) => slot_problem(word, &kind, catalog),
        Names::Glob => {
            let error = Glob::new(word).err()?;
            Some((format!("`{word}` is no glob: {}", error.kind()), "write it as in `.gitignore`".to_owned()))
        }
        Names::Rule | Names::Kind | Names::Edition => None,
    }
}

/// What is wrong with a slot that a contract requires. Of an unknown kind, the kind is the mistake.
fn slot_problem(word: &str, kind: &str, catalog: &Catalog) -> Option<(String, String)> {
    if kind == "none" {
        return Some(("nothing is required of `none`".to_owned(), "name a kind of document".to_owned()));
    }
    let page = catalog.kind(kind)?;
    let askable = || page.needs.iter().filter(|need| need.is_askable()).map(|need| &*need.name);
    if askable().any(|slot| slot == word) {
        return None;
    }
    let all = askable().collect::<Vec<_>>().join(", ");
    let all = if all.is_empty() { "nothing is asked of this kind".to_owned() } else { format!("use one of {all}") };
    Some((format!("`{kind}` has no slot `{word}`"), did_you_mean(word, askable(), &all)))
}

/// Words less alike than this are no misspellings of each other.
const ALIKE: f64 = 0.8;

/// The nearest word that is known, or where to find them all.
pub fn did_you_mean<'w>(word: &str, known: impl Iterator<Item = &'w str>, otherwise: &str) -> String {
    let likeness = |name: &str| strsim::jaro_winkler(name, word);
    let nearest = known.max_by(|a, b| likeness(a).total_cmp(&likeness(b))).filter(|name| likeness(name) > ALIKE);
    nearest.map_or_else(|| otherwise.to_owned(), |name| format!("did you mean `{name}`?"))
}

pub(super) fn unreadable(path: &str, text: &str, error: &toml::de::Error) -> Mistake {
    let message = error.message().lines().next().unwrap_or("this is no TOML");
    // The list of all keys is in the schema; here it would hide the one that is wrong.
    let (message, help) = match message.split_once(", expected one of") {
        Some((fault, _)) if fault.starts_with("unknown field") => {
            (fault, "`pingless schema config` prints every key with its meaning")
        }
        _ => (message, "mend the TOML here"),
    };
    mistake(path, text, error.span().unwrap_or(0..0), message.to_owned(), help.to_owned())
}

pub(super) fn mistake(path: &str, text: &str, range: Range<usize>, message: String, help: String) -> Mistake {
    let start = range.start.min(text.len());
    let span = Span::new(start, range.end.clamp(start, text.len()));
    Mistake::new(path, text, span, message, help)
}
