//! Which files a run reads: what was named, and the Markdown below the folders that were named.

use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, mpsc};

use ignore::{WalkBuilder, WalkState};

use super::attributes::Attributes;
use super::costly::{IGNORE_FILE, untold};
use super::{Input, NOT_THERE, Trouble, name_of, placed, real};

/// What was asked for on the command line.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    pub paths: Vec<PathBuf>,
    /// Named files obey ignore files too.
    pub force_exclude: bool,
    /// 0 lets the machine decide.
    pub threads: usize,
}

impl Selection {
    /// What was named. A file counts as named, whether or not a folder around it is named before.
    pub(super) fn files_first(&self) -> impl Iterator<Item = &PathBuf> {
        let (folders, files): (Vec<_>, Vec<_>) = self.paths.iter().partition(|it| it.is_dir());
        files.into_iter().chain(folders)
    }
}

/// How the names of Markdown files end, in any case.
pub(super) const EXTENSIONS: &[&str] = &["md", "markdown", "mdx"];

/// The inputs, sorted by name and each once, and what is wrong with the selection.
/// `is_excluded` knows the globs of the configuration.
pub fn collect(selection: &Selection, mut is_excluded: impl FnMut(&str) -> bool) -> (Vec<Input>, Vec<Trouble>) {
    let mut inputs = Vec::new();
    let mut troubles = Vec::new();
    let mut attributes = Attributes::default();
    let mut visible = HashMap::new();
    let mut places = Places::of(selection);
    for path in selection.files_first() {
        let name = name_of(path);
        if path.is_dir() {
            let (files, mut problems) = below(path, selection.threads, is_markdown);
            let folder = places.real(path);
            let mut is_empty = true;
            for file in files {
                let name = name_of(&file);
                if !is_excluded(&name) && !attributes.is_generated(&file) {
                    is_empty = false;
                    if places.is_new_below(path, &folder, &file) {
                        inputs.push(Input::new(name, file, false));
                    }
                }
            }
            if is_empty && problems.is_empty() {
                problems.push(Trouble { is_bare: true, ..nothing_in(path, name) });
            }
            troubles.extend(problems);
        } else if !path.exists() {
            troubles.push(Trouble::new(name, NOT_THERE, true));
        } else {
            let is_left_out = selection.force_exclude
                && (is_excluded(&name)
                    || attributes.is_generated(path)
                    || !is_visible(Path::new(""), path, &mut visible));
            if !is_left_out && places.is_new(path) {
                inputs.push(Input::new(name, path, true));
            }
        }
    }
    troubles.extend(attributes.untold());
    // Two names that are no UTF-8 may be called the same: then it counts where they lie.
    inputs.sort_unstable();
    (inputs, troubles)
}

/// Where the files of a run really lie: `docs` and `$PWD/docs` hold the same ones, and a text that were judged twice would
/// contradict itself. One path leads to each of its files once, and is not asked where it lies.
pub(super) struct Places {
    met: Option<HashSet<PathBuf>>,
}

impl Places {
    pub fn of(selection: &Selection) -> Self {
        Self { met: (selection.paths.len() > 1).then(HashSet::new) }
    }

    /// Where a folder really lies, if anybody asks.
    pub fn real(&self, folder: &Path) -> PathBuf {
        if self.met.is_some() { real(folder) } else { PathBuf::new() }
    }

    /// Whether no other path has led to a file that was named.
    pub fn is_new(&mut self, file: &Path) -> bool {
        self.met.as_mut().is_none_or(|met| met.insert(placed(file)))
    }

    /// The same of a file below a folder, which really lies at `real`.
    pub fn is_new_below(&mut self, folder: &Path, real: &Path, file: &Path) -> bool {
        self.met.as_mut().is_none_or(|met| met.insert(real.join(file.strip_prefix(folder).unwrap_or(file))))
    }
}

/// What is said of a folder in which nothing is read: whether there is no Markdown, or all of it is left out.
fn nothing_in(root: &Path, name: String) -> Trouble {
    let mut builder = WalkBuilder::new(root);
    builder.standard_filters(false).filter_entry(is_met);
    let all = builder.build().take(MOST_FILES).filter_map(Result::ok);
    let is_text = |it: &ignore::DirEntry| it.file_type().is_some_and(|it| it.is_file()) && is_markdown(it.path());
    let (message, help) = match all.filter(is_text).count() {
        0 => (
            "no Markdown is found here".to_owned(),
            "name a folder with `.md`, `.markdown` or `.mdx` files that nothing ignores",
        ),
        count => (
            format!(
                "ignore files or settings leave out all Markdown here, {count} {}",
                if count == 1 { "file" } else { "files" }
            ),
            "name a file itself, and it is read; or look into `.gitignore`, `.pinglessignore`, `.gitattributes` and the configuration",
        ),
    };
    Trouble::new(name, (message, help), true)
}

fn builder(root: &Path) -> WalkBuilder {
    let mut builder = WalkBuilder::new(root);
    builder.hidden(false).require_git(false).add_custom_ignore_filename(IGNORE_FILE).filter_entry(is_met);
    builder
}

fn is_met(entry: &ignore::DirEntry) -> bool {
    entry.depth() == 0 || is_shown(entry.file_name())
}

/// Hidden files and folders are somebody's machinery; `.github` holds texts. What `node_modules` holds somebody else wrote,
/// whether it is committed or not.
pub(super) fn is_shown(name: &OsStr) -> bool {
    (!name.to_string_lossy().starts_with('.') || name == ".github") && name != "node_modules"
}

