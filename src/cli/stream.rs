//! The flags of `pingless stream` and `pingless link`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{INPUT, OUTPUT, RULES, RuleArgs};

/// Judge one text a line, as a stage of a larger pipeline
///
/// Each line is a JSON object with a text; each is answered by one line, in the same order. So many
/// lines are held at once as there is work for, however many there are.
#[derive(Debug, Args)]
#[command(after_help = "\
A line that is read; only `text` has to be there:
  {\"id\": 7, \"path\": \"docs/adr/0007.md\", \"text\": \"# …\", \"meta\": {\"repo\": \"a\"}}
  id, meta  any JSON: both come back as they are
  path      decides kind and configuration, as the path of a file does; a text
            without one is a message and obeys the current folder; one that is
            not named as Markdown is no document, but may assume its facts
  kind      the kind of the text, instead of recognising it
  written   when it was written, as in 2026-11-18T09:00:00Z

A line that is written: id, meta, kind, kind_confidence, slots, diagnostics (as
in `check --format json`) and error, which is null unless the line could not be
judged. `pingless schema stream` says it all.

Texts that may disagree are held against each other in two steps, on as many
machines as you like:
  pingless stream --emit diagnostics,summaries texts.ndjson > rows.ndjson
  pingless link --by repo rows.ndjson > findings.ndjson

Exit status: 0, also with findings; 2 wrong usage, or a line that could not be
judged: its row says why, and all others are judged. Spark's `pipe` looks at it
with `checkCode=True` only.")]
pub struct Stream {
    /// The file with the lines; `-` is standard input
    #[arg(default_value = "-")]
    pub file: PathBuf,
    /// What the rows carry
    #[arg(long, value_enum, value_delimiter = ',', default_value = "diagnostics", help_heading = OUTPUT)]
    pub emit: Vec<Emit>,
    /// The paths are those of files here: also look at what lies around them, as `check` does
    #[arg(long, help_heading = INPUT)]
    pub on_disk: bool,
    /// Threads [default: as many as the machine has cores]
    #[arg(long, short = 'j', value_name = "N", value_parser = super::value::number, default_value_t = 0, hide_default_value = true, help_heading = INPUT)]
    pub jobs: usize,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Emit {
    /// Slots and findings of each text
    Diagnostics,
    /// What `pingless link` has to know of each text
    Summaries,
}

/// Hold texts against each other by their summaries
///
/// Reads what `pingless stream --emit summaries` wrote, and says where texts of one corpus disagree: what `check` says of
/// the same files besides what it says of each alone. No text is read. Phrases that the configuration allows are
/// looked for in texts, and so count only in `check`. Links that lead nowhere are found by `stream --on-disk`, which
/// sees the files around a text, and not here.
#[derive(Debug, Args)]
#[command(after_help = "\
A line that is read is a row with a summary; rows with an error go through. Who
owns what is known where the CODEOWNERS file of a corpus went through
`pingless stream` as well.

A line that is written is one finding: id, meta and path of its text, rule,
level, confidence, message, question, help, label, range, and related places
with the id of their text. `pingless schema link` says it all. Findings come in
the order of corpora, paths and places.

Examples:
  pingless stream --emit summaries texts.ndjson | pingless link
  pingless link --by repo rows.ndjson

Exit status: 0, also with findings; 2 wrong usage, or a line that could not be
read: its row says why, and all others are linked.")]
pub struct Link {
    /// The file with the rows; `-` is standard input
    #[arg(default_value = "-")]
    pub file: PathBuf,
    /// Rows with the same value of this key in `meta` are one corpus [default: all rows are]
    #[arg(long, value_name = "KEY", help_heading = INPUT)]
    pub by: Option<String>,
    /// Some texts of each corpus are not among the rows: what is not there is not called missing
    #[arg(long, help_heading = INPUT)]
    pub partial: bool,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
}
