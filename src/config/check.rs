//! What is wrong with a configuration: each mistake with its place in the file and its cure.

use std::ops::Range;

use toml::Spanned;

use super::edition::{self, Edition};
use super::{Override, Settings, Word, lists, litmus, pull_request, readers, size};
use crate::finding::Level;
use crate::kind::Glob;
use crate::rule::{Catalog, Mistake};
use crate::text::{Span, border};

/// What a word of the configuration should name.
enum Names {
    Rule,
    Kind,
    Glob,
    Edition,
    /// Letters that stand in texts.
    Phrase,
    /// The level of what is called so.
    Level(String),
    /// A slot of the kind of this name.
    Slot(String),
}

impl Settings {
    /// The words that mean nothing to the catalog.
    pub fn mistakes(&self, path: &str, text: &str, catalog: &Catalog) -> Vec<Mistake> {
        let problem = |(names, word): (Names, &Word)| {
            let (message, help) = problem(names, word.get_ref(), catalog)?;
            Some((word.span(), message, help))
        };
        let own = self.words().into_iter().filter_map(problem);
        let others = readers::problems(self)
            .into_iter()
            .chain(litmus::problems(self))
            .chain(size::problem(self))
            .chain(lists::problems(self));
        let others = others.chain(pull_request::problem(self)).chain(self.overrides.iter().filter_map(nowhere));
        let others = others.map(|(word, message, help)| (word.span(), message, help));
        let mistake = |(place, message, help)| mistake(path, text, place, message, help);
        own.chain(others).take(MOST).map(mistake).collect()
    }

    /// The words that name something, in the order in which they are checked.
    fn words(&self) -> Vec<(Names, &Word)> {
        let mut words = Vec::new();
        words.extend(self.edition.iter().map(|it| (Names::Edition, it)));
        let rules = self.select.iter().flatten().chain(&self.extend_select).chain(&self.ignore);
        words.extend(rules.chain(self.levels.keys()).chain(self.allow.keys()).map(|it| (Names::Rule, it)));
        words.extend(self.levels.iter().map(|(rule, it)| (Names::Level(rule.get_ref().clone()), it)));
        words.extend(self.allow.values().flatten().map(|it| (Names::Phrase, it)));
        words.extend(self.kinds.values().map(|it| (Names::Kind, it)));
        words.extend(self.kinds.keys().chain(&self.exclude).map(|it| (Names::Glob, &it.word)));
        words.extend(self.pull_request.globs().map(|(_, it)| (Names::Glob, it)));
        for (kind, contract) in &self.contract {
            words.push((Names::Kind, kind));
            words.extend(contract.require.iter().map(|slot| (Names::Slot(kind.get_ref().clone()), slot)));
        }
        for it in &self.overrides {
            words.extend(it.extend_select.iter().chain(&it.ignore).map(|it| (Names::Rule, it)));
            words.extend(it.kind.iter().map(|it| (Names::Kind, it)));
            words.extend(it.paths.get_ref().iter().map(|it| (Names::Glob, &it.word)));
        }
        words
    }
}

/// What is wrong with settings that are for no path at all.
fn nowhere(it: &Override) -> Option<(Word, String, String)> {
    let help = "name the paths, as `paths = [\"docs/**\"]`; what is for all stands above, without `overrides`";
    let word = Spanned::new(it.paths.span(), String::new());
    it.paths.get_ref().is_empty().then(|| (word, "these settings are for no path".to_owned(), help.to_owned()))
}

/// Nobody mends more mistakes at once.
const MOST: usize = 50;

/// What is wrong with a word, and its cure.
fn problem(names: Names, word: &str, catalog: &Catalog) -> Option<(String, String)> {
    match names {
        Names::Rule if !catalog.is_selector(word) => {
            let kind = |id: &'_ str| id.split_once('.').map_or(id.len(), |(kind, _)| kind.len());
            let ids = catalog.rules.iter().flat_map(|rule| [&*rule.id, &*rule.group, &rule.id[..kind(&rule.id)]]);
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
        Names::Level(rule) if Level::named(word).is_none() => {
            let all = Level::ALL.map(Level::word);
            let help = format!("use one of {}; `ignore = [{rule:?}]` turns it off", all.join(", "));
            Some((format!("there is no level `{word}`"), did_you_mean(word, all.into_iter(), &help)))
        }
        Names::Phrase if word.trim().is_empty() => {
            let help = "write the words in which nothing is found, as `\"by EOD PT\"`; `ignore` turns a rule off";
            Some(("an empty phrase stands in every text".to_owned(), help.to_owned()))
        }
        Names::Slot(kind) => slot_problem(word, &kind, catalog),
        Names::Glob => glob_problem(word),
        Names::Rule | Names::Kind | Names::Edition | Names::Phrase | Names::Level(_) => None,
    }
}

/// What is wrong with a glob: it is none, or matches nothing.
fn glob_problem(word: &str) -> Option<(String, String)> {
    let refused = super::glob::globs(word).find_map(|it| Glob::new(&it).err());
    if let Some(error) = refused {
        const SHOWN: usize = 60;
        let shown = if word.len() > SHOWN { format!("{}…", &word[..border(word, SHOWN)]) } else { word.to_owned() };
        return Some((format!("`{shown}` is no glob: {error}"), "write it as in `.gitignore`".to_owned()));
    }
    if word.split('/').any(|part| part == "..") {
        let help = "name what lies below the folder of this configuration; for what lies elsewhere, write one there";
        return Some((format!("`{word}` goes up, and matches nothing"), help.to_owned()));
    }
    if word.starts_with('!') {
        let help = "nothing is brought back: name only what is meant, as in `docs/old/*.md`; a file that is called so is `\\!name`";
        return Some((format!("`{word}` matches nothing"), help.to_owned()));
    }
    if word.trim_matches(['.', '/']).is_empty() {
        return Some((
            format!("`{word}` names no file and no folder"),
            "for all below this folder write `**`".to_owned(),
        ));
    }
    // Before a letter it takes no meaning away: somebody means to part folders.
    let parts = |it: &[char]| it[0] == '\\' && it[1].is_alphanumeric();
    let is_parted = word.chars().collect::<Vec<_>>().windows(2).any(parts);
    is_parted.then(|| {
        let help = format!("write `{}`: `/` parts folders on every machine", word.replace('\\', "/"));
        (format!("`{word}` matches nothing: `\\` parts no folders"), help)
    })
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

/// Bytes. No name is as long, and what is longer is like none.
const LONGEST_NAME: usize = 100;

/// The nearest word that is known, or where to find them all.
pub fn did_you_mean<'w>(word: &str, known: impl Iterator<Item = &'w str>, otherwise: &str) -> String {
    if word.len() > LONGEST_NAME {
        return otherwise.to_owned();
    }
    // Whoever writes `ADR` means `adr`.
    let word = word.to_lowercase();
    let known = known.map(|name| (strsim::jaro_winkler(&name.to_lowercase(), &word), name));
    let nearest = known.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|it| it.0 > ALIKE);
    nearest.map_or_else(|| otherwise.to_owned(), |(_, name)| format!("did you mean `{name}`?"))
}

pub(super) fn mistake(path: &str, text: &str, range: Range<usize>, message: String, help: String) -> Mistake {
    let start = range.start.min(text.len());
    let span = Span::new(start, range.end.clamp(start, text.len()));
    Mistake::new(path, text, span, message, help)
}
