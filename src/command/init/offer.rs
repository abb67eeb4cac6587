//! What `init` offers: each file with its text, what to add to those that are there, and why something is left out.

use std::fs;
use std::path::Path;

use super::debt::Debt;
use super::look::Look;
use crate::cli::Part;
use crate::input;
use crate::report::escape;
use crate::run::known;
use crate::run::setup::shown as shown_path;
use crate::survey::{self, Draft, HOOK, WORKFLOW};

/// One file.
pub struct Offer {
    /// From the folder, with `/`.
    pub path: String,
    pub state: State,
}

pub enum State {
    /// It would be written.
    New(String),
    /// What is found today becomes known; `pingless baseline` writes it.
    Known(Debt),
    /// It is there and stays as it is. A person may add these lines.
    Add(String),
    /// It is there, and nothing is missing in it.
    Done,
    /// It is not for this repository, or somebody wants it left out.
    Left(&'static str),
}

impl State {
    pub fn is_new(&self) -> bool {
        matches!(self, State::New(_) | State::Known(_))
    }
}

pub fn all(look: &Look, without: &[Part], debt: Debt) -> Vec<Offer> {
    let wanted = |part: Part| !without.contains(&part);
    let mut offers = Vec::new();
    offers.extend(wanted(Part::Config).then(|| config(look)));
    offers.extend(wanted(Part::Workflow).then(|| workflow(look)));
    offers.extend(wanted(Part::Hook).then(|| hook(look)));
    let is_configured = wanted(Part::Config) || look.config.is_some();
    offers.extend(wanted(Part::Baseline).then(|| baseline(look, is_configured, debt)));
    offers
}

/// The configuration that fits.
pub fn draft(look: &Look) -> String {
    Draft { survey: &look.survey, templates: &look.templates, zones: &look.zones }.toml()
}

fn config(look: &Look) -> Offer {
    let Some(file) = &look.config else {
        return Offer { path: "pingless.toml".to_owned(), state: State::New(draft(look)) };
    };
    let table = if file.ends_with("pyproject.toml") { "tool.pingless" } else { "" };
    let lines = survey::lines(&look.survey, table);
    let path = file.strip_prefix(&look.root).map_or_else(|_| shown_path(file), crate::input::name_of);
    Offer { path, state: if lines.is_empty() { State::Done } else { State::Add(lines) } }
}

/// Where GitHub looks for workflows.
const WORKFLOWS: &str = ".github/workflows";
/// Where pre-commit looks for hooks.
pub const HOOKS: &str = ".pre-commit-config.yaml";
/// What a workflow or a hook that runs pingless names.
const SLUG: &str = "pingless/pingless";

/// Why something is left out below the root of a repository.
const OF_ROOT: &str = "it belongs into the root of the repository: run `pingless init` there";

fn workflow(look: &Look) -> Offer {
    let path = format!("{WORKFLOWS}/pingless.yml");
    let state = match () {
        () if look.repository.is_none() => State::Left("this is no git repository"),
        () if !look.is_whole() => State::Left(OF_ROOT),
        () if runs_already(&look.root.join(WORKFLOWS)) => State::Done,
        () if !is_on_github(look) => State::Left("this repository is not on GitHub"),
        () if exists(&look.root.join(&path)) => State::Add(WORKFLOW.to_owned()),
        () => State::New(WORKFLOW.to_owned()),
    };
    Offer { path, state }
}

fn hook(look: &Look) -> Offer {
    let file = look.root.join(HOOKS);
    let state = match () {
        () if look.repository.is_none() => State::Left("this is no git repository"),
        () if !look.is_whole() => State::Left(OF_ROOT),
        () if input::read_own(&file).is_ok_and(|text| text.contains(SLUG)) => State::Done,
        () if exists(&file) => State::Add(HOOK.split_once('\n').map_or(HOOK, |(_, entry)| entry).to_owned()),
        () => State::New(HOOK.to_owned()),
    };
    Offer { path: HOOKS.to_owned(), state }
}

/// Beside the configuration, or at the root of the repository: never outside of the folder.
fn baseline(look: &Look, is_configured: bool, debt: Debt) -> Offer {
    let is_here = if is_configured { look.home == look.root } else { look.repository.is_none() || look.is_whole() };
    let state = match () {
        () if exists(&look.root.join(known::FILE)) => State::Done,
        () if debt.findings == 0 => State::Left("nothing is found today"),
        () if !is_here => State::Left("it belongs beside the configuration: run `pingless baseline` there"),
        () => State::Known(debt),
    };
    Offer { path: known::FILE.to_owned(), state }
}

/// Also a link that leads nowhere is something that is there.
fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether one of the workflows runs pingless.
fn runs_already(folder: &Path) -> bool {
    let files = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut workflows = files.filter(|path| path.extension().is_some_and(|it| it == "yml" || it == "yaml"));
    workflows.any(|path| input::read_own(&path).is_ok_and(|text| text.contains(SLUG)))
}

/// What only the repositories of other forges have.
const ELSEWHERE: &[&str] = &[
    ".gitlab-ci.yml",
    ".gitlab",
    ".gitea",
    ".forgejo",
    ".woodpecker",
    ".woodpecker.yml",
    "azure-pipelines.yml",
    "bitbucket-pipelines.yml",
];

/// A repository that has something for GitHub, or comes from there, or is new and has nothing for anybody else.
fn is_on_github(look: &Look) -> bool {
    let remotes = look.repository.as_ref().and_then(|it| it.text(["remote", "-v"]).ok()).unwrap_or_default();
    let is_elsewhere = !remotes.trim().is_empty() || ELSEWHERE.iter().any(|name| exists(&look.root.join(name)));
    look.root.join(".github").is_dir() || remotes.contains("github") || !is_elsewhere
}

/// What is left to do where somebody adds the hooks to others, which stay at their releases. Ours is not there yet.
const ADDED: &str = "\nthen put the newest commit in the place of the release, which is not there yet: `pre-commit \
                     autoupdate --bleeding-edge --repo https://github.com/pingless/pingless`; and turn the hooks on: \
                     `pre-commit install --hook-type pre-commit --hook-type commit-msg`\n";

/// Everything that is offered, for the person who decides.
pub fn shown(offers: &[Offer]) -> String {
    // Which baseline counts is told by the folder of a run, and hooks run at the root.
    let is_below = offers.iter().any(|it| matches!(it.state, State::Left(OF_ROOT)));
    let where_known = if is_below { ", where pingless runs in this folder" } else { "" };
    let one = |offer: &Offer| {
        let path = escape::line(&offer.path);
        match &offer.state {
            State::New(text) => format!("{path}, new:\n\n{}", indented(text)),
            State::Known(debt) => {
                let findings = match debt.findings {
                    1 => "1 finding of today becomes".to_owned(),
                    count => format!("{count} findings of today become"),
                };
                let failing = format!("{} would fail a run", debt.failing);
                format!(
                    "{path}, new: {findings} known ({failing}); from then on only new ones are reported{where_known}\n"
                )
            }
            State::Add(text) => {
                let then = if offer.path == HOOKS { ADDED } else { "" };
                format!("{path} is there and stays as it is; you may add:\n\n{}{then}", indented(text))
            }
            State::Done => format!("{path}: nothing to add\n"),
            State::Left(why) => format!("{path}: left out, {why}\n"),
        }
    };
    offers.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// The text, so that a terminal shows it as it is.
fn indented(text: &str) -> String {
    let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("    {}\n", escape::line(line)) };
    text.lines().map(line).collect()
}
