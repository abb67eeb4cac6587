//! `pingless.toml`, and what it means for one path. Pure: files are found and read by `command`.

use std::ops::Range;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::finding::{Label, Level};
use crate::kind::Glob;
use crate::rule::{Catalog, Mistake, Rule};
use crate::text::Span;

/// What a `pingless.toml`, or `[tool.pingless]` in `pyproject.toml`, may say.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
#[schemars(title = "pingless.toml")]
pub struct Settings {
    /// Another configuration file that this one builds on; a path relative to this file.
    #[schemars(with = "Option<String>")]
    pub extend: Option<Word>,
    /// The rules that run, instead of the default set: rule ids, groups, kinds or `all`.
    #[schemars(with = "Option<Vec<String>>")]
    pub select: Option<Vec<Word>>,
    /// Rules that run besides.
    #[schemars(with = "Vec<String>")]
    pub extend_select: Vec<Word>,
    /// Rules that do not run.
    #[schemars(with = "Vec<String>")]
    pub ignore: Vec<Word>,
    /// Also show findings that are right less often than nine times in ten.
    pub pedantic: Option<bool>,
    /// The lowest level that fails a run.
    pub fail_on: Option<FailOn>,
    /// Globs of files that are not read.
    #[schemars(with = "Vec<String>")]
    pub exclude: Vec<Word>,
    /// The kind of the documents that a glob matches: `"notes/**" = "meeting-notes"`.
    #[schemars(with = "IndexMap<String, String>")]
    pub kinds: IndexMap<String, Word>,
    /// The level of a rule, instead of its own.
    pub levels: IndexMap<String, Level>,
    /// Phrases in which a rule finds nothing: `ambiguous-deadline = ["by EOD PT"]`.
    pub allow: IndexMap<String, Vec<String>>,
    /// Settings for the paths that some globs match.
    pub overrides: Vec<Override>,
}

/// Settings for some paths, over those for all.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Override {
    /// Globs of the paths that this is about.
    #[schemars(with = "Vec<String>")]
    pub paths: Vec<Word>,
    #[schemars(with = "Option<String>")]
    pub kind: Option<Word>,
    #[schemars(with = "Vec<String>")]
    pub extend_select: Vec<Word>,
    #[schemars(with = "Vec<String>")]
    pub ignore: Vec<Word>,
}

/// A word of the configuration, with its place.
pub type Word = Spanned<String>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FailOn {
    Error,
    Warn,
    Note,
    Never,
}

/// `pyproject.toml`, as far as it concerns us.
#[derive(Deserialize)]
struct Pyproject {
    tool: Option<Tools>,
}

#[derive(Deserialize)]
struct Tools {
    pingless: Option<Settings>,
}

impl Settings {
    /// Reads a configuration. `path` is its name in mistakes.
    pub fn parse(path: &str, text: &str) -> Result<Self, Mistake> {
        toml::from_str(text).map_err(|error| unreadable(path, text, &error))
    }

    /// The `[tool.pingless]` of a `pyproject.toml`, where there is one.
    pub fn parse_pyproject(path: &str, text: &str) -> Result<Option<Self>, Mistake> {
        if !text.contains("[tool.pingless") {
            return Ok(None);
        }
        let parsed: Pyproject = toml::from_str(text).map_err(|error| unreadable(path, text, &error))?;
        Ok(parsed.tool.and_then(|tool| tool.pingless))
    }

    /// These settings over those that they extend.
    pub fn over(self, base: Settings) -> Settings {
        let join = |mut base: Vec<Word>, own: Vec<Word>| {
            base.extend(own);
            base
        };
        let mut levels = base.levels;
        levels.extend(self.levels);
        let mut allow = base.allow;
        allow.extend(self.allow);
        let mut kinds = self.kinds;
        // The nearer configuration is asked first.
        kinds.extend(base.kinds);
        let mut overrides = base.overrides;
        overrides.extend(self.overrides);
        Settings {
            extend: None,
            select: self.select.or(base.select),
            extend_select: join(base.extend_select, self.extend_select),
            ignore: join(base.ignore, self.ignore),
            pedantic: self.pedantic.or(base.pedantic),
            fail_on: self.fail_on.or(base.fail_on),
            exclude: join(base.exclude, self.exclude),
            kinds,
            levels,
            allow,
            overrides,
        }
    }

    /// Words that mean nothing to the catalog, each with its place and the nearest that does.
    pub fn mistakes(&self, path: &str, text: &str, catalog: &Catalog) -> Vec<Mistake> {
        let mut out = Vec::new();
        let mut check = |word: &Word, what: &str, is_known: bool, known: &mut dyn Iterator<Item = &str>| {
            if !is_known {
                out.push(unknown(path, text, word, what, known));
            }
        };
        let overrides = self.overrides.iter();
        let selectors = self.select.iter().flatten().chain(&self.extend_select).chain(&self.ignore);
        for word in selectors.chain(overrides.clone().flat_map(|it| it.extend_select.iter().chain(&it.ignore))) {
            let mut ids = catalog.rules.iter().map(|rule| rule.id.as_str());
            check(word, "rule", catalog.is_selector(word.get_ref()), &mut ids);
        }
        for word in self.kinds.values().chain(overrides.clone().filter_map(|it| it.kind.as_ref())) {
            let is_known = word.get_ref() == "none" || catalog.kind(word.get_ref()).is_some();
            check(word, "kind", is_known, &mut catalog.kind_names());
        }
        for word in self.exclude.iter().chain(overrides.flat_map(|it| &it.paths)) {
            check(word, "glob", Glob::new(word.get_ref()).is_ok(), &mut std::iter::empty());
        }
        let named = self.levels.keys().chain(self.allow.keys());
        for name in named.filter(|name| catalog.rule(name).is_none()) {
            let at = text.find(name.as_str()).unwrap_or(0);
            let word = Spanned::new(at..at + name.len().min(text.len() - at), name.clone());
            out.push(unknown(path, text, &word, "rule", &mut catalog.rules.iter().map(|rule| rule.id.as_str())));
        }
        out
    }

