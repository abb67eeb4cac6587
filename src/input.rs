//! Everything that reads the world: files, folders, standard input. Makes sources and notices; judges nothing. What it
//! writes is a text in the place of one that it read.

pub mod around;
mod attributes;
mod costly;
mod encoding;
mod export;
pub mod git;
pub mod lines;
mod marked;
mod met;
mod open;
mod own;
mod pour;
mod save;
mod seat;
mod shelf;
pub mod templates;
mod walk;
mod write;

use std::io::Read;
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use crate::text::{Name, Origin, Source};
use encoding::text;

pub use export::{Piece, read_files, read_folder};
pub use marked::{is_marked, marked};
pub use met::Met;
pub use own::{cure_of_list, cure_of_own, leads_out, read_list, read_own};
pub use pour::{Text, whole};
pub use save::{create, cure_of_write, is_of_the_system, save};
pub use seat::seat;
pub use shelf::Shelf;
pub use walk::{Selection, collect, is_ignored, is_markdown};
pub use write::{Ready, replace};

/// Larger files are no documents that a person reads; a configuration may think otherwise.
pub const LARGEST: u64 = 16 * 1024 * 1024;

/// A text that is there to be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// What reports call it: the path as it was given, with `/`.
    pub name: Name,
    /// Where it lies, where that is not its name: thousands of them wait.
    elsewhere: Option<Box<Path>>,
    /// It was named on the command line, not found in a folder.
    pub named: bool,
    /// So many bytes it may have: four thousand million at most.
    pub largest: u32,
}

impl Input {
    pub fn new(name: impl Into<Name>, path: impl Into<PathBuf>, named: bool) -> Self {
        let (name, path): (Name, PathBuf) = (name.into(), path.into());
        // What is named goes back as it was given.
        let plain = if named { &path } else { path.strip_prefix(".").unwrap_or(&path) };
        let elsewhere = (plain.as_os_str() != &*name).then(|| path.into_boxed_path());
        Self { name, elsewhere, named, largest: LARGEST as u32 }
    }

    /// With so many bytes as it may have, where somebody says so.
    pub fn up_to(self, largest: Option<u64>) -> Self {
        Self { largest: largest.unwrap_or(LARGEST).try_into().unwrap_or(u32::MAX), ..self }
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        self.elsewhere.as_deref().unwrap_or(self.name.as_ref())
    }
}

/// Why an input could not be read, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trouble {
    pub name: String,
    pub message: String,
    pub help: String,
    pub named: bool,
    /// It is a folder in which no Markdown is found: something else may be.
    pub is_bare: bool,
}

/// The name of `path` in reports.
pub fn name_of(path: &Path) -> String {
    let name = path.to_string_lossy();
    // On Windows alone it parts folders: elsewhere it is a letter of a name.
    let name = if cfg!(windows) { name.replace('\\', "/") } else { name.into_owned() };
    name.strip_prefix("./").filter(|rest| !rest.is_empty()).map(str::to_owned).unwrap_or(name)
}

/// The bytes of a path, where `name_of` is what people are shown of it.
pub fn bytes_of(path: &Path) -> Vec<u8> {
    #[cfg(unix)]
    let bytes = std::os::unix::ffi::OsStrExt::as_bytes(path.strip_prefix(".").unwrap_or(path).as_os_str()).to_owned();
    #[cfg(not(unix))]
    let bytes = name_of(path).into_bytes();
    bytes
}

/// The name of a text that comes without its file, as somebody wrote it: on whichever machine.
pub fn name_told(name: &str) -> String {
    name_of(Path::new(&name.replace('\\', "/")))
}

/// A path from the root of the file system, as it was given.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// The root of the repository around a folder, as far as the folders around it tell.
pub fn root_of_repository(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|around| around.join(".git").exists())
}

/// A path without ways down and up again: what somebody would write.
pub fn straight(file: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in file.components() {
        let may_go_up = matches!(out.components().next_back(), Some(Component::Normal(_)));
        if part == Component::ParentDir && may_go_up {
            out.pop();
        } else {
            out.push(part);
        }
    }
    out
}

/// A path without links and dots, as far as it exists.
pub fn real(path: &Path) -> PathBuf {
    let absolute = absolute(path);
    for around in absolute.ancestors() {
        let Ok(real) = around.canonicalize() else { continue };
        let rest = absolute.strip_prefix(around).unwrap_or(Path::new(""));
        return rest.components().fold(real, |mut path, part| {
            match part {
                Component::ParentDir => drop(path.pop()),
                part => path.push(part),
            }
            path
        });
    }
    absolute
}

/// What tells a file from all others, however its path is spelt; none of what is not there.
#[cfg(unix)]
pub fn identity(path: &Path) -> Option<impl PartialEq + use<>> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|it| (it.dev(), it.ino()))
}

/// What tells a file from all others, however its path is spelt; none of what is not there.
#[cfg(not(unix))]
pub fn identity(path: &Path) -> Option<impl PartialEq + use<>> {
    path.canonicalize().ok()
}

/// A file by the folder that it really lies in: two ways to one folder are one.
pub fn placed(path: &Path) -> PathBuf {
    let absolute = absolute(path);
    match (absolute.parent(), absolute.file_name()) {
        (Some(folder), Some(name)) => real(folder).join(name),
        _ => absolute,
    }
}

