//! The flags of `pingless mcp`.

use clap::Args;

use super::{RULES, RuleArgs};

/// Serve an assistant: the same questions for those who write with one
#[derive(Debug, Args)]
#[command(after_help = "\
An assistant starts it in the folder of a repository and speaks the Model Context
Protocol with it, on standard input and output. It can check a text, explain a
rule, give the outline of a kind of document and the parts that a text lacks, and
list the facts that the repository declares. It reads, and writes nothing.")]
pub struct Mcp {
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
}
