//! `pingless.toml`, and what it means for one path. Pure: files are found and read by `run`.

pub mod allow;
mod check;
mod choice;
pub mod edition;
mod form;
mod glob;
mod lists;
mod litmus;
mod policy;
pub mod pull_request;
mod quiet;
mod readers;
mod required;
mod size;
mod told;
mod version;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::finding::Level;
use crate::rule::Mistake;

pub use check::did_you_mean;
pub use choice::{Choice, Chosen};
pub use edition::Edition;
pub use form::NOTHING;
pub use glob::{Glob, Pattern, Views};
pub use litmus::Litmus;
pub use policy::{Policies, Policy, Required};
pub use pull_request::{Manners, PullRequests};
pub use quiet::{Means, Quiet, quiet};
pub use readers::{Agreed, Reading, Vocabulary};
pub use required::{COMMAND_LINE, Contract, Contracts, EDITOR};
pub use told::{Told, told};

/// What a `pingless.toml`, or `[tool.pingless]` in `pyproject.toml`, may say.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
#[schemars(title = "pingless.toml")]
pub struct Settings {
    /// Configuration files that this one builds on: a path relative to this file, or a list of them. Of two that
    /// disagree the later one counts, and this file above all.
    #[schemars(with = "Option<Paths>")]
    pub extend: Option<Spanned<Paths>>,
    /// The versions of pingless that understand this file: `">=0.1"`.
    #[schemars(with = "Option<String>")]
    pub required_version: Option<Word>,
    /// The default rules and their levels as they were then, whatever a newer pingless says: `"2026.1"`.
    #[schemars(with = "Option<String>")]
    pub edition: Option<Word>,
    /// Also run new rules whose precision is not known yet.
    pub preview: Option<bool>,
    /// The rules that run, instead of the default set and of what the files that this one builds on choose: rule ids,
    /// groups, kinds or `all`.
    #[schemars(with = "Option<Vec<String>>")]
    pub select: Option<Vec<Word>>,
    /// Rules that run besides, also those that a file which this one builds on ignores.
    #[schemars(with = "Vec<String>")]
    pub extend_select: Vec<Word>,
    /// Rules that do not run. In one file a rule's own name counts before its group or kind, and those before `all`; of two
    /// alike `ignore` counts.
    #[schemars(with = "Vec<String>")]
    pub ignore: Vec<Word>,
    /// Also show findings that are right less often than nine times in ten.
    pub pedantic: Option<bool>,
    /// The lowest level that fails a run.
    pub fail_on: Option<FailOn>,
    /// Larger files are not read, and a warning says so: `"64 MiB"`. Without it, 16 MiB.
    #[schemars(with = "Option<String>")]
    pub max_file_size: Option<Word>,
    /// Globs of files that are not read. As in `.gitignore`, a folder stands for all in it; so it does wherever a
    /// configuration names paths. They count from the folder of the file that they stand in; in a file that lies in no
    /// folder around the one that builds on it, from the folder of that one; with `--config`, from the current folder.
    #[schemars(with = "Vec<String>")]
    pub exclude: Vec<Pattern>,
    /// The kind of the documents that a glob matches: `"notes/**" = "meeting-notes"`. Of several the first one counts.
    #[schemars(with = "IndexMap<String, String>")]
    pub kinds: IndexMap<Pattern, Word>,
    /// The level of a rule, or of the rules of a group or a kind, instead of their own. Of several words for a rule the most
    /// exact one counts, and of several files the nearest that says anything of it.
    #[schemars(with = "IndexMap<String, Level>")]
    pub levels: IndexMap<Word, Word>,
    /// Phrases in which a rule, or those of a group or a kind, find nothing: `ambiguous-deadline = ["by EOD PT"]`.
    #[schemars(with = "IndexMap<String, Vec<String>>")]
    pub allow: IndexMap<Word, Vec<Word>>,
    /// What documents of a kind have to state: `[contract.bug-report] require = ["steps-to-reproduce", "hypothesis"]`.
    #[schemars(with = "IndexMap<String, Contract>")]
    pub contract: Contracts,
    /// Ask for everything that documents of each kind may state.
    pub strict: Option<bool>,
    /// What `pingless litmus` asks, and of which systems.
    pub litmus: Litmus,
    /// How pull requests are treated: drafts, bots, newcomers, small and large changes.
    pub pull_request: PullRequests,
    /// Who reads: their zones and hours.
    pub readers: Reading,
    /// What the team agreed on: its zone, its calendars.
    pub team: Agreed,
    /// Words that everybody here understands, and what they mean: `"EOD" = "18:00 UTC"`.
    #[schemars(with = "IndexMap<String, String>")]
    pub vocab: Vocabulary,
    /// Settings for the paths that some globs match, over those of this file for all. Of several for a path the last one
    /// counts.
    pub overrides: Vec<Override>,
    /// What the files that these settings are over choose, the weakest first.
    #[serde(skip)]
    pub below: Vec<Chosen>,
    /// The levels that they give, the weakest first.
    #[serde(skip)]
    pub levels_below: Vec<IndexMap<Word, Word>>,
}

