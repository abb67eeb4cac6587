//! The flags of `init`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Set pingless up here: configuration, workflow, hook, baseline
///
/// It looks at what the repository holds, shows what it would write with the reason of each line, and asks.
#[derive(Debug, Args)]
#[command(after_help = "\
Exit status: 0 written, declined or nothing to write, 2 wrong usage or a file
that cannot be read or written.")]
pub struct Init {
    /// The folder that pingless is set up in; nothing outside of it is written
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// Write without asking
    #[arg(long, short = 'y')]
    pub yes: bool,
    /// Show what would be written, and write nothing
    #[arg(long, conflicts_with = "yes")]
    pub dry_run: bool,
    /// Leave these out
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PART")]
    pub without: Vec<Part>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// `pingless.toml`
    Config,
    /// `.github/workflows/pingless.yml`
    Workflow,
    /// `.pre-commit-config.yaml`
    Hook,
    /// What is found today and may stay
    Baseline,
}
