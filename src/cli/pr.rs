//! The flags of `pr`.

use std::path::PathBuf;

use clap::Args;

use super::{BaselineArgs, OutputArgs, RuleArgs, SinceArgs};

#[derive(Debug, Args)]
#[command(after_help = "\
Without a source, the event at $GITHUB_EVENT_PATH is read, as a workflow `on: pull_request` has it.

With `--diff-base` the files, the commits and the changed Markdown come from this checkout, and one report tells of all:
of the Markdown only what is new.

  gh pr view 12 --json number,title,body,files,commits,isDraft,author | pingless pr --gh -
  pingless pr --title \"$TITLE\" --body body.md --diff-base origin/main

Exit status: 0 nothing that fails, 1 findings that fail (`warn` and above), 2 wrong usage or an unreadable input.")]
pub struct Pr {
    /// The event of a webhook, instead of the one at $GITHUB_EVENT_PATH
    #[arg(long, value_name = "FILE", conflicts_with_all = ["gh", "title", "body"])]
    pub event: Option<PathBuf>,
    /// The answer of `gh api repos/OWNER/REPO/pulls/N`: its title and body are newer than those of the event
    #[arg(long, value_name = "FILE", conflicts_with_all = ["gh", "title", "body"])]
    pub live: Option<PathBuf>,
    /// The output of `gh pr view --json …`, any of its fields; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["title", "body"])]
    pub gh: Option<PathBuf>,
    /// The title; with `--body`
    #[arg(long, requires = "body")]
    pub title: Option<String>,
    /// The body, in a file; `-` is standard input
    #[arg(long, value_name = "FILE", requires = "title")]
    pub body: Option<PathBuf>,
    #[command(flatten)]
    pub since: SinceArgs,
    #[command(flatten)]
    pub known: BaselineArgs,
    /// Print the body with the questions that it leaves open, each where its answer belongs
    #[arg(long)]
    pub fill: bool,
    #[command(flatten)]
    pub rules: RuleArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}
