//! Creates a file below a folder: never over another, never outside.

use std::path::Path;
use std::{fs, io};

use crate::input;

/// Creates `path`, which has `/` between its parts, and the folders around it.
pub fn create(root: &Path, path: &str, text: &str) -> io::Result<()> {
    let mut folder = root.to_owned();
    let (around, name) = path.rsplit_once('/').unwrap_or(("", path));
    for part in around.split('/').filter(|part| !part.is_empty()) {
        folder.push(part);
        match fs::symlink_metadata(&folder) {
            Ok(found) if found.is_dir() => {}
            // A link may lead anywhere.
            Ok(_) => return Err(io::Error::other(format!("{part} is no folder of this one"))),
            Err(_) => fs::create_dir(&folder)?,
        }
    }
    input::create(&folder.join(name), text)
}
