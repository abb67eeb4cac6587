//! Flags and subcommands, and nothing else. The help is the manual.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

mod allows;
mod baseline;
mod commits;
mod init;
mod issue;
mod output;
mod pr;
mod shell;
mod since;
mod thread;
mod trial;
mod write;

pub use allows::Allows;
pub use baseline::{Baseline, BaselineArgs};
pub use commits::{CommitMsg, Commits};
pub use init::{Init, Part};
pub use issue::Issue;
pub use output::{FormatArg, Output, OutputArgs};
pub use pr::Pr;
pub use shell::{Completions, Man};
pub use since::SinceArgs;
pub use thread::Thread;
pub use trial::{Trial, TrialFormat};
pub use write::{Fill, New};

#[derive(Debug, Parser)]
#[command(name = "pingless", version, max_term_width = 100, disable_help_subcommand = true)]
#[command(about = "Could a reader in another time zone, with nobody awake to ask, act on this text?")]
#[command(
    after_help = "Exit status: 0 nothing that fails, 1 findings that fail, 2 wrong usage or an unreadable input."
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Take today's findings for known: only others are reported from now on
    Baseline(Baseline),
    /// Ask a reader's questions about Markdown files, folders or standard input
    Check(Check),
    /// List what is kept silent, by rule: comments in texts and lines of configurations, each with its reason
    Allows(Allows),
    /// Ask of the message of a commit before it is kept: the commit-msg hook of git
    CommitMsg(CommitMsg),
    /// Ask of the messages of commits that are there already
    Commits(Commits),
    /// Show what a document states: its kind, its slots, its findings
    Inspect(Inspect),
    /// Ask a reader's questions about an issue: its labels, its form, its words
    Issue(Issue),
    /// Set pingless up in a repository: a configuration that fits, the workflow, the hook, a baseline
    Init(Init),
    /// Begin a document: the skeleton of its kind, with each question where its answer belongs
    New(New),
    /// Put the questions that a text leaves open into it, each where its answer belongs
    Fill(Fill),
    /// Ask a reviewer's questions about a pull request: title and body, held against what it changes
    Pr(Pr),
    /// Explain a rule or a kind of document: why, bad and good examples
    Explain {
        /// A rule or a kind, as in `ambiguous-deadline` or `postmortem`
        name: String,
        /// Print the page as it is written, to begin one of your own with
        #[arg(long)]
        page: bool,
    },
    /// List the rules
    Rules(Rules),
    /// Ask what came of an issue, a pull request or a chat, from all that was said in it
    Thread(Thread),
    /// Run the examples of your own rule pages
    Test {
        /// The folder of pages
        #[arg(default_value = ".pingless/rules")]
        folder: PathBuf,
    },
    /// Replay the history of this repository: what would have been said, and what people did about it
    Trial(Trial),
    /// Print the JSON Schema of the configuration or of the JSON report
    Schema {
        #[arg(value_enum, default_value = "report")]
        of: SchemaOf,
    },
    /// Show what applies to a file, and why
    Config(Config),
    /// Print what lets a shell complete flags and names
    Completions(Completions),
    /// Print the manual page
    Man(Man),
}

#[derive(Debug, Args)]
pub struct Check {
    /// Files and folders; `-` is standard input
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub since: SinceArgs,
    #[command(flatten)]
    pub known: BaselineArgs,
    #[command(flatten)]
    pub input: InputArgs,
    #[command(flatten)]
    pub rules: RuleArgs,
    #[command(flatten)]
    pub output: OutputArgs,
    /// Fail on every input that cannot be read, also on those met in folders
    #[arg(long)]
    pub strict_input: bool,
    /// List the files that would be read, their kinds and why; check nothing
    #[arg(long)]
    pub show_files: bool,
    /// Print how often each rule fired, instead of the findings
    #[arg(long)]
    pub statistics: bool,
}

#[derive(Debug, Args)]
pub struct Inspect {
    /// Files; `-` is standard input
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub input: InputArgs,
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Recognise kinds by the text alone, never by its path
    #[arg(long)]
    pub ignore_path: bool,
    #[arg(long, short = 'f', value_enum, default_value = "human")]
    pub format: InspectFormat,
    #[arg(long, value_enum, default_value = "auto")]
    pub color: ColorArg,
}

#[derive(Debug, Args)]
pub struct Config {
    /// The file, which need not exist
    pub path: PathBuf,
    /// The kind of the file, instead of recognising it
    #[arg(long)]
    pub kind: Option<String>,
    #[command(flatten)]
    pub rules: RuleArgs,
}

#[derive(Debug, Args)]
pub struct Rules {
    #[arg(long, short = 'f', value_enum, default_value = "human")]
    pub format: ListFormat,
    #[command(flatten)]
    pub rules: RuleArgs,
}

/// What is read.
#[derive(Debug, Args)]
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
    /// Threads; by default as many as the machine has cores
    #[arg(long, short = 'j', value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub jobs: usize,
}

/// Which rules run.
#[derive(Debug, Args, Default)]
pub struct RuleArgs {
    /// Only these rules: ids, groups, kinds or `all`
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub select: Vec<String>,
    /// Not these rules
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub ignore: Vec<String>,
    /// These rules besides
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub extend_select: Vec<String>,
    /// Also show findings that are right less often than nine times in ten
    #[arg(long)]
    pub pedantic: bool,
    /// Also run new rules whose precision is not known yet
    #[arg(long)]
    pub preview: bool,
    /// Ask for everything that a document of its kind may state
    #[arg(long)]
    pub strict: bool,
    /// A configuration file, or one `KEY=VALUE` of TOML; without a file, the one that PINGLESS_CONFIG names, and then the
    /// nearest around each text: `.pingless.toml`, `pingless.toml`, `pyproject.toml`, at last `.github/pingless.toml`
    #[arg(long, value_name = "FILE|KEY=VALUE")]
    pub config: Vec<String>,
    /// Read no configuration file, no rule page and no template
    #[arg(long)]
    pub isolated: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InspectFormat {
    Human,
    /// One JSON object a line for each file
    Ndjson,
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
    /// One line of the neutral form that `pingless thread` reads
    Thread,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOnArg {
    Error,
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
