//! A new text in the place of one that was read. Whoever reads the file meanwhile sees the old text or the new one, and
//! all that a file has besides its text stays as it was. Whoever is killed in between leaves a `.pingless-XXXXXX` beside it:
//! a hidden name without an ending, which no walk shows. Nothing reads it, and anybody may delete it.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::pour::{Text, pour, whole};
use super::{Trouble, Wrong, name_of};

/// Puts `after` in the place of `before`. Of a link, its target is written. What cannot be done is left undone.
pub fn replace(path: &Path, before: &str, after: &str) -> Result<(), Trouble> {
    Ready::new(path, before, after)?.put()
}

/// A new text that lies beside the old one: nothing is left to do but to take its place. It is gone again unless it does.
pub struct Ready<'t> {
    path: &'t Path,
    before: &'t str,
    after: &'t str,
    /// The new file and the one whose place it takes; none where that one holds the text already.
    new: Option<(NamedTempFile, PathBuf)>,
}

impl<'t> Ready<'t> {
    /// Makes `after` ready to take the place of `before`. Of a link, its target is written.
    pub fn new(path: &'t Path, before: &'t str, after: &'t str) -> Result<Self, Trouble> {
        let new = beside_old(path, before, after).map_err(|wrong| Trouble::new(name_of(path), wrong, true))?;
        Ok(Self { path, before, after, new })
    }

    /// Takes the place of the old text.
    pub fn put(self) -> Result<(), Trouble> {
        let Some((new, target)) = self.new else { return Ok(()) };
        let put = is_written(&target, self.before, self.after).and_then(|is_written| match is_written {
            true => Ok(()),
            false => placed(new, &target).map_err(|error| unwritable(&error)),
        });
        put.map_err(|wrong| Trouble::new(name_of(self.path), wrong, true))
    }
}

/// Whether a file holds the new text already; wrong where it holds neither that nor the old one.
fn is_written(target: &Path, before: &str, after: &str) -> Result<bool, Wrong> {
    match fs::read(target).map_err(|error| unwritable(&error))? {
        // Another name of the same file was fixed in this run.
        now if now == after.as_bytes() => Ok(true),
        now if now == before.as_bytes() => Ok(false),
        _ => Err(refused("it was changed meanwhile", "run it again")),
    }
}

fn beside_old(path: &Path, before: &str, after: &str) -> Result<Option<(NamedTempFile, PathBuf)>, Wrong> {
    let target = path.canonicalize().map_err(|error| unwritable(&error))?;
    let known = fs::metadata(&target).map_err(|error| unwritable(&error))?;
    if !known.is_file() {
        return Err(refused("it is no regular file", "write its text to a file, and fix that"));
    }
    if known.permissions().readonly() {
        return Err(refused("it is read-only", "make it writable, or exclude it"));
    }
    if has_other_names(&known) {
        let help = "a new file would part it from its other names: mend it by hand, or copy it first";
        return Err(refused("it is hard-linked", help));
    }
    OpenOptions::new().write(true).open(&target).map_err(|error| unwritable(&error))?;
    if is_written(&target, before, after)? {
        return Ok(None);
    }
    let new = ready(&target, &known, &whole(after)).map_err(|failed| match failed {
        Failed::Beside(error) => {
            let cure = if is_full(&error) { "make room" } else { "make its folder writable, or mend it by hand" };
            (format!("nothing can be written beside it: {error}"), cure)
        }
        Failed::Alike(error) => {
            let cure = "it may belong to somebody else: mend it by hand";
            (format!("a new file cannot be made like it: {error}"), cure)
        }
        Failed::Place(error) => unwritable(&error),
    })?;
    Ok(Some((new, target)))
}

/// Where a new file failed to take the place of an old one.
pub(super) enum Failed {
    Beside(io::Error),
    Alike(io::Error),
    Place(io::Error),
}

