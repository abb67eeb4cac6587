//! Flags and subcommands, and nothing else. The help is the manual.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

mod about;
mod allows;
mod baseline;
mod commits;
mod decisions;
mod facts;
mod fix;
mod init;
mod inspect;
mod issue;
mod litmus;
mod lsp;
mod mcp;
mod output;
mod pr;
mod read;
mod rules;
mod shell;
mod since;
mod stream;
mod thread;
mod trial;
mod value;
mod when;
mod write;

pub use about::{Config, Explain, Rules, Schema, Test};
pub use allows::Allows;
pub use baseline::{Baseline, BaselineArgs};
pub use commits::{CommitMsg, Commits};
pub use decisions::{Decisions, DecisionsFormat};
pub use facts::{Facts, FactsFormat};
pub use fix::FixArgs;
pub use init::{Init, Part};
pub use inspect::{Inspect, InspectFormat};
pub use issue::Issue;
pub use litmus::{Litmus, LitmusFormat};
pub use lsp::Lsp;
pub use mcp::Mcp;
pub use output::{Output, OutputArgs};
pub use pr::Pr;
pub use rules::{AstArg, ConfigArgs, RuleArgs};
pub use shell::{Completions, Man};
pub use since::SinceArgs;
pub use stream::{Emit, Link, Stream};
pub use thread::Thread;
pub use trial::{Trial, TrialFormat};
pub use when::When;
pub use write::{Fill, New};

#[derive(Debug, Parser)]
#[command(name = "pingless", version, max_term_width = 100, disable_help_subcommand = true)]
#[command(about = "Could a reader in another time zone, with nobody awake to ask, act on this text?")]
#[command(after_help = "\
To begin with:
  pingless check docs/          what a reader of these documents would ask
  pbpaste | pingless check -    what a message leaves open, before it is sent
  pingless init                 a configuration, a workflow and a hook that fit

Exit status: 0 nothing that fails, 1 findings that fail, 2 wrong usage or an
unreadable input.")]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

/// In the order in which somebody meets them; each struct says what its command does.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Command {
    // What judges texts.
    Check(Check),
    Pr(Pr),
    Issue(Issue),
    Thread(Thread),
    Commits(Commits),
    CommitMsg(CommitMsg),
    Stream(Stream),
    Link(Link),
    // What is said in many of them.
    Decisions(Decisions),
    // What helps to write one.
    When(When),
    New(New),
    Fill(Fill),
    Lsp(Lsp),
    Mcp(Mcp),
    Inspect(Inspect),
    // What holds many texts against each other.
    Facts(Facts),
    // What sets pingless up.
    Init(Init),
    Baseline(Baseline),
    Allows(Allows),
    Config(Config),
    Trial(Trial),
    // What looks at a whole repository.
    Litmus(Litmus),
    // What says what is asked, and why.
    Explain(Explain),
    Rules(Rules),
    Test(Test),
    Schema(Schema),
    // What a shell wants.
    Completions(Completions),
    Man(Man),
}

/// Ask a reader's questions about Markdown: files, folders or stdin
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  pingless check docs/
  pbpaste | pingless check -
  pingless check --diff-base origin/main
  pingless check -f concise -o sarif=pingless.sarif
  pingless check --diff | patch -p0

Exit status: 0 nothing that fails, 1 findings that fail, 2 wrong usage or an
unreadable input. Errors fail; with --diff-base also warnings of
high confidence.")]
pub struct Check {
    /// Files and folders; `-` is standard input
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// List the files that would be read, their kinds and why; check nothing
    #[arg(long)]
    pub show_files: bool,
    /// Print how often each rule fired, instead of the findings
    #[arg(long)]
    pub statistics: bool,
    /// Fail on every input that cannot be read, also on those met in folders
    #[arg(long, help_heading = INPUT)]
    pub strict_input: bool,
    /// Remember what was found, and judge again only what changed
    #[arg(long, help_heading = INPUT)]
    pub cache: bool,
    /// Where to remember it, instead of in your folder for caches; switches `--cache` on
    #[arg(long, value_name = "DIR", help_heading = INPUT)]
    pub cache_dir: Option<PathBuf>,
    #[command(flatten, next_help_heading = FIXES)]
    pub fixes: FixArgs,
    #[command(flatten, next_help_heading = INPUT)]
    pub input: InputArgs,
    #[command(flatten, next_help_heading = NEW)]
    pub since: SinceArgs,
    #[command(flatten, next_help_heading = NEW)]
    pub known: BaselineArgs,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
    #[command(flatten, next_help_heading = OUTPUT)]
    pub output: OutputArgs,
    /// Also say how much time each rule took
    #[arg(long, help_heading = OUTPUT)]
    pub timings: bool,
}

/// The headings under which flags stand in the help.
const FIXES: &str = "Fixes";
const INPUT: &str = "Input";
const NEW: &str = "Only what is new";
const RULES: &str = "Rules";
const OUTPUT: &str = "Output";

/// What is read.
#[derive(Debug, Args, Default)]
pub struct InputArgs {
    /// The kind of every document given, instead of recognising it
    #[arg(long)]
    pub kind: Option<String>,
    /// The name under which standard input is judged
    #[arg(long, value_name = "NAME")]
    pub stdin_filename: Option<String>,
    /// Ignore files apply to files that are named, too
    #[arg(long)]
    pub force_exclude: bool,
    /// Threads [default: as many as the machine has cores]
    #[arg(long, short = 'j', value_name = "N", value_parser = value::number, default_value_t = 0, hide_default_value = true)]
    pub jobs: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    Human,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// The JSON report of `check --format json`
    Report,
    /// `pingless.toml`
    Config,
    /// The JSON of `pingless facts`, of each of its tasks
    Facts,
    /// The JSON of `pingless decisions`
    Decisions,
    /// The JSON of `pingless when`
    When,
    /// The JSON of `pingless allows`
    Allows,
    /// The JSON of `pingless rules`
    Rules,
    /// The JSON of `pingless trial`
    Trial,
    /// One line that `pingless inspect` writes
    Inspect,
    /// One line that `pingless link` writes
    Link,
    /// One line that `pingless stream` writes
    Stream,
    /// One line that `pingless stream` reads
    StreamInput,
    /// The JSON of `pingless litmus`
    Litmus,
    /// One line of the neutral form that `pingless thread` reads
    Thread,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOnArg {
    Error,
    #[value(alias = "warning")]
    Warn,
    Note,
    Never,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ColorArg {
    #[default]
    Auto,
    Always,
    Never,
}
