//! A folder that another program exported: its JSON files, two folders deep. Knows no form.

use std::fs;
use std::path::{Path, PathBuf};

use super::open::open_met;
use super::{LARGEST, Most, Trouble, bytes, name_of, text};

/// A file of a folder: its path in there, with `/`, and what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub path: String,
    pub text: String,
}

/// Folders below the one that was named.
const DEEPEST: usize = 2;

/// The `.json` files of a folder, in the order of their names. What is no file, as a pipe, is never waited for.
pub fn read_folder(folder: &Path) -> Result<Vec<Piece>, Trouble> {
    read_files(folder, &["json"])
}

/// The files of a folder whose names end so.
pub fn read_files(folder: &Path, endings: &[&str]) -> Result<Vec<Piece>, Trouble> {
    let mut paths: Vec<PathBuf> = Vec::new();
    let mut folders = vec![(folder.to_owned(), 0)];
    while let Some((below, depth)) = folders.pop() {
        for path in fs::read_dir(&below).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path()) {
            if path.is_dir() && depth < DEEPEST {
                folders.push((path, depth + 1));
            } else if path.extension().is_some_and(|it| endings.iter().any(|ending| it == *ending)) && path.is_file() {
                paths.push(path);
            }
        }
    }
    paths.sort();
    paths.iter().map(|path| piece(folder, path)).collect()
}

fn piece(folder: &Path, path: &Path) -> Result<Piece, Trouble> {
    let most = Most { bytes: LARGEST, cure: "take it out of the folder" };
    let text = bytes(open_met(path), most).and_then(text);
    let text = text.map_err(|wrong| Trouble::new(name_of(path), wrong, true))?;
    Ok(Piece { path: name_of(path.strip_prefix(folder).unwrap_or(path)), text })
}
