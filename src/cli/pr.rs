//! The flags of `pr`.

use std::path::PathBuf;

use clap::Args;

use super::{BaselineArgs, INPUT, NEW, OUTPUT, OutputArgs, RULES, RuleArgs, SinceArgs};

/// Ask a reviewer's questions about a pull request and its changes
#[derive(Debug, Args)]
#[command(after_help = "\
Without a source, the event at $GITHUB_EVENT_PATH is read, as a workflow
`on: pull_request` has it. With --diff-base the files, the commits and the
changed Markdown come from this checkout, and one report tells of all: of the
Markdown only what is new. Drafts get notes, bots are skipped, and somebody who
contributes for the first time gets warnings, of which none fails the run unless
--fail-on says so: [pull-request] in pingless.toml changes it.

Examples:
  gh pr view 12 --json number,title,body,files,commits,isDraft,author |
    pingless pr --gh -
  pingless pr --title \"$TITLE\" --body body.md --diff-base origin/main
  pingless pr --title \"$TITLE\" --body body.md --fill > filled.md

Exit status: 0 nothing that fails, 1 findings that fail, 2 wrong usage or an
unreadable input. Errors fail, and warnings of high confidence.")]
pub struct Pr {
    /// Print the body with the questions that it leaves open, each where its answer belongs
    #[arg(long)]
    pub fill: bool,
    /// The event of a webhook, instead of the one at $GITHUB_EVENT_PATH
    #[arg(long, help_heading = INPUT, value_name = "FILE", conflicts_with_all = ["gh", "title", "body"])]
    pub event: Option<PathBuf>,
    /// The answer of `gh api repos/OWNER/REPO/pulls/N`: its title and body are newer than those of the event
    #[arg(long, help_heading = INPUT, value_name = "FILE", conflicts_with_all = ["gh", "title", "body"])]
    pub live: Option<PathBuf>,
    /// The output of `gh pr view --json …`, `body` and any other of its fields; `-` is standard input
    #[arg(long, help_heading = INPUT, value_name = "FILE", conflicts_with_all = ["title", "body"])]
    pub gh: Option<PathBuf>,
    /// The title; with `--body`
    #[arg(long, help_heading = INPUT, requires = "body", allow_hyphen_values = true)]
    pub title: Option<String>,
    /// The body, in a file; `-` is standard input
    #[arg(long, help_heading = INPUT, value_name = "FILE", requires = "title")]
    pub body: Option<PathBuf>,
    #[command(flatten, next_help_heading = NEW)]
    pub since: SinceArgs,
    #[command(flatten, next_help_heading = NEW)]
    pub known: BaselineArgs,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
    #[command(flatten, next_help_heading = OUTPUT)]
    pub output: OutputArgs,
}
