//! A team's own pages: where they lie, and how they are read. What they say, it does not know.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::shown;
use crate::input;
use crate::rule::Mistake;
use crate::text::Span;

/// Where pages lie, in the current folder or one above it.
pub const FOLDER: &str = ".pingless/rules";

/// Where each page lies, and its text.
pub type Pages = Vec<(String, String)>;

/// The pages that count here.
pub fn around_here() -> Result<Pages, Vec<Mistake>> {
    let here = std::env::current_dir().unwrap_or_default();
    for around in here.ancestors() {
        let folder = around.join(FOLDER);
        if folder.is_dir() {
            return read(&folder);
        }
        if around.join(".git").exists() {
            break;
        }
    }
    Ok(Pages::new())
}

/// The pages of a folder: in it, and in the folders of groups below it.
pub fn read(folder: &Path) -> Result<Pages, Vec<Mistake>> {
    let mut paths = Vec::new();
    let mut folders = vec![folder.to_owned()];
    // A link may lead to a folder around it.
    let mut seen = HashSet::from([input::real(folder)]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path()) {
            if path.is_dir() {
                folders.extend(seen.insert(input::real(&path)).then_some(path));
            } else if is_page(&path) {
                paths.push(path);
            }
        }
    }
    paths.sort();
    let unread = |path: &Path, error: std::io::Error| {
        let help = "save it as UTF-8, and let it be read";
        Mistake::new(&shown(path), "", Span::new(0, 0), format!("this page cannot be read: {error}"), help)
    };
    let read = |path: &PathBuf| input::read_own(path).map_err(|it| vec![unread(path, it)]);
    paths.iter().map(|path| Ok((shown(path), read(path)?))).collect()
}

/// Whether a file is a page of a rule or a kind. A README tells people of them.
fn is_page(path: &Path) -> bool {
    let is_readme = path.file_stem().is_some_and(|it| it.eq_ignore_ascii_case("readme"));
    path.extension().is_some_and(|it| it == "md") && !is_readme
}
