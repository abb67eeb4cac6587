//! Flags in, command, exit code out.

use std::process::ExitCode;

use clap::Parser;
use pingless::cli::Cli;
use pingless::command;

fn main() -> ExitCode {
    command::run(Cli::parse().command).into()
}
