//! A text on its way into a file. It may be made while it is written, so a large one is never held as a whole.

use std::fs::File;
use std::io::{self, BufWriter, Write};

/// What writes a text: as often as it is asked, and the same each time.
pub type Text<'t> = &'t dyn Fn(&mut dyn Write) -> io::Result<()>;

/// A text that is there already.
pub fn whole(text: &str) -> impl Fn(&mut dyn Write) -> io::Result<()> {
    |to| to.write_all(text.as_bytes())
}

/// Writes a text to its end.
pub fn pour(file: &File, text: Text) -> io::Result<()> {
    let mut to = BufWriter::new(file);
    text(&mut to)?;
    to.flush()
}
