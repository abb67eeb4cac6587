//! One line for each subcommand, and what all of them share: where text goes, and with which status they end.

mod allows;
mod around;
mod baseline;
mod check;
mod commit_msg;
mod commits;
mod config;
mod decisions;
mod explain;
mod facts;
mod fill;
mod finish;
mod first;
mod fix;
mod given;
mod init;
mod inspect;
mod issue;
mod known;
mod link;
mod linked;
mod litmus;
pub mod lsp;
mod mcp;
mod new;
mod parallel;
mod patch;
mod pr;
mod progress;
mod rules;
mod schema;
mod setup;
mod shell;
mod since;
mod spare;
mod stop;
mod stream;
mod templates;
mod test;
mod thread;
mod timings;
mod trial;
mod when;
mod window;
mod work;

use std::borrow::Cow;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Read, Write};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::cli::{ColorArg, Command};
use crate::input;
use crate::report::{escape, human};
use crate::rule::Mistake;

/// The cure where a shallow clone ends too early.
const DEEPEN: &str = "fetch the history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` in a job of GitLab, \
                      `git fetch --unshallow` in a clone of your own";

/// The cure where texts have to lie on disk.
const WORKING_TREE: &str = "run it in a clone with a working tree: `git worktree add FOLDER BRANCH` makes one";

/// The cure where a name is that of no commit.
const NO_COMMIT: &str = "name a branch, a tag or a commit that `git log` shows here; a remote one as `origin/main`";

/// How a run ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Nothing that fails.
    Clean = 0,
    /// Findings that fail.
    Findings = 1,
    /// Wrong usage, a mistake in pages or configuration, an unreadable input.
    Wrong = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

pub fn run(command: Command) -> Exit {
    let exit = ended(command);
    if IS_LOST.load(Ordering::Relaxed) { Exit::Wrong } else { exit }
}

/// Gives whoever asks for help, or in a way that nobody understands, the answer. What could not be written to standard error
/// cannot be told either.
pub fn answer(it: &clap::Error) -> Exit {
    let printed = it.print();
    if it.use_stderr() {
        return Exit::Wrong;
    }
    told(printed.and_then(|()| io::stdout().flush()));
    if IS_LOST.load(Ordering::Relaxed) { Exit::Wrong } else { Exit::Clean }
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

/// Writes to standard output, for somebody or some program to read. A reader that went away wants no more.
fn print(text: &str) {
    hand_out(&masked(text));
}

/// Writes a text that somebody keeps: whole where it goes to a file, and harmless where it goes to a terminal.
fn hand_over(text: &str) {
    if io::stdout().is_terminal() { hand_out(&escape::lines(text)) } else { hand_out(text) }
}

/// Lets standard input through as it came, byte for byte, whatever it holds.
fn pass_through() {
    let mut from = io::stdin().lock();
    if !io::stdout().is_terminal() {
        let mut to = io::stdout().lock();
        return told(io::copy(&mut from, &mut to).and_then(|_| to.flush()));
    }
    let mut bytes = Vec::new();
    told(from.read_to_end(&mut bytes).map(drop));
    hand_over(&String::from_utf8_lossy(&bytes));
}

/// Writes to standard output as it is: what is safe in itself.
fn hand_out(text: &str) {
    pour_out(&input::whole(text));
}

/// The same of a text that is made while it is written.
fn pour_out(text: input::Text) {
    let mut out = BufWriter::new(io::stdout().lock());
    told(text(&mut out).and_then(|()| out.flush()));
}

/// Says once what standard output did not take; a reader that went away misses nothing.
fn told(written: io::Result<()>) {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe && !IS_LOST.swap(true, Ordering::Relaxed) => {
            complain(&format!("standard output cannot be written: {error}"), "make room, or send it elsewhere");
        }
        _ => {}
    }
}

/// Something that belongs on standard output is not there: nobody may take what is there for all of it.
static IS_LOST: AtomicBool = AtomicBool::new(false);

/// Writes to standard error.
fn say(text: &str) {
    let _ = io::stderr().lock().write_all(masked(text).as_bytes());
}

/// Where whatever runs us obeys what it reads, no line is an order.
fn masked(text: &str) -> Cow<'_, str> {
    if is_obeyed() { escape::orders(text) } else { Cow::Borrowed(text) }
}

/// Whether what runs us takes lines that are printed for orders.
fn is_obeyed() -> bool {
    ["GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"].iter().any(|name| std::env::var_os(name).is_some())
}

/// A plain error that belongs to no file.
fn complain(message: &str, help: &str) -> Exit {
    say(&format!("error: {}\n  = help: {}\n", escape::line(message), escape::line(help)));
    Exit::Wrong
}

/// The same of a file that was not written: where there is room, `otherwise` says what to do.
fn complain_unwritten(name: &str, error: &io::Error, otherwise: &'static str) -> Exit {
    complain(&format!("{name} cannot be written: {error}"), input::cure_of_write(error, otherwise))
}

fn print_mistakes(mistakes: &[Mistake], color: ColorArg) -> Exit {
    let color = wants_color(color, &io::stderr());
    for mistake in mistakes {
        say(&human::mistake(mistake, color));
    }
    Exit::Wrong
}

/// `--color`, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then whether somebody looks.
fn wants_color(color: ColorArg, stream: &impl IsTerminal) -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    match color {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) => false,
        ColorArg::Auto => is_set("FORCE_COLOR") || is_set("CLICOLOR_FORCE") || stream.is_terminal(),
    }
}
