//! All texts around those that are open: what is kept of each, read a few at a time while nobody waits, and what is found
//! when all are held against each other. A text that is open counts as it is written, and not as it lies on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{Diagnostic, Uri};

use super::desk::Desk;
use crate::cli::InputArgs;
use crate::config::Policy;
use crate::editor::address;
use crate::input::{self, Input};
use crate::link::Linked;
use crate::rule::Mistake;
use crate::run::linked::{self, Linker, Member, Neighbour};
use crate::run::setup::{shown, shown_folder};
use crate::run::work::{self, with_kind};
use crate::summary::Summary;

/// More texts than these are no workspace of a person; a run of `check` reads them all.
pub const MOST_TEXTS: usize = 20_000;
/// So many texts are read before somebody is asked whether there is anything more urgent.
const AT_ONCE: usize = 4;

/// A text of the workspace.
struct Kept {
    input: Input,
    policy: Arc<Policy>,
    summary: Option<Summary>,
}

#[derive(Default)]
pub struct Workspace {
    /// As they really are.
    pub folders: Vec<PathBuf>,
    texts: BTreeMap<PathBuf, Kept>,
    waiting: Vec<PathBuf>,
    /// Code and configuration that take over facts, once somebody declares any.
    marked: Option<Vec<Neighbour>>,
    /// Something has changed since all were held against each other.
    is_stale: bool,
    /// It was a file, and none of the texts that are open.
    is_touched: bool,
    /// Texts that are not open, and of which something was said.
    told: BTreeSet<PathBuf>,
}

/// What is said of a text that is not open.
pub type Told = (Uri, Vec<Diagnostic>);

impl Workspace {
    pub fn of(folders: Vec<PathBuf>) -> Self {
        Self { folders, ..Self::default() }
    }

    /// Looks which texts there are. Told is what is wrong with a configuration.
    pub fn gather(&mut self, desk: &mut Desk) -> Vec<Mistake> {
        self.texts.clear();
        self.waiting.clear();
        self.marked = None;
        self.is_stale = true;
        // A whole home or a whole machine is nobody's documents.
        let home = std::env::home_dir();
        let is_meant = |it: &&PathBuf| it.parent().is_some() && Some(*it) != home.as_ref();
        let paths: Vec<PathBuf> = self.folders.iter().filter(is_meant).map(|it| shown_folder(it)).collect();
        if paths.is_empty() {
            return Vec::new();
        }
        let work = match work::gather(&mut desk.setup, &paths, &InputArgs::default()) {
            Ok(work) => work,
            Err(mistakes) => return mistakes,
        };
        let is_wanted = linked::is_wanted(&desk.setup.catalog, work.inputs.iter().map(|(_, policy)| policy.as_ref()));
        for (input, policy) in work.inputs.into_iter().take(MOST_TEXTS).filter(|_| is_wanted) {
            self.texts.insert(input::absolute(input.path()), Kept { input, policy, summary: None });
        }
        self.waiting = self.texts.keys().rev().cloned().collect();
        Vec::new()
    }

    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// How many texts are still to be read.
    pub fn left(&self) -> usize {
        self.waiting.len()
    }

    /// Whether the texts have to be held against each other anew.
    pub fn is_stale(&self) -> bool {
        self.is_stale && self.waiting.is_empty() && !self.texts.is_empty()
    }

    /// Something was written.
    pub fn doubt(&mut self) {
        self.is_stale = true;
    }

    /// Whether a path is that of a text, or of a folder that holds one.
    pub fn holds(&self, path: &Path) -> bool {
        self.texts.range(path.to_owned()..).next().is_some_and(|(text, _)| text.starts_with(path))
    }

    /// Drops what is kept of texts that are gone: of a folder that was deleted nobody may have told.
    pub fn sweep(&mut self) {
        let known = self.texts.len();
        self.texts.retain(|path, _| path.is_file());
        let is_gone = |it: &Neighbour| !Path::new(&it.source.name).is_file();
        if self.texts.len() < known || self.marked.iter().flatten().any(is_gone) {
            self.is_stale = true;
            self.is_touched = true;
            self.marked = None;
        }
    }

    /// A file has changed, is new, or is no more.
    pub fn touch(&mut self, path: &Path, desk: &mut Desk) {
        self.is_stale = true;
        self.is_touched = true;
        self.marked = None;
        let is_inside = input::is_markdown(path) && self.folders.iter().any(|it| path.starts_with(it));
        if !is_inside || !path.is_file() || desk.is_left_out(path) {
            self.texts.remove(path);
            return;
        }
        if let Some(open) = desk.at(path).map(|it| it.uri.clone()) {
            desk.text_mut(&open).into_iter().for_each(|it| it.is_unlinked = true);
        }
        if !self.texts.contains_key(path) {
            let Ok(policy) = desk.setup.policy(Some(path)) else { return };
            let input = Input::new(shown(path), path, false).up_to(policy.largest);
            self.texts.insert(path.to_owned(), Kept { input, policy: Arc::new(policy), summary: None });
        }
        self.waiting.push(path.to_owned());
    }

    /// Reads a few of the texts that wait.
    pub fn step(&mut self, desk: &Desk) {
        for _ in 0..AT_ONCE {
            let Some(path) = self.waiting.pop() else { return };
            let Some(kept) = self.texts.get_mut(&path) else { continue };
            let read = desk.trees.read(&kept.input).ok();
            kept.summary = read.map(|source| {
                let source = with_kind(source, &kept.policy);
                desk.trees.summarise(&source, &desk.setup.catalog, &kept.policy)
            });
        }
    }

