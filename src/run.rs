//! What runs of the program share, whatever they were asked for: which texts there are and what applies to each, how they
//! are judged and held against each other, where what is found goes, and how a run ends. It knows flags, and no subcommand.

pub mod around;
pub mod authored;
pub mod clock;
pub mod console;
pub mod facts;
pub mod finish;
pub mod given;
pub mod judge;
pub mod known;
pub mod lines;
pub mod linked;
pub mod parallel;
pub mod patch;
pub mod progress;
pub mod setup;
pub mod since;
pub mod spare;
pub mod stop;
pub mod threads;
pub mod timings;
pub mod window;
pub mod work;

use std::process::ExitCode;

/// The cure where a shallow clone ends too early.
pub const DEEPEN: &str = "fetch the history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` in a job of GitLab, \
                      `git fetch --unshallow` in a clone of your own";

/// The cure where texts have to lie on disk.
pub const WORKING_TREE: &str = "run it in a clone with a working tree: `git worktree add FOLDER BRANCH` makes one";

/// The cure where a name is that of no commit.
pub const NO_COMMIT: &str = "name a branch, a tag or a commit that `git log` shows here; a remote one as `origin/main`";

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
