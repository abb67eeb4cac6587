//! Flags in, command, exit code out.

use std::process::ExitCode;

use pingless::cli::Cli;
use pingless::command;

// The allocator of musl gives each large piece of memory back at once, and asks the system for it anew.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match Cli::read() {
        Ok(cli) => command::run(cli.command),
        Err(answer) => command::answer(&answer),
    }
    .into()
}