    /// Holds all texts against each other. Each open text has what was found in it; told is what is found in others that
    /// concerns one of them, with nothing for those of which nothing is said any more.
    pub fn link(&mut self, desk: &mut Desk) -> Vec<Told> {
        self.is_stale = false;
        let written = self.refresh(desk);
        match std::mem::take(&mut self.is_touched) {
            true => desk.doubt(),
            false => desk.doubt_beside(&written),
        }
        if self.marked.is_none() && linked::has_facts(self.texts.values().filter_map(|it| it.summary.as_ref())) {
            let folders = self.folders.iter().map(|it| shown_folder(it)).collect();
            self.marked = Some(linked::marked(&mut desk.setup, folders, false).0);
        }
        let others = self.marked.as_deref().unwrap_or_default();
        let (paths, mut found) = self.linked(desk, others);
        let first = paths.len();
        let spoken = found.split_off(&first);
        let mut told = BTreeMap::new();
        for (number, path) in paths.into_iter().enumerate() {
            let linked = found.remove(&number);
            let Some(uri) = desk.at(path).map(|it| it.uri.clone()) else {
                told.extend(linked.and_then(|it| Some((path.to_owned(), self.told(path, &it, desk)?))));
                continue;
            };
            if let Some(open) = desk.text_mut(&uri) {
                open.relink(linked);
            }
        }
        told.extend(spoken.iter().filter_map(|(number, linked)| {
            let it = &others[number - first];
            let path = input::absolute(Path::new(&it.source.name));
            Some((path.clone(), said(&path, it, linked, desk)?))
        }));
        let gone = std::mem::take(&mut self.told).into_iter().filter(|path| !told.contains_key(path));
        let gone: Vec<Told> = gone.filter_map(|path| Some((address::of(&path)?, Vec::new()))).collect();
        self.told = told.keys().cloned().collect();
        gone.into_iter().chain(told.into_values()).collect()
    }

    /// What is kept of the texts that are open is as they are written; told are those that were.
    fn refresh(&mut self, desk: &mut Desk) -> Vec<Uri> {
        let written: Vec<Uri> =
            desk.uris().into_iter().filter(|uri| desk.text(uri).is_some_and(|it| it.is_unlinked)).collect();
        for uri in &written {
            let Some(open) = desk.text(uri) else { continue };
            if let Some(kept) = open.path.as_ref().and_then(|path| self.texts.get_mut(path)) {
                let source = with_kind(open.source.clone(), &open.policy);
                kept.summary = Some(desk.trees.summarise(&source, &desk.setup.catalog, &open.policy));
            }
            if let Some(open) = desk.text_mut(uri) {
                open.is_unlinked = false;
            }
        }
        written
    }

    /// What is found in each text of the workspace, and then in each of the others.
    fn linked(&self, desk: &Desk, others: &[Neighbour]) -> (Vec<&Path>, BTreeMap<usize, Linked>) {
        let (catalog, trees) = (&desk.setup.catalog, &desk.trees);
        let known = self.texts.iter().filter_map(|(path, it)| Some((path.as_path(), &it.policy, it.summary.as_ref()?)));
        let (paths, mut members): (Vec<&Path>, Vec<Member>) = known
            .enumerate()
            .map(|(number, (path, policy, summary))| {
                let (summary, root) = (Box::new(summary.clone()), trees.root_of(path));
                (path, Member { number, summary, root, policy, is_asked: desk.at(path).is_some() })
            })
            .unzip();
        members.extend(others.iter().zip(paths.len()..).map(|(it, number)| {
            let root = trees.root_of(&input::absolute(Path::new(&it.source.name)));
            Member { number, summary: it.summary(catalog, trees), root, policy: &it.policy, is_asked: false }
        }));
        let is_whole = |root: Option<&Path>| match root {
            Some(root) => self.folders.iter().any(|folder| root.starts_with(folder)),
            None => true,
        };
        let text = |name: &str| {
            let path = input::absolute(Path::new(name));
            let draft = desk.at(&path).map(|it| it.source.text.clone());
            draft.or_else(|| input::read(&Input::new(name, path, false)).ok().map(|it| it.text))
        };
        let linker = Linker { catalog, is_whole: &is_whole, trees, text: &text };
        (paths, linker.link(members))
    }

    /// What is said of a text that is not open.
    fn told(&self, path: &Path, linked: &Linked, desk: &mut Desk) -> Option<Told> {
        let kept = self.texts.get(path)?;
        let source = desk.trees.read(&kept.input).ok()?;
        let policy = Policy::clone(&kept.policy);
        said(path, &Neighbour { source, policy, is_plain: false, is_asked: false, is_led: false }, linked, desk)
    }
}

/// What is found in a text beside others, where there is anything.
fn said(path: &Path, it: &Neighbour, linked: &Linked, desk: &mut Desk) -> Option<Told> {
    let mut checked = it.judge(linked, &desk.setup.catalog, &desk.trees);
    desk.hush(path, &mut checked);
    let uri = address::of(path)?;
    let diagnostics = desk.diagnostics_of(&uri, &it.source, &checked, &it.policy);
    (!diagnostics.is_empty()).then_some((uri, diagnostics))
}
