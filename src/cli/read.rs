//! The command line as somebody wrote it. What may stand there, the flags and subcommands say.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches, Parser};

use super::Cli;
use crate::config::NOTHING;

impl Cli {
    /// What is asked for; or for whoever asks for help, or in a way that nobody understands, the answer.
    /// A command is defined once it is called, because to define all of them takes longer than to judge a message. So the
    /// list of all of them is made anew where it is shown.
    pub fn read() -> Result<Self, clap::Error> {
        if let Some(name) = called_like_a_file(std::env::args_os().skip(1)) {
            return Err(Self::doubtful(&name));
        }
        Self::try_parse().or_else(|_| Self::from_arg_matches(&Self::whole().try_get_matches()?)).map_err(meant)
    }

    fn doubtful(name: &str) -> clap::Error {
        let message = format!(
            "`{name}` is an option, and a file here is called so\n\n  \
             tip: put `--` before the names of files, or write `./{name}`\n"
        );
        clap::Error::raw(ErrorKind::ValueValidation, message)
    }

    /// The definition of the command line with all that it lists.
    pub fn whole() -> clap::Command {
        let mut all = Self::command();
        all.build();
        all
    }
}

/// An option as which a file would be read that somebody else has named, as `--output-file=README.md`: whoever hands on the names
/// of changed files means a text. Names without an ending, which no text has, stay options.
fn called_like_a_file(mut arguments: impl Iterator<Item = OsString>) -> Option<String> {
    let is_option = |it: &[u8]| it.starts_with(b"-") && it.contains(&b'.');
    let options = arguments.by_ref().take_while(|it| it != "--").filter(|it| is_option(it.as_encoded_bytes()));
    let found = options.into_iter().find(|it| Path::new(it).is_file())?;
    Some(found.to_string_lossy().into_owned())
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
