//! The command line as somebody wrote it. What may stand there, the flags and subcommands say.

use clap::{CommandFactory, FromArgMatches, Parser};

use super::Cli;

impl Cli {
    /// What is asked for; whoever asks for help, or in a way that nobody understands, gets an answer, and the process ends.
    /// A command is defined once it is called, because to define all of them takes longer than to judge a message. So the
    /// list of all of them is made anew where it is shown.
    pub fn read() -> Self {
        let told = |_| Self::from_arg_matches(&Self::whole().get_matches()).unwrap_or_else(|it| it.exit());
        Self::try_parse().unwrap_or_else(told)
    }

    /// The definition of the command line with all that it lists.
    pub fn whole() -> clap::Command {
        let mut all = Self::command();
        all.build();
        all
    }
}
