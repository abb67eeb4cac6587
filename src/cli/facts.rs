//! The command about facts: values that one page declares and others rely on.

use std::path::PathBuf;

use clap::{ArgGroup, Args, ValueEnum};
use jiff::Timestamp;

use super::value::instant;
use super::{ColorArg, ConfigArgs, INPUT, InputArgs, OUTPUT};

/// List the facts that pages declare, and who relies on them
///
/// A page declares a fact in a comment, `<!-- pingless: fact auth.token.refresh = 60 min owner=@identity -->`, or in a row
/// of a table with the columns fact, value, owner and since. Another text relies on it with `pingless: assumes
/// auth.token.refresh = 60 min` in its own comment, whatever its language, or with `assumes:` in its front matter.
///
/// `check` says where they disagree. This command shows them all, finds what could be declared, and says who has to be told
/// of a change.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("task"), group = ArgGroup::new("written").args(["accept", "ack"]), after_help = "\
Examples:
  pingless facts docs/ services/
  pingless facts --conflicts
  pingless facts --suggest
  pingless facts --accept session.lifetime --owner @identity --dry-run
  pingless facts --touching docs/auth.md
  pingless facts --diff origin/main
  pingless facts --ack auth.token.refresh services/web/session.py

Exit status: 0, 1 where --conflicts lists one, --diff finds what breaks others,
or --dry-run would write, 2 wrong usage or an unreadable input.")]
pub struct Facts {
    /// Files and folders
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// Only facts about which texts disagree or that are declared twice, each with all places and owners
    #[arg(long, group = "task")]
    pub conflicts: bool,
    /// Number the quantities that several documents state of the same thing: what could be declared once
    #[arg(long, group = "task")]
    pub suggest: bool,
    /// Declare what `--suggest` lists under this number or id, and mark the other places as assumptions of it
    #[arg(long, value_name = "N|ID", value_delimiter = ',', group = "task", requires = "owner")]
    pub accept: Vec<String>,
    /// What a meeting with the owner of PATH has to go through: every fact that it declares or relies on
    #[arg(long, value_name = "PATH", group = "task")]
    pub touching: Option<PathBuf>,
    /// What changed since a commit: what breaks those who rely on it, and who has to be told
    #[arg(long, value_name = "REF", group = "task")]
    pub diff: Option<String>,
    /// Say in PATH that its assumption of the fact ID was compared now
    #[arg(long, num_args = 2, value_names = ["ID", "PATH"], group = "task")]
    pub ack: Vec<String>,
    /// Who answers for what is declared with --accept: a team as in `@identity`, or a person by name
    #[arg(long, value_name = "@WHO", requires = "accept", conflicts_with_all = OTHERS)]
    pub owner: Option<String>,
    /// The id of what is declared with --accept [default: made of its words]
    #[arg(long, value_name = "ID", requires = "accept", conflicts_with_all = OTHERS)]
    pub id: Option<String>,
    /// Print what --accept or --ack would change as a patch; write nothing
    #[arg(long, requires = "written", conflicts_with_all = OTHERS)]
    pub dry_run: bool,
    /// The form of what is printed
    #[arg(long, short = 'f', value_enum, default_value = "human", help_heading = OUTPUT)]
    pub format: FactsFormat,
    /// When to print in colour
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN", help_heading = OUTPUT)]
    pub color: ColorArg,
    #[command(flatten, next_help_heading = INPUT)]
    pub input: InputArgs,
    #[command(flatten, next_help_heading = INPUT)]
    pub from: ConfigArgs,
    /// The moment of reading, as in `2026-11-20T09:00:00Z`: what held until a day before it is over
    ///
    /// A date alone is its beginning in UTC. Without it nothing is over, and what --accept and --ack write down is dated by the
    /// clock.
    #[arg(long, value_name = "INSTANT", value_parser = instant, help_heading = INPUT)]
    pub now: Option<Timestamp>,
}

/// The tasks that write nothing.
const OTHERS: [&str; 4] = ["conflicts", "suggest", "touching", "diff"];

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FactsFormat {
    Human,
    /// One versioned JSON object: `pingless schema facts`
    Json,
    /// One row a fact, with a head, as spreadsheets read it
    Csv,
}
