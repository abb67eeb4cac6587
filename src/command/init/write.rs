//! Creates a file below a folder: never over another, never outside.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

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
    // `create_new` follows no link, and leaves no moment in which somebody else's file could be overwritten.
    let mut file = OpenOptions::new().write(true).create_new(true).open(folder.join(name))?;
    file.write_all(text.as_bytes())
}
