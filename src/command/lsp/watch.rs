//! Which files an editor is asked to tell of, and which of its news mean something.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use lsp_types::notification::{DidChangeWatchedFiles, Notification as _};
use lsp_types::request::RegisterCapability;
use lsp_types::{
    DidChangeWatchedFilesRegistrationOptions, FileChangeType, FileEvent, FileSystemWatcher, GlobPattern, OneOf,
    Registration, RegistrationParams, RelativePattern, WatchKind,
};
use serde_json::json;

use super::session::{Session, State};
use crate::editor::address;
use crate::input;

/// Files that say something about others by their names: what configures us,
const NAMES: &[&str] = &[
    ".pingless.toml",
    "pingless.toml",
    "pyproject.toml",
    "CODEOWNERS",
    ".gitignore",
    ".pinglessignore",
    ".gitattributes",
    ".pingless-baseline.jsonl",
];
/// texts,
const TEXTS: &[&str] = &["*.md", "*.markdown", "*.mdx"];
/// and forms.
const FORMS: &str = "**/ISSUE_TEMPLATE/*.{yml,yaml}";
/// Whoever deletes a folder is told of it alone, and nothing of what lay in it.
const DELETED: &str = "**/*";

impl<W: Write> Session<W> {
    /// Asks to be told of what is known by its name.
    pub(super) fn watch(&mut self, state: &State) {
        let named = format!("**/{{{},{}}}", TEXTS.join(","), NAMES.join(","));
        let watcher = |glob: &str, kind| FileSystemWatcher { glob_pattern: GlobPattern::String(glob.to_owned()), kind };
        let watchers = [watcher(&named, None), watcher(FORMS, None), watcher(DELETED, Some(WatchKind::Delete))];
        self.register(state, "pingless/files", watchers.to_vec());
    }

    /// Asks the same of configurations that are called otherwise: those that others build on, and the one that somebody
    /// named. Which there are is known once they were read.
    pub(super) fn watch_configurations(&mut self, state: &mut State) {
        let wrong = self.complaints.files().map(|it| input::absolute(Path::new(it))).filter(|it| it.is_file());
        let read = state.desk.setup.files().into_iter().map(|it| input::absolute(&it));
        let is_new = |it: &PathBuf| !is_known(it, &state.workspace.folders) && !state.watched.contains(it);
        let new: BTreeSet<PathBuf> = read.chain(wrong).map(|it| input::placed(&it)).filter(is_new).collect();
        if new.is_empty() {
            return;
        }
        let watcher =
            |file: &PathBuf| pattern(file, state).map(|glob_pattern| FileSystemWatcher { glob_pattern, kind: None });
        let watchers: Vec<FileSystemWatcher> = new.iter().filter_map(watcher).collect();
        // What is wrong is read no longer, and has to be watched until it is right: none is taken back.
        self.register(state, &format!("pingless/configurations/{}", state.watched.len()), watchers);
        state.watched.extend(new);
    }

    fn register(&mut self, state: &State, id: &str, watchers: Vec<FileSystemWatcher>) {
        if !state.client.watches || watchers.is_empty() {
            return;
        }
        let registration = Registration {
            id: id.to_owned(),
            method: DidChangeWatchedFiles::METHOD.to_owned(),
            register_options: Some(json!(DidChangeWatchedFilesRegistrationOptions { watchers })),
        };
        self.out.ask::<RegisterCapability>(RegistrationParams { registrations: vec![registration] });
    }
}

/// Whether an editor tells of a file without being asked for this one.
fn is_known(file: &Path, folders: &[PathBuf]) -> bool {
    has_our_name(file) && folders.iter().any(|it| file.starts_with(it))
}

fn has_our_name(file: &Path) -> bool {
    file.file_name().is_some_and(|it| NAMES.iter().any(|name| it == *name))
}

/// How an editor is told of one file. In one of its folders a glob names it, elsewhere only the folder that it lies in does.
fn pattern(file: &Path, state: &State) -> Option<GlobPattern> {
    if state.client.watches_elsewhere {
        let base_uri = OneOf::Right(address::of(file.parent()?)?);
        let pattern = literal(&file.file_name()?.to_string_lossy());
        return Some(GlobPattern::Relative(RelativePattern { base_uri, pattern }));
    }
    let below = state.workspace.folders.iter().find_map(|it| file.strip_prefix(it).ok())?;
    Some(GlobPattern::String(format!("**/{}", literal(&input::name_of(below)))))
}

/// A name as a glob, which knows no way to write its own marks.
fn literal(name: &str) -> String {
    name.replace(['*', '{', '}', '[', ']'], "?")
}

/// Whether something follows from what an editor tells: it tells of everything that is deleted.
pub(super) fn concerns(event: &FileEvent, state: &State) -> bool {
    let Some(path) = address::path(&event.uri).map(|it| input::placed(&it)) else { return false };
    let is_named = || input::is_markdown(&path) || has_our_name(&path) || is_form(&path);
    event.typ != FileChangeType::DELETED
        || is_named()
        || state.workspace.holds(&path)
        || state.desk.setup.is_told_by(&path)
}

fn is_form(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "yml" || it == "yaml")
        && path.parent().is_some_and(|it| it.ends_with("ISSUE_TEMPLATE"))
}

/// Whether a path in one of the folders may say what is asked of others: anything but a plain document. A folder that is
/// gone says it where what we read lay in it.
pub(super) fn configures(path: &Path, state: &State) -> bool {
    if !path.exists() && !has_our_name(path) && state.workspace.holds(path) && !state.desk.setup.is_told_by(path) {
        return false;
    }
    // What the folders themselves lie in says nothing of their files.
    let path = state.workspace.folders.iter().find_map(|it| path.strip_prefix(it).ok()).unwrap_or(path);
    let is_hidden = |it: std::path::Component| it.as_os_str().to_str().is_some_and(|it| it.starts_with('.'));
    let is_template = path.file_stem().is_some_and(|it| it.to_string_lossy().to_lowercase().contains("template"));
    !input::is_markdown(path) || is_template || path.components().any(is_hidden)
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn a_name_is_no_pattern() {
        assert_eq!(literal("team[1]/{a}*.toml"), "team?1?/?a??.toml");
    }
}
