//! A configuration made ready: globs compiled once, asked once for each path.

use std::sync::Arc;

use indexmap::IndexMap;
use jiff::Timestamp;

use super::choice::{exactness, words};
use super::edition::{Edition, Standing};
use super::glob::{Glob, Views, compiled, excluded};
use super::{Choice, Contract, Manners, Settings, Word, allow, size};
use crate::document::Document;
use crate::finding::Level;
use crate::markdown::Ast;
use crate::rule::{Catalog, Need, Rule};
use crate::template::Template;
use crate::text::Span;
use crate::words::export;
use crate::words::readers::Readers;

/// A configuration, ready to be asked about paths. Globs that do not compile were reported before, and match nothing.
#[derive(Debug, Clone, Default)]
pub struct Policies {
    all: Policy,
    exclude: Vec<Glob>,
    kinds: Vec<(Glob, String)>,
    /// Kinds of some paths, over those of [`Settings::kinds`].
    overrides: Vec<(Vec<Glob>, String)>,
    /// What each layer chooses, the weakest first, and of which paths.
    choices: Vec<(Option<Vec<Glob>>, Choice)>,
}

/// What applies to one document: rules, levels, phrases that are allowed, an asserted kind.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Policy {
    /// Which rules run instead of the default set: each may undo what those before it say.
    pub choices: Vec<Choice>,
    pub pedantic: bool,
    /// New rules run as well.
    pub preview: bool,
    /// The default set of another time.
    pub edition: Option<&'static Edition>,
    /// By rule, group or kind: what each layer says, the weakest first.
    pub levels: Vec<IndexMap<String, Level>>,
    pub allow: IndexMap<String, Vec<String>>,
    pub kind: Option<String>,
    /// The slots that documents of a kind have to state.
    pub required: Vec<Required>,
    /// The repository's own templates, by path.
    pub templates: Vec<Arc<Template>>,
    /// Everything that a document may state is asked for.
    pub strict: bool,
    /// How pull requests are treated.
    pub pull_request: Manners,
    /// Who reads, and what they know.
    pub readers: Arc<Readers>,
    /// So many bytes a file may have, where a configuration says so.
    pub largest: Option<u64>,
    /// The moment of reading, where somebody said it: no configuration does.
    pub now: Option<Timestamp>,
    /// Which parts of a text the grammar parses: for people who doubt that it makes no difference.
    pub ast: Ast,
}

/// A slot that a line of the configuration requires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Required {
    pub kind: String,
    pub slot: String,
    /// `FILE:LINE`.
    pub line: String,
}

impl Policies {
    pub fn new(settings: &Settings) -> Self {
        let all = Policy {
            choices: Vec::new(),
            pedantic: settings.pedantic.unwrap_or(false),
            preview: settings.preview.unwrap_or(false),
            edition: settings.edition.as_ref().and_then(|it| Edition::named(it.get_ref())),
            levels: levels(settings),
            allow: settings.allow.iter().map(|(rule, phrases)| (rule.get_ref().clone(), words(phrases))).collect(),
            kind: None,
            required: required(settings),
            templates: Vec::new(),
            strict: settings.strict.unwrap_or(false),
            pull_request: Manners::new(&settings.pull_request),
            readers: Arc::new(super::readers::readers(settings)),
            largest: settings.max_file_size.as_ref().and_then(|it| size::bytes(it.get_ref())),
            now: None,
            ast: Ast::default(),
        };
        let kinds = settings
            .kinds
            .iter()
            .flat_map(|(pattern, kind)| compiled([pattern]).into_iter().map(|it| (it, kind.get_ref().clone())));
        let overrides = settings.overrides.iter();
        let overrides =
            overrides.filter_map(|it| Some((compiled(it.paths.get_ref()), it.kind.as_ref()?.get_ref().clone())));
        let choices = settings.chosen().into_iter().map(|it| (it.paths.as_ref().map(compiled), it.choice));
        Self {
            all,
            exclude: excluded(&settings.exclude),
            kinds: kinds.collect(),
            overrides: overrides.collect(),
            choices: choices.collect(),
        }
    }

