//! The flags of `pingless thread`.

use std::path::PathBuf;

use clap::Args;

use super::{INPUT, OUTPUT, OutputArgs, RULES, RuleArgs};

/// Ask what came of an issue, a pull request or a chat
///
/// A long thread that ends without an outcome has to be read again by everybody who finds it. Talk for thirty minutes,
/// then write here who decided what and why; `--summary` gives the outline.
#[derive(Debug, Args)]
#[command(after_help = "\
The form is told by the content:
  gh      what `gh issue view --json` and `gh pr view --json` print
  REST    an issue with its comments, pages of comments, a timeline, the files
          of a metadata back-up
  Slack   the folder of an export, with users.json and a folder a channel
  NDJSON  a line for each message, and before them, if you like, one for the
          thread; `pingless schema thread` says it all:
            {\"title\": \"Queue or table?\", \"state\": \"closed\"}
            {\"author\": \"ana\", \"at\": \"2026-11-18T09:00:00Z\", \"text\": \"Which?\"}

What is better talked about is left alone, and its reason is kept: a message
with <!-- pingless: sync-better: REASON --> ends the matter.

Examples:
  gh issue view 12 --json \\
    number,title,body,author,createdAt,state,closedAt,comments |
    pingless thread -
  gh pr view 12 --json \\
number,title,body,author,createdAt,state,mergedAt,closedAt,comments,reviews |
    pingless thread -
  pingless thread slack-export/ --summary

Exit status: 0 nothing that fails, 1 findings that fail, 2 wrong usage or an
unreadable input. Errors fail; what a thread leaves open is a note.")]
pub struct Thread {
    /// Files, or folders of Slack exports; `-` is standard input
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Print the outline of a summary instead: who took part, the questions without an answer (those put to somebody by name
    /// or by a maintainer, and the one that the thread ends with), and what to fill in
    #[arg(long)]
    pub summary: bool,
    /// Of a Slack export only the thread that begins at this moment, as in `1700000000.000100`
    #[arg(long, value_name = "TS", help_heading = INPUT)]
    pub thread: Option<String>,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
    #[command(flatten, next_help_heading = OUTPUT)]
    pub output: OutputArgs,
}
