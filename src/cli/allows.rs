//! What is kept silent, and why.

use std::path::PathBuf;

use clap::Args;

use super::{ColorArg, INPUT, InputArgs, ListFormat, RULES, RuleArgs};

/// List what is kept silent, by rule, each with its reason
///
/// It stands in comments in the texts and in lines of the configurations.
/// Each says how many findings it keeps silent in the files that are read; one that keeps none silent is unused. The reason
/// of a line in a configuration is the TOML comment behind it, or the one above it.
#[derive(Debug, Args)]
pub struct Allows {
    /// Files and folders; `-` is standard input
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// The form of the list
    #[arg(long, short = 'f', value_enum, default_value = "human")]
    pub format: ListFormat,
    /// When to print in colour
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: ColorArg,
    #[command(flatten, next_help_heading = INPUT)]
    pub input: InputArgs,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
}