    /// What applies to one path; without one, what applies everywhere.
    pub fn of(&self, path: Option<&Views>) -> Policy {
        // What a knowledge base exported may be named as it is called there.
        let plain = path.and_then(|it| it.with(|it| export::plain(it).into_owned()));
        let is_match = |glob: &Glob| path.into_iter().chain(&plain).any(|it| glob.is_match(it));
        let is_meant = |globs: &[Glob]| globs.iter().any(is_match);
        let told = self.kinds.iter().find(|(glob, _)| is_match(glob)).map(|(_, kind)| kind);
        let last = self.overrides.iter().rfind(|(globs, _)| is_meant(globs)).map(|(_, kind)| kind);
        let choices = self.choices.iter().filter(|(globs, _)| globs.as_deref().is_none_or(is_meant));
        Policy {
            kind: last.or(told).cloned(),
            choices: choices.map(|(_, choice)| choice.clone()).collect(),
            ..self.all.clone()
        }
    }

    pub fn excludes(&self, path: &Views) -> bool {
        self.exclude.iter().any(|glob| glob.is_match(path))
    }
}

fn levels(settings: &Settings) -> Vec<IndexMap<String, Level>> {
    let level = |(rule, level): (&Word, &Word)| Some((rule.get_ref().clone(), Level::named(level.get_ref())?));
    let layers = settings.levels_below.iter().chain([&settings.levels]).filter(|it| !it.is_empty());
    layers.map(|layer| layer.iter().filter_map(level).collect()).collect()
}

fn required(settings: &Settings) -> Vec<Required> {
    let of = |(kind, contract): (&Word, &Contract)| {
        let kind = kind.get_ref().clone();
        let slots = contract.require.iter().zip(&contract.lines);
        let slots = slots.map(|(slot, line)| (slot.get_ref().clone(), line.clone()));
        slots.map(|(slot, line)| Required { kind: kind.clone(), slot, line }).collect::<Vec<_>>()
    };
    settings.contract.iter().flat_map(of).collect()
}

impl Policy {
    pub fn enables(&self, rule: &Rule) -> bool {
        let by_default = self.is_default(rule);
        self.choices.iter().fold(by_default, |is_on, choice| choice.of(rule).unwrap_or(is_on))
    }

    /// Whether anybody here asks for a need of a kind: the rule that misses it is on, or there is none.
    pub fn wants(&self, need: &Need, catalog: &Catalog) -> bool {
        let rule = need.rule.as_deref().and_then(|id| catalog.rule(id));
        rule.is_none_or(|rule| self.enables(rule))
    }

    /// Whether a rule runs where nothing is selected.
    fn is_default(&self, rule: &Rule) -> bool {
        match self.edition.filter(|_| rule.is_builtin) {
            Some(edition) => edition.of(&rule.id).is_some() || self.preview && rule.preview,
            None => self.preview || !rule.preview,
        }
    }

    /// How a rule stood in the edition that is asked for.
    pub fn pinned(&self, rule: &str) -> Option<Standing> {
        self.edition.and_then(|edition| edition.of(rule))
    }

    /// The level of a rule where its finding has none of its own.
    pub fn own_level(&self, rule: &Rule) -> Level {
        self.pinned(&rule.id).map_or(rule.level, |it| it.level)
    }

    /// Whether a rule is selected by its own name.
    pub fn names(&self, rule: &str) -> bool {
        let last = self.choices.iter().rposition(|it| it.select.is_some()).unwrap_or(0);
        self.choices[last..].iter().any(|choice| choice.names(rule))
    }

    /// Whether a phrase that everybody here understands stands in what a rule speaks of, or around it.
    pub fn allows(&self, rule: &Rule, doc: &Document, at: Span) -> bool {
        let mut phrases = self.allow.iter().filter(|(word, _)| rule.is_selected_by(word)).flat_map(|(_, it)| it);
        phrases.any(|phrase| allow::is_said_in(phrase, doc, at))
    }

    /// The line that requires a slot of a kind.
    pub fn requires(&self, kind: &str, slot: &str) -> Option<&Required> {
        self.required.iter().find(|it| it.kind == kind && it.slot == slot)
    }

    /// Whether somebody says of a rule by its own name how much it counts.
    pub fn levels_by_name(&self, rule: &str) -> bool {
        self.levels.iter().any(|layer| layer.contains_key(rule))
    }

    /// The level of a rule: that of the nearest layer that speaks of it, there of the word that means it most exactly; or its own.
    pub fn level(&self, rule: &Rule, own: Level) -> Level {
        let said = |layer: &IndexMap<String, Level>| {
            let levels = layer.iter().filter_map(|(word, level)| Some((exactness(rule, word)?, *level)));
            levels.max_by_key(|(exactness, _)| *exactness).map(|(_, level)| level)
        };
        self.levels.iter().rev().find_map(said).unwrap_or(own)
    }
}
