//! Files by which a repository says how it wants to be read: configuration, pages, templates, attributes. A fork may have
//! written them: what leads out of it, never ends or is no file is not read.

use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use super::open::open_met;
use super::{absolute, real, root_of_repository, straight};

/// People write smaller ones, and each of their words may become a pattern.
pub const LARGEST_RULES: u64 = 1024 * 1024;

/// Of what a program wrote there is more: a baseline of a large repository.
const LARGEST_LIST: u64 = 256 * 1024 * 1024;

/// The text of such a file.
pub fn read_own(path: &Path) -> io::Result<String> {
    read(path, LARGEST_RULES)
}

/// The text of such a file that a program wrote.
pub fn read_list(path: &Path) -> io::Result<String> {
    read(path, LARGEST_LIST)
}

/// The text of a file of a repository that has no more bytes than somebody wants to read.
fn read(path: &Path, most: u64) -> io::Result<String> {
    read_unless(path, most, leads_out)
}

/// The same, by whoever knows which paths lead out of it.
pub(super) fn read_unless(path: &Path, most: u64, leads_out: impl Fn(&Path) -> bool) -> io::Result<String> {
    let known = fs::metadata(path).map_err(|error| match error.kind() {
        // Whoever writes where none is would write wherever it leads.
        ErrorKind::NotFound if path.is_symlink() => io::Error::other("it is a link that leads to no file"),
        _ => error,
    })?;
    if !known.is_file() {
        return Err(io::Error::other("it is no file"));
    }
    if leads_out(path) {
        return Err(io::Error::other("it leads out of the repository"));
    }
    let mut bytes = Vec::new();
    open_met(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::Error::other(super::too_large(most, None)));
    }
    String::from_utf8(bytes).map_err(|_| io::Error::other("it is not encoded as UTF-8"))
}

/// What to do about such a file that cannot be read.
pub fn cure_of_own(path: &Path) -> &'static str {
    cure(path, LARGEST_RULES, "take out of it what nobody reads: people write smaller ones")
}

/// The same of one that a program wrote.
pub fn cure_of_list(path: &Path) -> &'static str {
    cure(path, LARGEST_LIST, "let it be written anew, for a part of the texts")
}

fn cure(path: &Path, most: u64, of_too_large: &'static str) -> &'static str {
    let known = fs::metadata(path).ok();
    match () {
        () if known.as_ref().is_none_or(|it| !it.is_file()) => "write a file in its place",
        () if leads_out(path) => "keep the file itself in the repository, and not a link to it",
        () if known.is_some_and(|it| it.len() > most) => of_too_large,
        () => "save it as UTF-8, and let it be read",
    }
}

/// Whether a path of a repository is a way to something outside of it. What somebody names beside the repository that
/// they are in, as in `../team/pingless.toml`, is none of that repository.
pub fn leads_out(path: &Path) -> bool {
    let path = absolute(path);
    let spelt = straight(&path);
    let root = spelt.parent().and_then(root_of_repository);
    root.is_some_and(|root| !real(&path).starts_with(real(root)))
}
