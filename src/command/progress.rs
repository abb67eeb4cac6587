//! How far a run is, for those who wait: on a terminal, and only after a second.

use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Whoever waits less does not wonder.
const PATIENCE: Duration = Duration::from_secs(1);

/// The bar is drawn on standard error, and gone when it is dropped.
pub struct Progress {
    bar: ProgressBar,
    is_wanted: bool,
}

impl Progress {
    /// A bar for so many texts, if it is wanted and somebody can see it.
    pub fn new(texts: usize, is_wanted: bool) -> Self {
        let bar = ProgressBar::with_draw_target(Some(texts as u64), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{bar:30} {pos} of {len} texts").expect("a constant template");
        bar.set_style(style);
        let is_dumb = std::env::var_os("TERM").is_some_and(|it| it == "dumb");
        Self { bar, is_wanted: is_wanted && io::stderr().is_terminal() && !is_dumb }
    }

    /// One text more is done.
    pub fn step(&self) {
        self.bar.inc(1);
        if self.is_wanted && self.bar.is_hidden() && self.bar.elapsed() >= PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