/// Whether a file is named as Markdown is.
pub fn is_markdown(path: &Path) -> bool {
    let extension = path.extension().map(|it| it.to_string_lossy().to_ascii_lowercase());
    extension.is_some_and(|it| EXTENSIONS.contains(&it.as_str()))
}

/// An ignore file around a folder for which nothing below is read, and why.
fn untold_around(root: &Path) -> Option<(PathBuf, String)> {
    super::real(root).ancestors().find_map(untold)
}

/// The files below a folder that are wanted and that nothing ignores, sorted.
pub(super) fn below(root: &Path, threads: usize, is_wanted: fn(&Path) -> bool) -> (Vec<PathBuf>, Vec<Trouble>) {
    let (files, received) = mpsc::channel();
    let told = |(path, why): (PathBuf, String), is_fatal: bool| {
        let cure = if path.is_file() { "take out of it what nobody needs" } else { "take it away" };
        Trouble::new(name_of(&path), (format!("{why}: nothing below its folder is read"), cure), is_fatal)
    };
    // Of the folder itself nothing is read: whoever named it believes that it was.
    if let Some(wrong) = untold_around(root) {
        return (Vec::new(), vec![told(wrong, true)]);
    }
    let left = Arc::new(Mutex::new(Vec::new()));
    let leave = Arc::clone(&left);
    let mut builder = builder(root);
    let walk = builder.threads(threads).filter_entry(move |entry| {
        if entry.depth() == 0 {
            return true;
        }
        let is_folder = entry.file_type().is_some_and(|it| it.is_dir());
        let wrong = is_shown(entry.file_name()).then(|| is_folder.then(|| untold(entry.path())).flatten());
        if let (Some(Some(wrong)), Ok(mut left)) = (&wrong, leave.lock()) {
            left.push(wrong.clone());
        }
        wrong == Some(None)
    });
    let walk = walk.build_parallel();
    walk.run(|| {
        let files = files.clone();
        Box::new(move |entry| {
            let found = match entry {
                Ok(entry) if entry.file_type().is_some_and(|it| it.is_file()) && is_wanted(entry.path()) => {
                    Ok(entry.into_path())
                }
                Ok(_) => return WalkState::Continue,
                Err(error) => Err((error.to_string(), error.depth() == Some(0))),
            };
            // The receiver outlives the walk.
            let _ = files.send(found);
            WalkState::Continue
        })
    });
    drop(files);
    let mut paths = Vec::new();
    let mut troubles = Vec::new();
    for found in received {
        match found {
            Ok(path) => paths.push(path),
            Err((message, named)) => {
                let help = "check that it may be read, or exclude it in `.pinglessignore`";
                troubles.push(Trouble::new(name_of(root), (message, help), named));
            }
        }
    }
    paths.sort();
    troubles.extend(
        left.lock().map(|mut it| std::mem::take(&mut *it)).unwrap_or_default().into_iter().map(|it| told(it, false)),
    );
    troubles.sort();
    (paths, troubles)
}

/// Whether ignore files or attributes leave out a file below a folder that is there; the current folder is the empty one. A name
/// without a file is left out by nothing.
pub fn is_ignored(folder: &Path, below: &Path) -> bool {
    let path = folder.join(below);
    path.exists() && (Attributes::default().is_generated(&path) || !is_visible(folder, below, &mut HashMap::new()))
}

/// Whether a walk from a folder would meet a file below it: nothing ignores the file or a folder around it.
/// `seen` remembers what each folder shows.
pub(super) fn is_visible(folder: &Path, below: &Path, seen: &mut HashMap<PathBuf, HashSet<OsString>>) -> bool {
    let mut folder = folder.to_owned();
    for part in below.components() {
        let next = folder.join(part);
        if matches!(part, Component::Normal(_)) {
            let around = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.clone() };
            let shown = seen.entry(around.clone()).or_insert_with(|| children(&around));
            if !shown.contains(part.as_os_str()) {
                return false;
            }
        }
        folder = next;
    }
    true
}

/// What a folder shows. Where nobody can tell what is left out, nothing is: whoever asks has the name from elsewhere.
fn children(folder: &Path) -> HashSet<OsString> {
    if untold_around(folder).is_some() {
        let entries = folder.read_dir().into_iter().flatten().filter_map(Result::ok);
        return entries.map(|it| it.file_name()).filter(|name| is_shown(name)).collect();
    }
    let walk = builder(folder).max_depth(Some(1)).build();
    walk.filter_map(Result::ok).filter(|entry| entry.depth() == 1).map(|entry| entry.file_name().to_owned()).collect()
}

/// Files that a walk meets before it has met too many.
const MOST_FILES: usize = 20_000;

/// Files below a folder that nothing ignores, hidden ones too, by their paths from it with `/`.
pub(super) fn some_below(root: &Path) -> Vec<String> {
    if untold_around(root).is_some() {
        return Vec::new();
    }
    let is_read =
        |it: &ignore::DirEntry| it.file_name() != ".git" && (it.path().is_file() || untold(it.path()).is_none());
    let walk = WalkBuilder::new(root).hidden(false).require_git(false).filter_entry(is_read).build();
    let files = walk.filter_map(Result::ok).filter(|entry| entry.file_type().is_some_and(|it| it.is_file()));
    let names = files.filter_map(|entry| entry.path().strip_prefix(root).ok().map(name_of));
    names.take(MOST_FILES).collect()
}
