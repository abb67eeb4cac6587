//! Lines in, rows out: how `stream` and `link` read what another stage of a pipeline writes, and answer it.

use std::io::{self, BufWriter, ErrorKind, StdoutLock, Write};
use std::path::Path;
use std::time::Duration;

use super::Exit;
use super::console::{complain, print_mistakes};
use crate::cli::ColorArg;
use crate::input;
use crate::input::lines::{self, Lines, Next};
use crate::rule::Mistake;

/// Rows that are ready wait no longer for others.
const PATIENCE: Duration = Duration::from_millis(50);

/// Hands the lines of a file to `work`, as many as there are, and writes what it makes of them. Says how the run
/// ends where it ends before its time.
pub fn each_batch(
    file: &Path,
    mut work: impl FnMut(Vec<lines::Line>) -> Result<Vec<String>, Vec<Mistake>>,
) -> Option<Exit> {
    let lines = match Lines::open(file) {
        Ok(lines) => lines,
        Err(it) => return Some(complain(&format!("{}: {}", it.name, it.message), &it.help)),
    };
    let mut out = Out::new();
    loop {
        let next = lines.next(out.has_waiting.then_some(PATIENCE));
        let written = match next {
            Next::Lines(batch) => match work(batch) {
                Ok(rows) => out.put(&rows),
                Err(mistakes) => {
                    let _ = out.flush();
                    return Some(print_mistakes(&mistakes, ColorArg::Auto));
                }
            },
            Next::Quiet => out.flush(),
            Next::End(why) => {
                let flushed = out.flush();
                let broke =
                    why.map(|it| complain(&format!("{}: it broke off: {it}", input::name_of(file)), "run it again"));
                return flushed.err().or(broke);
            }
        };
        if let Err(exit) = written {
            return Some(exit);
        }
    }
}

/// Standard output, written to a piece at a time.
pub struct Out {
    out: BufWriter<StdoutLock<'static>>,
    has_waiting: bool,
}

impl Out {
    pub fn new() -> Self {
        Self { out: BufWriter::with_capacity(64 << 10, io::stdout().lock()), has_waiting: false }
    }

    /// Writes rows; where nobody reads them any more, says how to end.
    pub fn put(&mut self, rows: &[String]) -> Result<(), Exit> {
        self.has_waiting |= !rows.is_empty();
        rows.iter().try_for_each(|row| self.out.write_all(row.as_bytes())).map_err(|it| unwritten(&it))
    }

    pub fn flush(&mut self) -> Result<(), Exit> {
        self.has_waiting = false;
        self.out.flush().map_err(|it| unwritten(&it))
    }
}

/// A reader that went away wants no more.
fn unwritten(error: &io::Error) -> Exit {
    match error.kind() {
        ErrorKind::BrokenPipe => Exit::Clean,
        _ => complain(&format!("standard output cannot be written: {error}"), "make room, or send it elsewhere"),
    }
}
