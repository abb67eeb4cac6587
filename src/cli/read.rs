//! The command line as somebody wrote it. What may stand there, the flags and subcommands say.

use clap::error::{ContextKind, ContextValue};
use clap::{CommandFactory, FromArgMatches, Parser};

use super::Cli;
use crate::config::NOTHING;

impl Cli {
    /// What is asked for; or for whoever asks for help, or in a way that nobody understands, the answer.
    /// A command is defined once it is called, because to define all of them takes longer than to judge a message. So the
    /// list of all of them is made anew where it is shown.
    pub fn read() -> Result<Self, clap::Error> {
        Self::try_parse().or_else(|_| Self::from_arg_matches(&Self::whole().try_get_matches()?)).map_err(meant)
    }

    /// The definition of the command line with all that it lists.
    pub fn whole() -> clap::Command {
        let mut all = Self::command();
        all.build();
        all
    }
}

/// Whoever wants no finding to fail a run is not told of the level whose name looks most like `none`.
fn meant(mut error: clap::Error) -> clap::Error {
    const NEVER: &str = "never";
    let says_nothing = |it: &ContextValue| matches!(it, ContextValue::String(word) if NOTHING.contains(&word.as_str()));
    let has_never = |it: &ContextValue| matches!(it, ContextValue::Strings(all) if all.iter().any(|it| it == NEVER));
    let said = error.get(ContextKind::InvalidValue).is_some_and(says_nothing);
    if said && error.get(ContextKind::ValidValue).is_some_and(has_never) {
        error.insert(ContextKind::SuggestedValue, ContextValue::String(NEVER.to_owned()));
    }
    error
}
