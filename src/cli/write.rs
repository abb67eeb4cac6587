//! The flags of what writes texts: `new` and `fill`.

use std::path::PathBuf;

use clap::Args;

use super::rules::without;
use super::{RULES, RuleArgs};
use crate::text::Moment;

/// Begin a document: its outline, with each question in its place
///
/// The outline is that of the page of its kind, which `pingless explain KIND` shows; a page of `.pingless/rules/` brings
/// its own. A template of the repository is not read: for what it asks beside these questions `pingless check` asks later.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  pingless new adr \"Put invoices into a queue\" -o docs/adr/
  pingless new --rule house-words -o .pingless/rules/")]
pub struct New {
    /// The kind of document, as in `adr` or `postmortem`
    #[arg(required_unless_present = "rule")]
    pub kind: Option<String>,
    /// Its title
    pub title: Option<String>,
    /// Write it to this file, which must not exist; in a folder its name follows those of its siblings; folders are made
    #[arg(long, short = 'o', value_name = "FILE|FOLDER")]
    pub output: Option<PathBuf>,
    /// The moment that counts as now, instead of the clock's: `2026-11-20T17:00+01:00`; a date alone is its beginning in UTC
    #[arg(long, value_name = "INSTANT", value_parser = super::value::moment)]
    pub now: Option<Moment>,
    /// Who writes it [default: `git config user.name`]
    #[arg(long, value_name = "NAME")]
    pub author: Option<String>,
    /// Begin the page of a rule of your own: what may stand in it, with examples that pass `pingless test`
    #[arg(long, value_name = "ID", conflicts_with_all = ["kind", "now", "author"])]
    pub rule: Option<String>,
}

/// Put the questions that a text leaves open into it
///
/// Each stands in a comment where its answer belongs, and nothing else is changed. All is asked that a text of its kind may
/// state, as `check --strict` asks it.
#[derive(Debug, Args)]
#[command(mut_args(without(&["now", "pedantic", "strict"])))]
pub struct Fill {
    /// The file; `-` is standard input
    pub path: PathBuf,
    /// Write the questions into the file instead of printing the text
    #[arg(long, short = 'w')]
    pub write: bool,
    /// The kind of document, instead of recognising it
    #[arg(long)]
    pub kind: Option<String>,
    /// The name under which standard input is judged
    #[arg(long, value_name = "NAME")]
    pub stdin_filename: Option<String>,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
}