impl From<Failed> for io::Error {
    fn from(failed: Failed) -> Self {
        let (Failed::Beside(error) | Failed::Alike(error) | Failed::Place(error)) = failed;
        error
    }
}

/// Puts a new file with this text in the place of a known one, whole and like it.
pub(super) fn take_place(target: &Path, known: &Metadata, text: Text) -> Result<(), Failed> {
    placed(ready(target, known, text)?, target).map_err(Failed::Place)
}

/// A new file with this text beside a known one, whole and like it.
fn ready(target: &Path, known: &Metadata, text: Text) -> Result<NamedTempFile, Failed> {
    let new = beside(folder_of(target), text).map_err(Failed::Beside)?;
    liken(&new, target, known).map_err(Failed::Alike)?;
    new.as_file().sync_all().map_err(Failed::Place)?;
    Ok(new)
}

fn placed(new: NamedTempFile, target: &Path) -> io::Result<()> {
    new.persist(target).map_err(|it| it.error)?;
    // The text is there; only a crash of the machine could still bring the old one back.
    let _ = File::open(folder_of(target)).and_then(|it| it.sync_all());
    Ok(())
}

fn folder_of(target: &Path) -> &Path {
    target.parent().unwrap_or(Path::new("."))
}

/// Whether a disk, a share of it or a limit has no room.
pub(super) fn is_full(error: &io::Error) -> bool {
    use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    matches!(error.kind(), StorageFull | QuotaExceeded | FileTooLarge)
}

fn refused(message: &str, help: &'static str) -> Wrong {
    (format!("it cannot be written: {message}"), help)
}

fn unwritable(error: &io::Error) -> Wrong {
    let cure = if is_full(error) { "make room" } else { "check that it may be written" };
    (format!("it cannot be written: {error}"), cure)
}

/// A file with this text that is gone again unless it is kept. It may be read by whoever may read what is made here.
pub(super) fn beside(folder: &Path, text: Text) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    filled(builder, folder, text)
}

/// The same, which nobody else may read.
pub(super) fn beside_for_us(folder: &Path, text: &str) -> io::Result<NamedTempFile> {
    filled(tempfile::Builder::new(), folder, &whole(text))
}

fn filled(mut builder: tempfile::Builder, folder: &Path, text: Text) -> io::Result<NamedTempFile> {
    let file = builder.prefix(".pingless-").tempfile_in(folder)?;
    pour(file.as_file(), text)?;
    Ok(file)
}

#[cfg(unix)]
pub(super) fn has_other_names(known: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(known) > 1
}

#[cfg(not(unix))]
pub(super) fn has_other_names(_: &Metadata) -> bool {
    false
}

/// Owner, attributes and mode, in this order: a new owner takes bits off the mode.
#[cfg(unix)]
fn liken(new: &NamedTempFile, target: &Path, known: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};

    let own = new.as_file().metadata()?;
    let differing = |own: u32, wanted: u32| (own != wanted).then_some(wanted);
    let (owner, group) = (differing(own.uid(), known.uid()), differing(own.gid(), known.gid()));
    if owner.or(group).is_some() {
        fchown(new.as_file(), owner, group)?;
    }
    for name in xattr::list(target).into_iter().flatten() {
        if let Some(value) = xattr::get(target, &name)?.filter(|it| !has(new, &name, it)) {
            xattr::set(new.path(), &name, &value)?;
        }
    }
    new.as_file().set_permissions(known.permissions())
}

/// What the system gave the new file by itself need not be given again, and often may not.
#[cfg(unix)]
fn has(new: &NamedTempFile, name: &std::ffi::OsStr, value: &[u8]) -> bool {
    xattr::get(new.path(), name).is_ok_and(|it| it.as_deref() == Some(value))
}

#[cfg(not(unix))]
fn liken(new: &NamedTempFile, _: &Path, known: &Metadata) -> io::Result<()> {
    new.as_file().set_permissions(known.permissions())
}
