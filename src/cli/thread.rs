//! The flags of `pingless thread`.

use std::path::PathBuf;

use clap::Args;

use super::{OutputArgs, RuleArgs};

#[derive(Debug, Args)]
#[command(after_help = "\
The form is told by the content:
  gh        what `gh issue view 12 --json number,title,body,author,createdAt,state,closedAt,comments` prints; for a pull
            request `gh pr view 12 --json number,title,body,author,createdAt,state,mergedAt,closedAt,comments,reviews`
  REST      an issue with its comments, pages of comments, a timeline, the files of a metadata back-up
  Slack     the folder of an export, with users.json and a folder for each channel
  NDJSON    a line for each message, and before them, if you like, one for the thread:
            {\"title\": \"Queue or table?\", \"state\": \"closed\", \"about\": \"matter\"}
            {\"author\": \"ana\", \"at\": \"2026-11-18T09:00:00Z\", \"text\": \"Which one do we take?\"}
            `bot` and `maintainer` may be true; `pingless schema thread` says it all

What is better talked about is left alone: <!-- pingless: sync-better: reason --> in any message ends the matter.")]
pub struct Thread {
    /// Files, or folders of Slack exports; `-` is standard input
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Print the skeleton of a summary instead: who took part, the questions that nobody answered, and what to fill in
    #[arg(long)]
    pub summary: bool,
    /// Of a Slack export only the thread that begins at this moment, as in `1700000000.000100`
    #[arg(long, value_name = "TS")]
    pub thread: Option<String>,
    #[command(flatten)]
    pub rules: RuleArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}
