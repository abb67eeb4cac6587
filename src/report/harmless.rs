//! JSON as it is printed: harmless for a terminal, and made so line by line while it is written, so that a report of two
//! hundred megabytes is never held as a whole. Knows nothing of what it says.

use std::io::{self, Write};
use std::mem;

use memchr::memrchr;
use serde::Serialize;

use super::escape;

/// From how many bytes on the whole lines among what is held are handed on.
const HELD: usize = 64 * 1024;

/// Writes a value over many lines, as people like to read it.
pub fn pretty(value: &impl Serialize, to: &mut dyn Write) -> io::Result<()> {
    let mut lines = Lines { to, held: Vec::new() };
    serde_json::to_writer_pretty(&mut lines, value)?;
    lines.held.push(b'\n');
    lines.pass(lines.held.len())
}

/// The same as text.
pub fn object(value: &impl Serialize) -> String {
    escape::json(serde_json::to_string_pretty(value).expect("plain data")) + "\n"
}

/// A value on a line of its own.
pub fn row(value: &impl Serialize) -> String {
    escape::json(serde_json::to_string(value).expect("plain data")) + "\n"
}

/// Whole lines of JSON: no token goes on behind the end of a line, and what is escaped are parts of tokens.
struct Lines<'w> {
    to: &'w mut dyn Write,
    held: Vec<u8>,
}

impl Lines<'_> {
    fn pass(&mut self, end: usize) -> io::Result<()> {
        let rest = self.held.split_off(end);
        let lines = String::from_utf8(mem::replace(&mut self.held, rest)).expect("JSON is text, and so are its lines");
        self.to.write_all(escape::json(lines).as_bytes())
    }
}

impl Write for Lines<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let start = self.held.len();
        self.held.extend_from_slice(bytes);
        // What was held before has been looked at.
        if self.held.len() >= HELD
            && let Some(at) = memrchr(b'\n', bytes)
        {
            self.pass(start + at + 1)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_parts_is_what_is_written_at_once() {
        let words = ["\u{202e}a\u{1b}", "##[error]", "é\n##", "\u{e0041}\r\n::"];
        for count in [0, 1, 3, 20_000] {
            let value: Vec<String> = (0..count).map(|at| words[at % words.len()].repeat(at % 7)).collect();
            let mut written = Vec::new();
            pretty(&value, &mut written).expect("there is room");
            assert!(object(&value).as_bytes() == written, "{count}");
        }
    }

    #[test]
    fn no_more_is_held_than_a_line_needs() {
        struct Widest(usize);
        impl Write for Widest {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0 = self.0.max(bytes.len());
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut to = Widest(0);
        pretty(&vec!["a word"; 100_000], &mut to).expect("there is room");
        assert!((HELD..HELD + 100).contains(&to.0), "{}", to.0);
    }
}
