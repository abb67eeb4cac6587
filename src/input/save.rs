//! What a command writes for somebody: a report, a baseline, a new document. Whoever stops it finds the old file or the
//! new one, whole. Knows nothing of what stands in it.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::pour::{Text, pour, whole};
use super::write::{beside, has_other_names, is_full, take_place};

/// Writes a file, whatever was there before. Of a link, its target is written. `text` may be made more than once.
pub fn save(path: &Path, text: Text) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(known) if known.is_file() && !is_of_the_system(path) => over(&path.canonicalize()?, &known, text),
        // A link that leads to no file yet, a device or a pipe: nothing can take its place.
        Ok(_) => into(path, text),
        Err(_) if path.symlink_metadata().is_ok() => into(path, text),
        Err(_) => new(path, text)?.persist(path).map(drop).map_err(|it| it.error),
    }
}

/// Writes a file that is not there yet.
pub fn create(path: &Path, text: &str) -> io::Result<()> {
    if path.symlink_metadata().is_ok() {
        return Err(io::Error::new(ErrorKind::AlreadyExists, "there is such a file"));
    }
    match new(path, &whole(text))?.persist_noclobber(path) {
        Ok(_) => Ok(()),
        // Not every disk can move a file to a name that must be free.
        Err(it) if it.error.kind() != ErrorKind::AlreadyExists => {
            OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
        }
        Err(it) => Err(it.error),
    }
}

/// What to do about a file that could not be written: another name makes no room.
pub fn cure_of_write(error: &io::Error, otherwise: &'static str) -> &'static str {
    if is_full(error) { "make room, or name a place that has some" } else { otherwise }
}

/// `/dev/stdout` may be a file, and others write to it as well.
pub fn is_of_the_system(path: &Path) -> bool {
    ["/dev", "/proc"].iter().any(|it| path.starts_with(it))
}

/// A new file in the place of a known one, where the folder allows it; or else the same one with another text.
fn over(target: &Path, known: &Metadata, text: Text) -> io::Result<()> {
    OpenOptions::new().write(true).open(target)?;
    let replaced = match has_other_names(known) {
        true => Err(ErrorKind::PermissionDenied.into()),
        false => take_place(target, known, text).map_err(io::Error::from),
    };
    match replaced {
        // Without room for a new file there is none for its text in the old one, and trying costs what that holds.
        Err(error) if !is_full(&error) => into(target, text),
        done => done,
    }
}

/// Writes the text into what is there, and nothing else stays in it.
fn into(path: &Path, text: Text) -> io::Result<()> {
    pour(&File::create(path)?, text)
}

/// A file with this text beside a path, as anybody makes one; gone again unless it is kept.
fn new(path: &Path, text: Text) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = beside(folder, text)?;
    file.as_file().sync_all()?;
    Ok(file)
}
