//! Everything that reads the world: files, folders, standard input. Makes sources and notices; judges nothing. What it
//! writes is a text in the place of one that it read.

pub mod around;
mod attributes;
mod export;
pub mod git;
pub mod lines;
mod marked;
mod met;
pub mod templates;
mod walk;
mod write;

use std::io::Read;
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::text::{Origin, Source};

pub use export::{Piece, read_files, read_folder};
pub use marked::{is_marked, marked};
pub use met::Met;
pub use walk::{Selection, collect, is_ignored, is_markdown};
pub use write::replace;

/// Larger files are no documents that a person reads.
pub const LARGEST: u64 = 16 * 1024 * 1024;

/// A text that is there to be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// What reports call it: the path as it was given, with `/`.
    pub name: String,
    pub path: PathBuf,
    /// It was named on the command line, not found in a folder.
    pub named: bool,
}

/// Why an input could not be read, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    pub name: String,
    pub message: String,
    pub help: String,
    pub named: bool,
}

/// The name of `path` in reports.
pub fn name_of(path: &Path) -> String {
    let name = path.to_string_lossy().replace('\\', "/");
    name.strip_prefix("./").filter(|rest| !rest.is_empty()).map(str::to_owned).unwrap_or(name)
}

/// A path from the root of the file system, as it was given.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// The root of the repository around a folder, as far as the folders around it tell.
pub fn root_of_repository(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|around| around.join(".git").exists())
}

/// A path without links and dots, as far as it exists.
pub fn real(path: &Path) -> PathBuf {
    let absolute = absolute(path);
    for around in absolute.ancestors() {
        let Ok(real) = around.canonicalize() else { continue };
        let rest = absolute.strip_prefix(around).unwrap_or(Path::new(""));
        return rest.components().fold(real, |mut path, part| {
            match part {
                std::path::Component::ParentDir => drop(path.pop()),
                part => path.push(part),
            }
            path
        });
    }
    absolute
}

/// What is wrong with an input, and the cure.
type Wrong = (String, &'static str);

impl Trouble {
    fn new(name: &str, (message, help): Wrong, named: bool) -> Self {
        Self { name: name.to_owned(), message, help: help.to_owned(), named }
    }
}

/// Reads a file as text.
pub fn read(input: &Input) -> Result<Source, Trouble> {
    let text = bytes(&input.path, "split it, or exclude it in `.pinglessignore`").and_then(text);
    let text = text.map_err(|wrong| Trouble::new(&input.name, wrong, input.named))?;
    Ok(Source::file(input.name.clone(), text))
}

/// The bytes of a file that somebody else read, as a text.
pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<Source, Trouble> {
    let text = text(bytes).map_err(|wrong| Trouble::new(name, wrong, false))?;
    Ok(Source::file(name, text))
}

/// Reads a file that is no document of its own, whatever it holds: what is no UTF-8 is replaced.
pub fn read_lossy(path: &Path) -> Result<String, Trouble> {
    let bytes = bytes(path, "send a part of it").map_err(|wrong| Trouble::new(&name_of(path), wrong, true))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Reads standard input. Under a name it is that file; without one it is a message.
pub fn read_stdin(name: Option<&str>) -> Result<Source, Trouble> {
    let shown = name.unwrap_or("<stdin>");
    let text = limited(io::stdin().lock(), "pipe a text into it", "send a part of it").and_then(text);
    let text = text.map_err(|wrong| Trouble::new(shown, wrong, true))?;
    let origin = if name.is_some() { Origin::File } else { Origin::Message };
    Ok(Source::new(name_of(Path::new(shown)), text, origin))
}

/// The bytes of a file; `cure` is for one that is too large.
fn bytes(path: &Path, cure: &'static str) -> Result<Vec<u8>, Wrong> {
    let help = "check that it exists and may be read";
    let file = fs::File::open(path).map_err(|error| unreadable(&error, help))?;
    limited(file, help, cure)
}

/// No more is read than counts: a device says that it is empty, and never ends.
fn limited(from: impl Read, help: &'static str, cure: &'static str) -> Result<Vec<u8>, Wrong> {
    let mut bytes = Vec::new();
    from.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error, help))?;
    if bytes.len() as u64 > LARGEST { Err(too_large(cure)) } else { Ok(bytes) }
}

fn unreadable(error: &io::Error, help: &'static str) -> Wrong {
    (format!("it cannot be read: {error}"), help)
}

fn too_large(cure: &'static str) -> Wrong {
    (format!("it is larger than {} MiB", LARGEST / 1024 / 1024), cure)
}

/// Bytes as text, or why they are none.
fn text(bytes: Vec<u8>) -> Result<String, Wrong> {
    let wrong = |message: &str, help| Err((message.to_owned(), help));
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return wrong("it is encoded as UTF-16", "save it as UTF-8");
    }
    if bytes.contains(&0) {
        return wrong("it is binary", "exclude it in `.pinglessignore`");
    }
    let help = "save it as UTF-8, or exclude it in `.pinglessignore`";
    String::from_utf8(bytes).or_else(|_| wrong("it is not encoded as UTF-8", help))
}
