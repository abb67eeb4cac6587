//! The flags of `pingless lsp`.

use clap::Args;

use super::{BaselineArgs, RULES, RuleArgs};

/// Serve an editor: what a reader would ask, while it is written
#[derive(Debug, Args)]
#[command(after_help = "\
An editor starts it and speaks the language server protocol with it, on standard
input and output. It obeys the configuration around each text, as `check` does.
The README has the few lines that each editor needs.

Exit status: 0 after a shutdown, 1 where the editor went away without one.")]
pub struct Lsp {
    /// Accepted because editors say it: there is no other way
    #[arg(long, hide = true)]
    pub stdio: bool,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
    #[command(flatten)]
    pub known: BaselineArgs,
}
