//! The lines of a stream, read ahead by a thread of their own: so many bytes wait at once, and no more. Knows nothing of
//! what stands in a line.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::{LARGEST, LET_READ, Trouble, name_of, unreadable};

/// So many bytes of whole lines wait for whoever takes them. One line may be larger.
const MOST_WAITING: usize = 8 << 20;
/// What is left of a line that is too long.
const HEAD: usize = 64 << 10;
/// What a line costs besides its bytes.
const COST: usize = 64;

/// One line, without its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// From 1.
    pub number: usize,
    pub bytes: Vec<u8>,
    /// It was longer than is read; this is its beginning.
    pub is_cut: bool,
}

/// What comes next.
#[derive(Debug)]
pub enum Next {
    /// All lines that wait: at least one.
    Lines(Vec<Line>),
    /// Nothing came for a while.
    Quiet,
    /// There is no more; or the stream broke, for this reason.
    End(Option<String>),
}

/// Lines that are read while others are worked on.
#[derive(Debug)]
pub struct Lines {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Waiting {
    lines: VecDeque<Line>,
    size: usize,
    end: Option<Option<String>>,
}

impl Lines {
    /// The lines of a file; of standard input for `-`.
    pub fn open(file: &Path) -> Result<Self, Trouble> {
        if file == Path::new("-") {
            return Ok(Self::of(io::stdin()));
        }
        let wrong = |error| Trouble::new(name_of(file), unreadable(&error, LET_READ), true);
        // Some systems open a folder, and fail when it is read.
        if file.is_dir() {
            let is_folder =
                ("it is a folder, and a file of lines is wanted".to_owned(), "name a file, or `-` for standard input");
            return Err(Trouble::new(name_of(file), is_folder, true));
        }
        File::open(file).map(Self::of).map_err(wrong)
    }

    /// The lines of anything that can be read.
    pub fn of(from: impl Read + Send + 'static) -> Self {
        let shared = Arc::new(Shared::default());
        let own = Arc::clone(&shared);
        thread::spawn(move || {
            let ended = read(from, &own).err().map(|error| error.to_string());
            own.lock().end = Some(ended);
            own.changed.notify_all();
        });
        Self { shared }
    }

    /// Everything that waits; waits itself where nothing does, so long if somebody says so.
    pub fn next(&self, patience: Option<Duration>) -> Next {
        let mut waiting = self.shared.lock();
        while waiting.lines.is_empty() && waiting.end.is_none() {
            let Some(patience) = patience else {
                waiting = self.shared.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            let (now, timeout) =
                self.shared.changed.wait_timeout(waiting, patience).unwrap_or_else(PoisonError::into_inner);
            waiting = now;
            if timeout.timed_out() && waiting.lines.is_empty() && waiting.end.is_none() {
                return Next::Quiet;
            }
        }
        if waiting.lines.is_empty() {
            return Next::End(waiting.end.clone().flatten());
        }
        waiting.size = 0;
        let lines = waiting.lines.drain(..).collect();
        drop(waiting);
        self.shared.changed.notify_all();
        Next::Lines(lines)
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a line where it waits, once there is room for it.
    fn push(&self, line: Line) {
        let size = line.bytes.len() + COST;
        let mut waiting = self.lock();
        while !waiting.lines.is_empty() && waiting.size + size > MOST_WAITING {
            waiting = self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
        waiting.size += size;
        waiting.lines.push_back(line);
        drop(waiting);
        self.changed.notify_all();
    }
}

/// Reads line after line; what stands in one beyond the limit is passed over.
fn read(from: impl Read, shared: &Shared) -> io::Result<()> {
    let mut from = BufReader::with_capacity(256 << 10, from);
    for number in 1.. {
        let mut bytes = Vec::new();
        if from.by_ref().take(LARGEST + 1).read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        let is_whole = bytes.ends_with(b"\n");
        let is_cut = bytes.len() as u64 > LARGEST && !is_whole;
        if is_cut {
            bytes.truncate(HEAD);
            bytes.shrink_to_fit();
            skip(&mut from)?;
        } else if is_whole {
            bytes.pop();
        }
        shared.push(Line { number, bytes, is_cut });
    }
    Ok(())
}

/// Passes over the rest of a line.
fn skip(from: &mut impl BufRead) -> io::Result<()> {
    loop {
        let held = from.fill_buf()?;
        let (count, is_end) = match held.iter().position(|byte| *byte == b'\n') {
            Some(at) => (at + 1, true),
            None => (held.len(), held.is_empty()),
        };
        from.consume(count);
        if is_end {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: Vec<u8>) -> Vec<Line> {
        let lines = Lines::of(io::Cursor::new(text));
        let mut all = Vec::new();
        loop {
            match lines.next(None) {
                Next::Lines(some) => {
                    let held: usize = some.iter().map(|it| it.bytes.len()).sum();
                    assert!(some.len() == 1 || held <= MOST_WAITING, "{held} bytes waited");
                    all.extend(some);
                }
                Next::Quiet => {}
                Next::End(why) => {
                    assert_eq!(why, None);
                    return all;
                }
            }
        }
    }

    fn line(number: usize, text: &str) -> Line {
        Line { number, bytes: text.into(), is_cut: false }
    }

    #[test]
    fn lines_come_in_order_and_the_last_needs_no_end() {
        assert_eq!(
            all(b"one\n\ntwo\r\nthree".to_vec()),
            [line(1, "one"), line(2, ""), line(3, "two\r"), line(4, "three")]
        );
        assert_eq!(all(Vec::new()), []);
        assert_eq!(all(b"\n".to_vec()), [line(1, "")]);
    }

    #[test]
    fn a_long_line_is_cut_and_the_next_is_whole() {
        let long = vec![b'x'; LARGEST as usize + 1];
        let found = all([&long[..], b"\nnext\n"].concat());
        assert_eq!(found.len(), 2);
        assert!(found[0].is_cut && found[0].bytes.len() == HEAD);
        assert_eq!(found[1], line(2, "next"));
        let longest = all([&long[1..], b"\n"].concat());
        assert!(!longest[0].is_cut && longest[0].bytes.len() == LARGEST as usize);
    }

    #[test]
    fn many_lines_wait_a_few_at_a_time() {
        let text = "x".repeat(1000) + "\n";
        assert_eq!(all(text.repeat(30_000).into_bytes()).len(), 30_000);
    }
}
