//! The flags of `trial`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{ColorArg, RULES, RuleArgs};

/// Replay the history: what would have been said, what was repaired
#[derive(Debug, Args)]
#[command(after_help = EXIT, after_long_help = HOW)]
pub struct Trial {
    /// Files and folders whose changes count; they need not be there any more [default: all of the repository]
    pub paths: Vec<PathBuf>,
    /// How far back: `180d`, `12w` or `2y` before the newest commit, a date, or a commit that is left out itself
    #[arg(long, value_name = "SPAN|DATE|REV", default_value = "180d")]
    pub since: String,
    /// Only the newest N commits of that time
    #[arg(long, value_name = "N", value_parser = super::value::count)]
    pub limit: Option<usize>,
    /// For how many days each finding is watched
    #[arg(long, value_name = "DAYS", default_value_t = 30, value_parser = clap::value_parser!(u16).range(1..))]
    pub within: u16,
    /// The form of the report
    #[arg(long, short = 'f', value_enum, default_value = "human")]
    pub format: TrialFormat,
    /// Threads [default: as many as the machine has cores]
    #[arg(long, short = 'j', value_name = "N", value_parser = super::value::number, default_value_t = 0, hide_default_value = true)]
    pub jobs: usize,
    /// When to print in colour
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: ColorArg,
    #[command(flatten, next_help_heading = RULES)]
    pub rules: RuleArgs,
}

const EXIT: &str = "Exit status: 0 whatever is found, 2 wrong usage or no history to read.";

const HOW: &str = "\
Every commit on the first-parent line of HEAD counts as one change, as a
merged pull request is one. Each is judged as `--diff-base` judges it, by the
configuration that lies here now: only what is new counts.

Each finding is then followed through the later commits. It is `repaired` when
its line is edited into one that is not found fault with, `answered` when the
line stays and the text around it answers, `deleted` when the line goes, and
open when none of this happened. One that is moved, or reworded and still at
fault, lives on.

Lines are edited for many reasons. So beside each finding up to five neutral
words (the, and, with, for, that) are followed, on the nearest lines of prose
which the same change added to the same file and in which nothing was found:
the same kind of text, of the same age. A neutral word is repaired when its
line is edited into one without it. What people act on is repaired or deleted
more often than they are.

Both are compared within a fixed time, `--within` days from the change that
brought them. What began too late to be seen for all of that time is left out,
so nothing has to be guessed of what is still open. Intervals are of 95 %:
Wilson's for shares; for the ratio the wider of Katz's and the one that leaves
out a change at a time, since what came with one change is repaired or left
together. Below 30 findings of 5 changes, 30 neutral words, or 5 of both that
were acted on, there are too few to tell.

The lines for pingless.toml name a rule only where that many findings tell
something of it: `ignore` for one that speaks on a tenth of the changes and is
left while the words beside it are edited, the level `warn` for a note that
people act on unasked. `fail-on` follows where clearly more than a tenth of
the changes would have failed.

Exit status: 0 whatever is found, 2 wrong usage or no history to read.";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TrialFormat {
    /// For people, with the lines for `pingless.toml`
    Human,
    /// One JSON object
    Json,
}
