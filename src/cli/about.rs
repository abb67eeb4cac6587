//! The commands that tell of the rules, and of what applies where.

use std::path::PathBuf;

use clap::Args;

use super::rules::without;
use super::{ListFormat, RULES, RuleArgs, SchemaOf};

/// Show what applies to a file, and why
#[derive(Debug, Args)]
#[command(mut_args(without(&["now"])))]
pub struct Config {
    /// The file, which need not exist
    pub path: PathBuf,
    /// The kind of the file, instead of recognising it
    #[arg(long)]
    pub kind: Option<String>,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
}

/// Explain a rule or a kind of document (why, bad and good examples), or by `config` every key of a configuration
#[derive(Debug, Args)]
pub struct Explain {
    /// A rule or a kind, as in `ambiguous-deadline` or `postmortem`
    pub name: String,
    /// Print the page as it is written; `pingless new --rule` begins one of your own
    #[arg(long)]
    pub page: bool,
}

/// List the rules
#[derive(Debug, Args)]
#[command(mut_args(without(&["now", "pedantic", "preview", "strict"])))]
pub struct Rules {
    /// The form of the list
    #[arg(long, short = 'f', value_enum, default_value = "human")]
    pub format: ListFormat,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
}

/// Run the examples of your own rule pages
#[derive(Debug, Args)]
pub struct Test {
    /// The folder of pages [default: the `.pingless/rules` whose rules `check` runs here]
    pub folder: Option<PathBuf>,
}

/// Print the JSON Schema of what is read, and of what is printed
#[derive(Debug, Args)]
pub struct Schema {
    /// What the schema describes
    #[arg(value_enum, default_value = "report")]
    pub of: SchemaOf,
}
