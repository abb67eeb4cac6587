//! How far a run is, for those who wait: on a terminal, and only after a second.

use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::console;

/// Whoever waits less does not wonder.
const PATIENCE: Duration = Duration::from_secs(1);

/// The bar is drawn on standard error, and gone when it is dropped. Where nobody can see one, none is made.
pub struct Progress {
    bar: Option<ProgressBar>,
}

impl Progress {
    /// A bar for so many texts or whatever else they are, if it is wanted and somebody can see it.
    pub fn new(count: usize, things: &'static str, is_wanted: bool) -> Self {
        let bar = (is_wanted && io::stderr().is_terminal() && !console::is_dumb()).then(|| {
            let bar = ProgressBar::with_draw_target(Some(count as u64), ProgressDrawTarget::hidden());
            let style = ProgressStyle::with_template("{bar:30} {pos} of {len} {msg}").expect("a constant template");
            bar.set_style(style);
            bar.set_message(things);
            bar
        });
        Self { bar }
    }

    /// One more is done.
    pub fn step(&self) {
        let Some(bar) = &self.bar else { return };
        bar.inc(1);
        if bar.is_hidden() && bar.elapsed() >= PATIENCE {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.iter().for_each(ProgressBar::finish_and_clear);
    }
}
