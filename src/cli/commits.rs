//! The commands about messages of commits.

use std::path::PathBuf;

use clap::Args;

use super::{OUTPUT, OutputArgs, RULES, RuleArgs};

/// Ask the same of one message before it is kept: git's hook
///
/// Comments, what stands below the scissors and trailers are read as git reads them, whatever the comment character is.
/// A merge, a `fixup!` and a `squash!` are asked nothing. The commit is stopped by what is certain: a subject that would
/// fit any other commit, a blank of a template that nobody filled.
#[derive(Debug, Args)]
#[command(after_help = "\
As .git/hooks/commit-msg, which has to be executable:
  #!/bin/sh
  exec pingless commit-msg \"$1\"

Exit status: 0 the commit goes on, 1 findings that stop it, 2 wrong usage or an
unreadable input. Errors fail, and warnings of high confidence.")]
pub struct CommitMsg {
    /// The file with the message, as git hands it to the hook
    pub file: PathBuf,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
    #[command(flatten, next_help_heading = OUTPUT)]
    pub output: OutputArgs,
}

/// Ask what the messages of commits leave open
///
/// Merges, fixups and commits by bots are left out, and the run says how many. The newest commit comes first.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  pingless commits origin/main..HEAD
  pingless commits HEAD --max-count 20

Exit status: 0 nothing that fails, 1 findings that fail, 2 wrong usage or an
unreadable input. Errors fail, and warnings of high confidence.")]
pub struct Commits {
    /// The commits, as `git log` understands them: `origin/main..HEAD`
    pub range: String,
    /// Look at no more commits than this
    #[arg(long, short = 'n', value_name = "N", value_parser = super::value::count)]
    pub max_count: Option<usize>,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
    #[command(flatten, next_help_heading = OUTPUT)]
    pub output: OutputArgs,
}
