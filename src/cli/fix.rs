//! The flags of what changes texts instead of asking about them.

use clap::{ArgGroup, Args};

use crate::fix::Which;

#[derive(Debug, Args, Default)]
#[command(group(ArgGroup::new("applied").args(["fix", "diff"]).multiple(true)))]
pub struct FixArgs {
    /// Write what can be mended by one safe fix into the files; the rest is reported
    ///
    /// A finding with several ways to mend it is a choice for a person, and stays. The text of standard input is printed
    /// to standard output, and the report to standard error.
    #[arg(long, conflicts_with_all = ["head", "show_files"])]
    pub fix: bool,
    /// With `--fix` or `--diff`: also apply fixes that a person should look at
    #[arg(long, requires = "applied")]
    pub unsafe_fixes: bool,
    /// Print what `--fix` would change as a patch, and change nothing; 1 where there is something to change
    #[arg(long, conflicts_with_all = ["head", "show_files", "statistics"])]
    pub diff: bool,
}

impl FixArgs {
    /// The fixes that are applied where any are.
    pub fn which(&self) -> Which {
        Which::with_unsafe(self.unsafe_fixes)
    }

    /// Whether fixes are applied, to files or to what is shown.
    pub fn are_wanted(&self) -> bool {
        self.fix || self.diff
    }
}
