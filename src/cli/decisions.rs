//! What was decided.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{ColorArg, ConfigArgs, INPUT, InputArgs};

/// List what was decided, when, by whom, and what has taken its place
///
/// Records of one decision a file are listed, and the entries of decision logs. Each is named with its file and line, and
/// with the places where it was talked over; where those are chats alone, that is said.
#[derive(Debug, Args)]
pub struct Decisions {
    /// Files and folders; `-` is standard input
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// The form of the list
    #[arg(long, short = 'f', value_enum, default_value = "human")]
    pub format: DecisionsFormat,
    /// When to print in colour
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: ColorArg,
    #[command(flatten, next_help_heading = INPUT)]
    pub input: InputArgs,
    #[command(flatten, next_help_heading = INPUT)]
    pub from: ConfigArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DecisionsFormat {
    Human,
    /// A flowchart of what replaced what
    Mermaid,
    /// One line a decision; no cell is a formula
    Csv,
    Json,
}
