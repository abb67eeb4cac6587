//! What is kept silent, and why.

use std::path::PathBuf;

use clap::Args;

use super::{ColorArg, InputArgs, ListFormat, RuleArgs};

/// List what is kept silent, by rule: comments in texts and lines of configurations, each with its reason
///
/// Each says how many findings it keeps silent in the files that are read; one that keeps none silent is unused. The reason
/// of a line in a configuration is the TOML comment behind it, or the one above it.
#[derive(Debug, Args)]
pub struct Allows {
    /// Files and folders; `-` is standard input
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub input: InputArgs,
    #[command(flatten)]
    pub rules: RuleArgs,
    #[arg(long, short = 'f', value_enum, default_value = "human")]
    pub format: ListFormat,
    #[arg(long, value_enum, default_value = "auto")]
    pub color: ColorArg,
}
