//! The flags of known findings: the file that holds them, and the command that writes it.

use std::path::PathBuf;

use clap::Args;

use super::{ColorArg, RuleArgs};

#[derive(Debug, Args, Default)]
pub struct BaselineArgs {
    /// The file of findings that are known from before [default: `.pingless-baseline.jsonl` beside the configuration or
    /// at the root of the repository]
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Report also what is known from before
    #[arg(long, conflicts_with = "baseline")]
    pub no_baseline: bool,
}

/// Take today's findings for known: only others are reported from now on
///
/// The first run writes the file. A later one changes it only when it is told how: it refuses new findings, and says
/// which entries are stale.
#[derive(Debug, Args, Default)]
pub struct Baseline {
    /// Files and folders
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// Take new findings in, and drop stale entries
    #[arg(long, conflicts_with = "prune")]
    pub accept_new: bool,
    /// Drop stale entries only
    #[arg(long)]
    pub prune: bool,
    /// The file, instead of `.pingless-baseline.jsonl` beside the configuration or at the root of the repository
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Ignore files apply to files that are named, too
    #[arg(long)]
    pub force_exclude: bool,
    /// Threads; by default as many as the machine has cores
    #[arg(long, short = 'j', value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub jobs: usize,
    #[command(flatten)]
    pub rules: RuleArgs,
    #[arg(long, value_enum, default_value = "auto")]
    pub color: ColorArg,
}
