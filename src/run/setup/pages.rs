//! A team's own pages: where they lie, and how they are read. What they say, it does not know.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{shown, shown_folder};
use crate::input;
use crate::rule::Mistake;
use crate::settle::Notice;
use crate::text::Span;

/// Where pages lie in a repository.
pub const FOLDER: &str = ".pingless/rules";

/// Where each page lies, and its text.
pub type Pages = Vec<(String, String)>;

/// The folder of the pages that count for texts: where all of them lie in one repository, its own; else that of the
/// current folder. A run has one catalog.
pub fn of_texts(paths: &[PathBuf]) -> Option<PathBuf> {
    let here = std::env::current_dir().unwrap_or_default();
    let place = |path: &PathBuf| match super::place::whole(path) {
        folder if folder.is_dir() => folder,
        file => file.parent().map(Path::to_owned).unwrap_or_default(),
    };
    let named = paths.iter().filter(|it| *it != Path::new("-"));
    // What lies in no repository has no pages of its own.
    let places: HashSet<PathBuf> = named.map(place).filter(|it| input::root_of_repository(it).is_some()).collect();
    let found: HashSet<Option<PathBuf>> = places.iter().map(|it| around(it)).collect();
    let alone = found.iter().next().filter(|_| found.len() == 1);
    alone.cloned().unwrap_or_else(|| around(&here))
}

/// The folder of the pages that count for a place: the outermost of its repository, so that they are the same in each of
/// its folders; where there is no repository, the nearest.
pub fn around(place: &Path) -> Option<PathBuf> {
    let root = input::root_of_repository(place);
    let mut folders = place.ancestors().take_while(|it| root.is_none_or(|root| it.starts_with(root)));
    let mut found = folders.by_ref().map(|it| it.join(FOLDER)).filter(|it| it.is_dir());
    match root {
        Some(_) => found.last(),
        None => found.next(),
    }
}

/// What is told of pages in a folder around a text where they are not those of the run.
pub fn unread(around: &Path, read: Option<&Path>) -> Option<Notice> {
    let folder = around.join(FOLDER);
    if read == Some(folder.as_path()) || !folder.is_dir() || is_same(&folder, read) {
        return None;
    }
    let is_beside = read.is_some_and(|read| input::root_of_repository(read) == input::root_of_repository(around));
    let help = match is_beside {
        true => format!("move them to {}: a repository has one folder of pages", read.map(shown).unwrap_or_default()),
        false => format!("run pingless for {} alone", shown_folder(around).display()),
    };
    Some(Notice { path: shown(&folder), message: "the pages in it are not read".to_owned(), help, fatal: false })
}

/// Whether two names are those of one folder, which a link may lead to.
fn is_same(folder: &Path, other: Option<&Path>) -> bool {
    other.is_some_and(|other| input::real(folder) == input::real(other))
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
        let help = input::cure_of_own(path);
        Mistake::new(&shown(path), "", Span::new(0, 0), format!("this page cannot be read: {error}"), help)
    };
    let read = |path: &PathBuf| input::read_own(path).map_err(|it| vec![unread(path, it)]);
    // An editor hides the mark that its text begins with.
    let bare = |text: String| text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    paths.iter().map(|path| Ok((shown(path), bare(read(path)?)))).collect()
}

/// Whether a file is a page of a rule or a kind. A README tells people of them.
fn is_page(path: &Path) -> bool {
    let is_readme = path.file_stem().is_some_and(|it| it.eq_ignore_ascii_case("readme"));
    path.extension().is_some_and(|it| it == "md") && !is_readme
}