    /// What applies to one path.
    pub fn policy(&self, path: Option<&str>) -> Policy {
        let is_match = |patterns: &[Word]| {
            path.is_some_and(|path| {
                patterns.iter().any(|it| Glob::new(it.get_ref()).is_ok_and(|glob| glob.is_match(path)))
            })
        };
        let mut policy = Policy {
            select: self.select.as_deref().map(words),
            extend_select: words(&self.extend_select),
            ignore: words(&self.ignore),
            pedantic: self.pedantic.unwrap_or(false),
            levels: self.levels.clone(),
            allow: self.allow.clone(),
            kind: None,
        };
        policy.kind = path.and_then(|path| {
            let matched = self.kinds.iter().find(|(glob, _)| Glob::new(glob).is_ok_and(|glob| glob.is_match(path)));
            matched.map(|(_, kind)| kind.get_ref().clone())
        });
        for it in self.overrides.iter().filter(|it| is_match(&it.paths)) {
            policy.extend_select.extend(words(&it.extend_select));
            policy.ignore.extend(words(&it.ignore));
            policy.kind = it.kind.as_ref().map(|kind| kind.get_ref().clone()).or(policy.kind);
        }
        policy
    }

    pub fn excludes(&self, path: &str) -> bool {
        self.exclude.iter().any(|it| Glob::new(it.get_ref()).is_ok_and(|glob| glob.is_match(path)))
    }
}

fn words(list: &[Word]) -> Vec<String> {
    list.iter().map(|word| word.get_ref().clone()).collect()
}

/// What applies to one document: rules, levels, phrases that are allowed, an asserted kind.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    pub select: Option<Vec<String>>,
    pub extend_select: Vec<String>,
    pub ignore: Vec<String>,
    pub pedantic: bool,
    pub levels: IndexMap<String, Level>,
    pub allow: IndexMap<String, Vec<String>>,
    pub kind: Option<String>,
}

impl Policy {
    pub fn enables(&self, rule: &Rule) -> bool {
        let selects = |list: &[String]| list.iter().any(|word| rule.is_selected_by(word));
        let by_default = self.select.as_deref().map_or(!rule.preview, selects);
        // The more exact word wins: `--ignore when --extend-select ambiguous-deadline` keeps the one rule.
        let by_id = |list: &[String]| list.contains(&rule.id);
        let is_wanted = by_default || selects(&self.extend_select);
        let is_ignored = selects(&self.ignore) && (by_id(&self.ignore) || !by_id(&self.extend_select));
        is_wanted && !is_ignored
    }

    pub fn level(&self, rule: &Rule, own: Level) -> Level {
        self.levels.get(&rule.id).copied().unwrap_or(own)
    }
}

fn unreadable(path: &str, text: &str, error: &toml::de::Error) -> Mistake {
    let range: Range<usize> = error.span().unwrap_or(0..0);
    let help = match error.message().contains("unknown field") {
        true => "`pingless schema config` prints every key",
        false => "mend the TOML here",
    };
    mistake(path, text, range, error.message().lines().next().unwrap_or("this is no TOML").to_owned(), help.to_owned())
}

fn unknown(path: &str, text: &str, word: &Word, what: &str, known: &mut dyn Iterator<Item = &str>) -> Mistake {
    let message = match what {
        "glob" => format!("`{}` is no glob", word.get_ref()),
        _ => format!("there is no {what} `{}`", word.get_ref()),
    };
    let nearest =
        known.max_by_key(|name| similarity(name, word.get_ref())).filter(|name| similarity(name, word.get_ref()) > 2);
    let help = match nearest {
        Some(name) => format!("did you mean `{name}`? `pingless rules` lists all"),
        None if what == "glob" => "write it as in `.gitignore`".to_owned(),
        None => "`pingless rules` lists all".to_owned(),
    };
    mistake(path, text, word.span(), message, help)
}

/// How many letters two words share at their beginnings and ends: enough to find a misspelling.
fn similarity(one: &str, other: &str) -> usize {
    let front = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let back = one.bytes().rev().zip(other.bytes().rev()).take_while(|(a, b)| a == b).count();
    front + back
}

fn mistake(path: &str, text: &str, range: Range<usize>, message: String, help: String) -> Mistake {
    let start = range.start.min(text.len());
    let span = Span::new(start, range.end.clamp(start, text.len()));
    Mistake { path: path.to_owned(), text: text.to_owned(), at: Label { span, text: "here".to_owned() }, message, help }
}
