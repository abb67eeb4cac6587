//! Where a file lies, for those who look for its configuration, and how a path is shown to whoever typed the command.

use std::path::{Path, PathBuf};

use crate::input;

/// The folder whose configuration holds for a file.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    let absolute = whole(path);
    let folder = absolute.parent().unwrap_or(&absolute);
    // Each folder around it is looked into. A name that somebody made up may have thousands of them, and none is there.
    let is_deep = folder.components().nth(DEEP).is_some();
    if is_deep { there(folder) } else { folder.to_owned() }
}

/// Folders around a folder, in most repositories.
const DEEP: usize = 64;

/// As much of a folder as is there: nearly always all of it, and each text of it asks.
fn there(folder: &Path) -> PathBuf {
    if folder.is_dir() {
        return folder.to_owned();
    }
    let mut there = PathBuf::new();
    for part in folder.components() {
        there.push(part);
        if !there.is_dir() {
            there.pop();
            break;
        }
    }
    there
}

/// A path from the root of the file system without ways up: in `a/b`, `../docs` lies in no folder of `a/b`.
pub(super) fn whole(path: &Path) -> PathBuf {
    let absolute = input::absolute(path);
    // Nearly none does, and a thousand of them are asked a few times each.
    let may_go_up = memchr::memmem::find(absolute.as_os_str().as_encoded_bytes(), b"..").is_some();
    if may_go_up { input::straight(&absolute) } else { absolute }
}

/// A folder as somebody in the current folder would write it.
pub fn shown_folder(path: &Path) -> PathBuf {
    let name = shown(path);
    PathBuf::from(if name.is_empty() { "." } else { &name })
}

/// The name of a file as somebody in the current folder would write it.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    // Windows writes a path without links in another way.
    let below = path.strip_prefix(&here).or_else(|_| path.strip_prefix(input::real(&here)));
    input::name_of(below.unwrap_or(path))
}
