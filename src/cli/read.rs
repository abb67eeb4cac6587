//! The command line as somebody wrote it. What may stand there, the flags and subcommands say.

use clap::{CommandFactory, FromArgMatches, Parser};

use super::Cli;

impl Cli {
    /// What is asked for; or for whoever asks for help, or in a way that nobody understands, the answer.
    /// A command is defined once it is called, because to define all of them takes longer than to judge a message. So the
    /// list of all of them is made anew where it is shown.
    pub fn read() -> Result<Self, clap::Error> {
        Self::try_parse().or_else(|_| Self::from_arg_matches(&Self::whole().try_get_matches()?))
    }

    /// The definition of the command line with all that it lists.
    pub fn whole() -> clap::Command {
        let mut all = Self::command();
        all.build();
        all
    }
}
