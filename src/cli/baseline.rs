//! The flags of known findings: the file that holds them, and the command that writes it.

use std::path::PathBuf;

use clap::Args;

use super::{ColorArg, RULES, RuleArgs};

#[derive(Debug, Clone, Args, Default)]
pub struct BaselineArgs {
    /// The file of findings that are known from before [default: .pingless-baseline.jsonl]
    ///
    /// Without this flag it is looked for beside the configuration and at the root of the repository.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Report also what is known from before
    #[arg(long, conflicts_with = "baseline")]
    pub no_baseline: bool,
}

/// Take today's findings for known; from then on only others count
///
/// The first run writes the file. A later one changes it only when it is told how: it refuses new findings, and says
/// which entries are stale.
#[derive(Debug, Args, Default)]
#[command(after_help = "\
Exit status: 0 written or nothing to write, 1 new findings refused, 2 wrong
usage or an unreadable input.")]
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
    /// The file to write [default: .pingless-baseline.jsonl]
    ///
    /// Without this flag it lies beside the configuration, or else at the root of the repository.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Ignore files apply to files that are named, too
    #[arg(long)]
    pub force_exclude: bool,
    /// Threads [default: as many as the machine has cores]
    #[arg(long, short = 'j', value_name = "N", value_parser = super::value::number, default_value_t = 0, hide_default_value = true)]
    pub jobs: usize,
    /// When to print in colour
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: ColorArg,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
}
