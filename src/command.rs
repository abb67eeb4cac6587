//! One line for each subcommand, and one file: what is asked for, in terms of what `run` does.

mod allows;
mod baseline;
mod check;
mod commit_msg;
mod commits;
mod config;
mod decisions;
mod explain;
mod facts;
mod fill;
mod init;
mod inspect;
mod issue;
mod link;
mod litmus;
pub mod lsp;
mod mcp;
mod new;
mod pr;
mod rules;
mod schema;
mod shell;
mod stream;
mod test;
mod thread;
mod trial;
mod when;

use std::io::{self, Write};

use crate::cli::Command;
pub use crate::run::Exit;
use crate::run::console;

pub fn run(command: Command) -> Exit {
    console::ended(ended(command))
}

/// Gives whoever asks for help, or in a way that nobody understands, the answer. What could not be written to standard error
/// cannot be told either.
pub fn answer(it: &clap::Error) -> Exit {
    let printed = it.print();
    if it.use_stderr() {
        return Exit::Wrong;
    }
    console::told(printed.and_then(|()| io::stdout().flush()));
    console::ended(Exit::Clean)
}

fn ended(command: Command) -> Exit {
    match command {
        Command::Allows(args) => allows::run(&args),
        Command::Baseline(args) => baseline::run(&args),
        Command::Check(args) => check::run(args),
        Command::CommitMsg(args) => commit_msg::run(args),
        Command::Commits(args) => commits::run(&args),
        Command::Completions(args) => shell::completions(&args),
        Command::Config(args) => config::run(&args),
        Command::Decisions(args) => decisions::run(&args),
        Command::Explain(args) => explain::run(&args.name, args.page),
        Command::Facts(args) => facts::run(&args),
        Command::Fill(args) => fill::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Inspect(args) => inspect::run(&args),
        Command::Issue(args) => issue::run(&args),
        Command::Link(args) => link::run(&args),
        Command::Litmus(args) => litmus::run(&args),
        Command::Lsp(args) => lsp::run(&args),
        Command::Man(args) => shell::man(&args),
        Command::Mcp(args) => mcp::run(&args),
        Command::New(args) => new::run(&args),
        Command::Pr(args) => pr::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Schema(args) => schema::run(args.of),
        Command::Stream(args) => stream::run(&args),
        Command::Test(args) => test::run(args.folder.as_deref()),
        Command::Thread(args) => thread::run(&args),
        Command::Trial(args) => trial::run(&args),
        Command::When(args) => when::run(&args),
    }
}