/// What is wrong with an input, and the cure.
type Wrong = (String, &'static str);

impl Trouble {
    pub fn new(name: impl Into<String>, (message, help): (impl Into<String>, impl Into<String>), named: bool) -> Self {
        Self { name: name.into(), message: message.into(), help: help.into(), named, is_bare: false }
    }
}

/// Reads a file as text.
pub fn read(input: &Input) -> Result<Source, Trouble> {
    let most = Most { bytes: input.largest.into(), cure: TOO_LARGE };
    // Whoever names a pipe, as a shell does for `<(…)`, waits for it.
    let opened = if input.named { fs::File::open(input.path()) } else { open::open_met(input.path()) };
    let text = bytes(opened, most).and_then(text);
    let text = text.map_err(|wrong| Trouble::new(input.name.as_str(), wrong, input.named))?;
    Ok(Source::file(input.name.clone(), text))
}

/// The bytes of a file that somebody else read, as a text.
pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<Source, Trouble> {
    let text = text(bytes).map_err(|wrong| Trouble::new(name, wrong, false))?;
    Ok(Source::file(name, text))
}

/// Reads a file that is no document of its own, whatever it holds: what is no UTF-8 is replaced.
pub fn read_lossy(path: &Path) -> Result<String, Trouble> {
    let most = Most { bytes: LARGEST, cure: "send a part of it" };
    let bytes = bytes(fs::File::open(path), most).map_err(|wrong| Trouble::new(name_of(path), wrong, true))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Reads standard input, so many bytes if somebody says so. Under a name it is that file; without one it is a message.
pub fn read_stdin(name: Option<&str>, largest: Option<u64>) -> Result<Source, Trouble> {
    let shown = name.unwrap_or("<stdin>");
    let most = Most { bytes: largest.unwrap_or(LARGEST), cure: "send a part of it, or raise `max-file-size`" };
    let piped = |(message, _): Wrong| (message, "pipe a text in UTF-8 into it");
    let text = limited(io::stdin().lock(), "pipe a text into it", most, 0).and_then(|it| text(it).map_err(piped));
    let text = text.map_err(|wrong| Trouble::new(shown, wrong, true))?;
    let origin = if name.is_some() { Origin::File } else { Origin::Message };
    Ok(Source::new(name_of(Path::new(shown)), text, origin))
}

/// The bytes of a file. What says how large it is, is not read to find out.
fn bytes(opened: io::Result<fs::File>, most: Most) -> Result<Vec<u8>, Wrong> {
    let file = opened.map_err(|error| unreadable(&error, LET_READ))?;
    let size = file.metadata().map_or(0, |it| it.len());
    if size > most.bytes {
        return Err(most.exceeded(Some(size)));
    }
    // One byte more, so that the end is seen without more room.
    limited(file, LET_READ, most, size as usize + 1)
}

/// How much is read, and what to do about more.
#[derive(Debug, Clone, Copy)]
struct Most {
    bytes: u64,
    cure: &'static str,
}

/// The cure of a document that is too large.
pub const TOO_LARGE: &str = "split it, exclude it in `.pinglessignore`, or raise `max-file-size`";

/// No more is read than counts: a device says that it is empty, and never ends. So many bytes are expected.
fn limited(from: impl Read, help: &'static str, most: Most, expected: usize) -> Result<Vec<u8>, Wrong> {
    let mut bytes = Vec::with_capacity(expected);
    from.take(most.bytes + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error, help))?;
    if bytes.len() as u64 > most.bytes { Err(most.exceeded(None)) } else { Ok(bytes) }
}

fn unreadable(error: &io::Error, help: &'static str) -> Wrong {
    match error.kind() {
        io::ErrorKind::NotFound => (NOT_THERE.0.to_owned(), NOT_THERE.1),
        _ => (format!("it cannot be read: {error}"), help),
    }
}

/// The cure of what the system refuses to open or to read.
const LET_READ: &str = "check that it exists and may be read";

/// What is said of a name behind which there is nothing, and the cure.
pub const NOT_THERE: (&str, &str) =
    ("there is no such file or folder", "check the spelling; paths are relative to the current folder");

impl Most {
    fn exceeded(self, found: Option<u64>) -> Wrong {
        (too_large(self.bytes, found), self.cure)
    }
}

/// What is said of a file that is larger than somebody wants to read.
pub fn too_large(most: u64, found: Option<u64>) -> String {
    match found {
        Some(found) if size(found) != size(most) => format!("it is {}, larger than {}", size(found), size(most)),
        _ => format!("it is larger than {}", size(most)),
    }
}

/// A number of bytes in the largest unit that has them.
fn size(bytes: u64) -> String {
    let units = [(30, "GiB"), (20, "MiB"), (10, "KiB")];
    let unit = units.into_iter().find(|(shift, _)| bytes >> shift > 0);
    let Some((shift, unit)) = unit else { return format!("{bytes} bytes") };
    let tenths = (u128::from(bytes) * 10) >> shift;
    match tenths % 10 {
        0 => format!("{} {unit}", tenths / 10),
        tenth => format!("{}.{tenth} {unit}", tenths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn a_backslash_is_a_letter_of_a_name() {
        assert_eq!(name_of(Path::new("./a/b\\c.md")), "a/b\\c.md");
        assert_eq!(name_told(".\\a\\b.md"), "a/b.md", "nobody says on which machine it lies");
    }
}