/// Settings for some paths, over those for all.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Override {
    /// Globs of the paths that this is about.
    #[schemars(with = "Vec<String>", length(min = 1))]
    pub paths: Spanned<Vec<Pattern>>,
    /// The kind of the documents there.
    #[schemars(with = "Option<String>")]
    pub kind: Option<Word>,
    /// Rules that run there besides.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub extend_select: Vec<Word>,
    /// Rules that do not run there.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub ignore: Vec<Word>,
}

/// A word of the configuration, with its place.
pub type Word = Spanned<String>;

/// One path or several.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "this is neither a path nor a list of paths")]
pub enum Paths {
    One(String),
    Several(Vec<String>),
}

impl Paths {
    pub fn list(&self) -> &[String] {
        match self {
            Paths::One(path) => std::slice::from_ref(path),
            Paths::Several(paths) => paths,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FailOn {
    Error,
    #[serde(alias = "warning")]
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
        version::fits(path, text)?;
        let mut settings: Self = form::read(path, text, &[])?;
        required::locate(&mut settings.contract, path, text);
        Ok(settings)
    }

    /// The `[tool.pingless]` of a `pyproject.toml`, where there is one.
    pub fn parse_pyproject(path: &str, text: &str) -> Result<Option<Self>, Mistake> {
        // Most name us nowhere, and one that is broken is nobody's mistake here, unless it is plain that we are spoken to.
        let is_spelt_otherwise = || {
            let table: Option<toml::Table> = text.contains("pingless").then(|| text.parse().ok()).flatten();
            table.is_some_and(|it| it.get("tool").is_some_and(|it| it.get("pingless").is_some()))
        };
        if !text.contains("[tool.pingless") && !is_spelt_otherwise() {
            return Ok(None);
        }
        version::fits(path, text)?;
        let parsed: Pyproject = form::read(path, text, &["tool", "pingless"])?;
        let mut settings = parsed.tool.and_then(|tool| tool.pingless);
        if let Some(settings) = &mut settings {
            required::locate(&mut settings.contract, path, text);
        }
        Ok(settings)
    }

    /// These settings, whose globs count from one of the folders of [`Views`].
    pub fn counted_from(mut self, base: usize) -> Self {
        let kinds = self.kinds.into_iter().map(|(glob, kind)| (Pattern { base, ..glob }, kind));
        self.kinds = kinds.collect();
        let overrides = self.overrides.iter_mut().flat_map(|it| it.paths.get_mut());
        self.exclude.iter_mut().chain(overrides).for_each(|it| it.base = base);
        self
    }

    /// These settings over those that they extend.
    pub fn over(self, base: Settings) -> Settings {
        let below = base.chosen().into_iter().chain(self.below).collect();
        let exclude = base.exclude.into_iter().chain(self.exclude).collect();
        let levels_below = base.levels_below.into_iter().chain([base.levels]).chain(self.levels_below);
        let mut allow = base.allow;
        allow.extend(self.allow);
        let mut kinds = self.kinds;
        // The nearer configuration is asked first, and what it says of a glob counts.
        for (glob, kind) in base.kinds {
            kinds.entry(glob).or_insert(kind);
        }
        let mut vocab = base.vocab;
        vocab.extend(self.vocab);
        // What they choose is said above.
        let kind_alone = |it: Override| Override { extend_select: Vec::new(), ignore: Vec::new(), ..it };
        let overrides = base.overrides.into_iter().map(kind_alone).chain(self.overrides).collect();
        Settings {
            extend: None,
            required_version: self.required_version.or(base.required_version),
            edition: self.edition.or(base.edition),
            preview: self.preview.or(base.preview),
            select: self.select,
            extend_select: self.extend_select,
            ignore: self.ignore,
            pedantic: self.pedantic.or(base.pedantic),
            fail_on: self.fail_on.or(base.fail_on),
            max_file_size: self.max_file_size.or(base.max_file_size),
            exclude,
            kinds,
            levels: self.levels,
            levels_below: levels_below.filter(|it| !it.is_empty()).collect(),
            allow,
            contract: required::over(base.contract, self.contract),
            strict: self.strict.or(base.strict),
            litmus: self.litmus.over(base.litmus),
            pull_request: self.pull_request.over(base.pull_request),
            readers: self.readers.over(base.readers),
            team: self.team.over(base.team),
            vocab,
            overrides,
            below,
        }
    }
}
