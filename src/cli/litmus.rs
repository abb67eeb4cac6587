//! The flags of `litmus`.

use std::path::PathBuf;

use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::{Args, ValueEnum};
use jiff::Timestamp;

use super::output::Output;
use super::value::instant;
use super::{ColorArg, ConfigArgs, INPUT, OUTPUT};

/// Which systems could somebody else pick up from the text alone?
///
/// If the whole team vanished for a day, somebody would have to run, mend and go on with what they left. Thirteen
/// questions are asked of each system; each is answered at a line of a file, or by nobody. What nobody answers comes
/// first.
#[derive(Debug, Args)]
#[command(after_help = EXIT, after_long_help = HOW)]
pub struct Litmus {
    /// The repository, or a folder in it: the systems that lie there, or that it lies in
    #[arg(default_value = ".", hide_default_value = true)]
    pub path: PathBuf,
    /// Only these systems
    #[arg(long, value_delimiter = ',', value_name = "NAME")]
    pub system: Vec<String>,
    /// Print every answer with its place, however many there are
    #[arg(long)]
    pub answers: bool,
    /// Fail where fewer than N percent of the questions are answered
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=100))]
    pub fail_under: Option<u8>,
    /// Also count over exported threads: files or folders, in the forms that `pingless thread` reads
    #[arg(long, value_name = "DIR", help_heading = INPUT)]
    pub threads: Vec<PathBuf>,
    /// Also tell how it came to this: the outcome at commits since a day, a commit, or `180d`, `12w`, `2y` before HEAD
    ///
    /// At most 24 commits at even steps, the first of each day, week, month, of some months or of a year, and HEAD; by the
    /// configuration that lies here now.
    #[arg(long, value_name = "DATE|REF", help_heading = INPUT)]
    pub since: Option<String>,
    /// The moment that it is about, as in `2026-11-20T09:00:00Z` [default: that of the newest commit]
    #[arg(long, value_name = "INSTANT", value_parser = instant, help_heading = INPUT)]
    pub now: Option<Timestamp>,
    #[command(flatten, next_help_heading = INPUT)]
    pub from: ConfigArgs,
    /// Threads [default: as many as the machine has cores]
    #[arg(long, short = 'j', value_name = "N", value_parser = super::value::number, default_value_t = 0, hide_default_value = true, help_heading = INPUT)]
    pub jobs: usize,
    /// The form of the report
    #[arg(long, short = 'f', value_enum, default_value = "human", help_heading = OUTPUT)]
    pub format: LitmusFormat,
    /// Write the report to PATH instead, or, as in `html=PATH`, in that form besides
    ///
    /// May be given more than once. `-` is standard output, and folders are made. A page that lies in the repository
    /// links to the files that answer.
    #[arg(long, short = 'o', value_name = "[FORMAT=]PATH", help_heading = OUTPUT, value_parser = OsStringValueParser::new().try_map(Output::<LitmusFormat>::parse))]
    pub output_file: Vec<Output<LitmusFormat>>,
    /// When to print mistakes in colour
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN", help_heading = OUTPUT)]
    pub color: ColorArg,
}

const EXIT: &str = "\
Exit status: 0 whatever is found, 1 with --fail-under where too little is
answered, 2 wrong usage or a folder that cannot be read.";

const HOW: &str = "\
Systems are those of `[litmus.systems]` in pingless.toml, each with its
folders. Without them: the folders at the top that hold a manifest or code,
each folder in packages/, services/, crates/ and the like, and the folders
with code that CODEOWNERS gives to somebody. Where that makes fewer than two,
the repository is one system.

A page belongs to a system when it lies in its folder, has its name as a file
or folder of its path, names it in `system:` of its front matter, or in the
part that speaks: by a heading, or by a link into its folder. Pages of the
whole repository answer who owns it, where to ask and what is in flight; and
how to run, test, deploy, watch and undo it, where the root of the repository
builds it and it is not brought out by itself. The report says `all` then.

No answer is a heading over nothing, a placeholder, a link into a chat (but
for where to ask), a page past its own `review by`, a page that is superseded,
or a status of more than 45 days ago.

Questions that a system does not have to answer are left out by `ignore` and
`ignore-for` in `[litmus]`.

Nothing is counted of a single person: the number of authors of a system is
given only as at least three or fewer than three, and without names.

Exit status: 0 whatever is found, 1 with --fail-under where too little is
answered, 2 wrong usage or a folder that cannot be read.";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LitmusFormat {
    /// For people: what is unanswered, a table, the answers with their places
    Human,
    /// One page for a browser, whole in itself: no script, nothing that is fetched
    Html,
    /// One JSON object
    Json,
}
