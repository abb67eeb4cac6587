//! The flags of `issue`.

use std::path::PathBuf;

use clap::Args;

use super::{INPUT, OUTPUT, OutputArgs, RULES, RuleArgs};

/// Ask a reader's questions about an issue
#[derive(Debug, Args)]
#[command(after_help = "\
Without a source, the event at $GITHUB_EVENT_PATH is read, as a workflow
`on: issues` has it. A label such as `bug` or `enhancement` says what sort of
issue it is; without one, its words have to. Somebody who contributes for the
first time gets warnings, of which none fails the run unless --fail-on says so,
and bots are skipped.

Examples:
  gh issue view 12 --json number,title,body,labels,author |
    pingless issue --gh -
  pingless issue --title \"$TITLE\" --body body.md --kind bug-report

Exit status: 0 nothing that fails, 1 findings that fail, 2 wrong usage or an
unreadable input. Errors fail, and warnings of high confidence.")]
pub struct Issue {
    /// The event of a webhook, instead of the one at $GITHUB_EVENT_PATH
    #[arg(long, help_heading = INPUT, value_name = "FILE", conflicts_with_all = ["gh", "title", "body"])]
    pub event: Option<PathBuf>,
    /// The answer of `gh api repos/OWNER/REPO/issues/N`: its words and labels are newer than those of the event
    #[arg(long, help_heading = INPUT, value_name = "FILE", conflicts_with_all = ["gh", "title", "body"])]
    pub live: Option<PathBuf>,
    /// The output of `gh issue view --json …`, `body` and any other of its fields; `-` is standard input
    #[arg(long, help_heading = INPUT, value_name = "FILE", conflicts_with_all = ["title", "body"])]
    pub gh: Option<PathBuf>,
    /// The title; with `--body`
    #[arg(long, help_heading = INPUT, requires = "body", allow_hyphen_values = true)]
    pub title: Option<String>,
    /// The body, in a file; `-` is standard input
    #[arg(long, help_heading = INPUT, value_name = "FILE", requires = "title")]
    pub body: Option<PathBuf>,
    /// The kind of the issue, instead of recognising it by labels, form and words
    #[arg(long, help_heading = INPUT)]
    pub kind: Option<String>,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
    #[command(flatten, next_help_heading = OUTPUT)]
    pub output: OutputArgs,
}
