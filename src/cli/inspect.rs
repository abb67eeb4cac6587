//! The flags of `pingless inspect`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{ColorArg, INPUT, InputArgs, RULES, RuleArgs};

/// Show what a document states: its kind, its slots, its findings
#[derive(Debug, Args)]
pub struct Inspect {
    /// Files and folders; `-` is standard input
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// The form of what is shown
    #[arg(long, short = 'f', value_enum, default_value = "human")]
    pub format: InspectFormat,
    /// When to print in colour
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: ColorArg,
    /// Recognise kinds by the text alone, never by its path
    #[arg(long, help_heading = INPUT)]
    pub ignore_path: bool,
    #[command(flatten, next_help_heading = INPUT)]
    pub input: InputArgs,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InspectFormat {
    Human,
    /// One JSON object a line for each file
    Ndjson,
}
