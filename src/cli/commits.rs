//! The commands about messages of commits.

use std::path::PathBuf;

use clap::Args;

use super::{OutputArgs, RuleArgs};

/// Ask of the message of a commit before it is kept: the commit-msg hook of git
///
/// Comments, what stands below the scissors and trailers are read as git reads them, whatever the comment character is.
/// A merge, a `fixup!` and a `squash!` are asked nothing. The commit is stopped by what is certain: a subject that would
/// fit any other commit, a blank of a template that nobody filled.
#[derive(Debug, Args)]
pub struct CommitMsg {
    /// The file with the message, as git hands it to the hook
    pub file: PathBuf,
    #[command(flatten)]
    pub rules: RuleArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Ask of the messages of commits that are there already
///
/// Merges, fixups and commits by bots are left out, and the run says how many. The newest commit comes first.
#[derive(Debug, Args)]
pub struct Commits {
    /// The commits, as `git log` understands them: `origin/main..HEAD`
    pub range: String,
    /// Look at no more commits than this
    #[arg(long, short = 'n', value_name = "N")]
    pub max_count: Option<usize>,
    #[command(flatten)]
    pub rules: RuleArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}
