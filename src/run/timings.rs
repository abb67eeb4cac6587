//! `--timings`: how long each rule worked, on all threads together. Nobody else reads this clock.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;

use super::console::say;
use crate::lint::{Lap, Stopwatch};
use crate::report::timings::{self, Row};

/// What was done, and what it took; nothing where nobody asked.
#[derive(Debug, Default)]
pub struct Timings {
    is_running: bool,
    total: Mutex<Laps>,
}

/// The time of each sort of work. A rule is named; what is done for all of them is not.
#[derive(Debug, Default)]
struct Laps {
    texts: usize,
    reading: Duration,
    settling: Duration,
    rules: HashMap<String, Duration>,
}

impl Timings {
    pub fn new(is_running: bool) -> Self {
        Self { is_running, ..Self::default() }
    }

    /// Does what there is to do for one text, and takes the time of it. Where the watch does not run, no clock is read.
    pub fn watch<T>(&self, work: impl FnOnce(&Watch) -> T) -> T {
        if !self.is_running {
            return work(&Watch::default());
        }
        let watch = Watch { last: RefCell::new(Some((now(), Laps::default()))) };
        let done = work(&watch);
        let (_, laps) = watch.last.into_inner().unwrap_or_default();
        self.total.lock().unwrap_or_else(|it| it.into_inner()).add(laps);
        done
    }

    /// Says what was measured, where somebody asked.
    pub fn tell(&self) {
        if !self.is_running {
            return;
        }
        let laps = self.total.lock().unwrap_or_else(|it| it.into_inner());
        let row = |what: &str, took: Duration| Row { what: what.to_owned(), took };
        let mut rows: Vec<Row> = laps.rules.iter().map(|(rule, took)| row(rule, *took)).collect();
        rows.extend([row("reading and parsing", laps.reading), row("settling", laps.settling)]);
        say(&timings::print(laps.texts, rows));
    }
}

impl Laps {
    fn add(&mut self, other: Laps) {
        self.texts += 1;
        self.reading += other.reading;
        self.settling += other.settling;
        for (rule, took) in other.rules {
            *self.rules.entry(rule).or_default() += took;
        }
    }
}

/// The watch of one text: since when it runs, and what was done so far.
#[derive(Debug, Default)]
pub struct Watch {
    last: RefCell<Option<(Duration, Laps)>>,
}

impl Stopwatch for Watch {
    fn lap(&self, lap: Lap) {
        if let Some((last, laps)) = &mut *self.last.borrow_mut() {
            let now = now();
            let took = now.saturating_sub(*last);
            match lap {
                Lap::Reading => laps.reading += took,
                Lap::Settling => laps.settling += took,
                Lap::Rule(rule) => *laps.rules.entry(rule.to_owned()).or_default() += took,
            }
            *last = now;
        }
    }

    fn is_running(&self) -> bool {
        self.last.borrow().is_some()
    }
}

/// How long this thread has worked.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn now() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(u64::try_from(time.tv_sec).unwrap_or_default(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// The time on the wall, where the system tells no other as exactly.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn now() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}
