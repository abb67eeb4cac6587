//! Seats documents in their repositories: which tree stands around a file, and where in it the file lies.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, RwLock};

use crate::config::Policy;
use crate::input::around::{Lies, Surroundings};
use crate::input::{self, Input, Trouble, name_of};
use crate::lint::{self, Beside, Stopwatch};
use crate::owners::{self, Codeowners};
use crate::rule::Catalog;
use crate::settle::Checked;
use crate::summary::Summary;
use crate::text::Source;
use crate::tree::{Around, Asked, Entry, Removed, Tree, World};

/// Texts that are being written: they count in place of what lies on disk.
pub type Drafts = Arc<RwLock<HashMap<PathBuf, String>>>;

/// A repository, as somebody sees it who writes in it.
struct Seen {
    root: PathBuf,
    surroundings: Surroundings,
    drafts: Drafts,
}

impl World for Seen {
    fn entry(&self, path: &str) -> Option<Entry> {
        self.surroundings.lies(path).map(|it| match it {
            Lies::File => Entry::File,
            Lies::Folder => Entry::Folder,
        })
    }

    fn text(&self, path: &str) -> Option<String> {
        let draft = self.drafts.read().ok().and_then(|all| all.get(&self.root.join(path)).cloned());
        draft.or_else(|| self.surroundings.text(path))
    }

    fn files(&self) -> Arc<[String]> {
        self.surroundings.files()
    }

    fn is_left_out(&self, path: &str) -> bool {
        self.surroundings.leaves_out(path)
    }

    fn removed(&self) -> Vec<Removed> {
        let gone = self.surroundings.gone().into_iter();
        gone.map(|it| Removed { path: it.path, commit: it.commit, to: None }).collect()
    }

    fn removed_by(&self, commit: &str) -> Vec<Removed> {
        let fates = self.surroundings.fates(commit).into_iter();
        fates.map(|it| Removed { path: it.path, commit: it.commit, to: it.to }).collect()
    }
}

/// Where a folder really is, and the root of the repository around it.
type Seat = (Arc<Path>, Arc<Path>);

/// Trees that are kept, and more where more threads ask: a run over many repositories goes through one after the other.
const FEWEST_TREES: usize = 8;
/// Folders that are kept: the documents of one are judged near each other.
const MOST_FOLDERS: usize = 256;

/// The trees of a run. Each is made when a document first needs it, and anew when one does long after.
#[derive(Debug, Default)]
pub struct Trees {
    /// The one repository that is asked about; any, where none is named.
    root: Option<PathBuf>,
    /// The commit that is looked at in place of the disk.
    commit: Option<String>,
    drafts: Drafts,
    /// The one that was asked last is the last.
    trees: Mutex<Vec<(Arc<Path>, Arc<Tree>)>>,
    owners: Mutex<HashMap<PathBuf, Option<Arc<Codeowners>>>>,
    roots: Mutex<HashSet<Arc<Path>>>,
    /// Where each folder really is, and the root of the tree around it; none where there is no repository.
    folders: Mutex<HashMap<PathBuf, Option<Seat>>>,
}

impl Trees {
    /// The tree of one repository at a commit, or on disk. Whoever knows its root needs no folder that tells of it: one
    /// without a working tree has none.
    pub fn of(root: &Path, commit: Option<&str>) -> Self {
        Self { root: Some(root.to_owned()), commit: commit.map(str::to_owned), ..Self::default() }
    }

    /// With texts that are being written.
    pub fn with(drafts: &Drafts) -> Self {
        Self { drafts: Arc::clone(drafts), ..Self::default() }
    }

    /// Says that a text is written otherwise now, or lies on disk again.
    pub fn redraft(&self, file: &Path, text: Option<String>) {
        let Some((root, path)) = self.seat(file) else { return };
        if let Ok(mut drafts) = self.drafts.write() {
            match text {
                Some(text) => drafts.insert(root.join(&path), text),
                None => drafts.remove(&root.join(&path)),
            };
        }
        if let Some(tree) = self.tree(&root) {
            tree.forget(&path);
        }
    }

    /// Whether the texts lie on disk, and not in a commit.
    pub fn are_on_disk(&self) -> bool {
        self.commit.is_none()
    }

    /// Judges a text among what stands around it.
    pub fn judge(&self, source: &Source, catalog: &Catalog, policy: &Policy, watch: &dyn Stopwatch) -> Checked {
        self.judge_beside(source, Beside::default(), catalog, policy, watch)
    }

    /// Judges a text among what stands around it, and by what else is known.
    pub fn judge_beside(
        &self,
        source: &Source,
        beside: Beside,
        catalog: &Catalog,
        policy: &Policy,
        watch: &dyn Stopwatch,
    ) -> Checked {
        let around = self.around(source);
        lint::check_watched(source, Beside { around: around.as_ref(), ..beside }, catalog, policy, watch)
    }

    /// Judges a text among what stands around it, and says what it asked of that; none where nothing stands there.
    pub fn judge_asking(
        &self,
        source: &Source,
        beside: Beside,
        catalog: &Catalog,
        policy: &Policy,
    ) -> (Checked, Option<Asked>) {
        let around = self.around(source).map(Around::noting);
        let beside = Beside { around: around.as_ref(), ..beside };
        let checked = lint::check_beside(source, beside, catalog, policy);
        (checked, around.map(Around::asked))
    }

    /// Whether a text that asked this would be told the same.
    pub fn still_say(&self, source: &Source, asked: Option<&Asked>) -> bool {
        match (self.around(source), asked) {
            (Some(around), Some(asked)) => around.still_says(asked),
            (around, asked) => around.is_none() && asked.is_none(),
        }
    }

    /// The text with its place in its repository: that is evidence, in whichever folder somebody stands.
    pub fn seated(&self, source: Source) -> Source {
        Source { place: self.place_of(&source), ..source }
    }

    /// Where a text lies from the root of its repository, where its name does not say it.
    pub fn place_of(&self, source: &Source) -> Option<Box<str>> {
        let place = self.path_of(Path::new(source.given()?))?;
        (source.name != place).then(|| place.into())
    }

    /// Reads a file, and seats it.
    pub fn read(&self, input: &Input) -> Result<Source, Trouble> {
        input::read(input).map(|it| self.seated(it))
    }

    /// What is kept of a text that nobody judges.
    pub fn summarise(&self, source: &Source, catalog: &Catalog, policy: &Policy) -> Summary {
        lint::summarise(source, self.around(source).as_ref(), catalog, policy)
    }

    /// Where a file lies from the root of its repository; none where there is no repository.
    pub fn path_of(&self, file: &Path) -> Option<String> {
        self.seat(file).map(|(_, path)| path)
    }

    /// The root of the repository around a file; none where there is no repository.
    pub fn root_of(&self, file: &Path) -> Option<Arc<Path>> {
        self.place(folder_of(file)).map(|(_, root)| root)
    }

    /// What stands around a text of a repository. A message stands nowhere.
    pub fn around(&self, source: &Source) -> Option<Around> {
        let (root, path) = self.seat(Path::new(source.given()?))?;
        Some(Around::new(self.tree(&root)?, path))
    }

    /// The root of the repository around a file, and where the file lies from there.
    fn seat(&self, file: &Path) -> Option<(Arc<Path>, String)> {
        let (folder, root) = self.place(folder_of(file))?;
        let path = name_of(&folder.strip_prefix(&root).ok()?.join(file.file_name()?));
        Some((root, path))
    }

    /// What lies in the repository at a root.
    pub fn tree(&self, root: &Path) -> Option<Arc<Tree>> {
        let make = || {
            let surroundings = Surroundings::new(root, self.commit.as_deref());
            let drafts = Arc::clone(&self.drafts);
            Arc::new(Tree::new(Box::new(Seen { root: root.to_owned(), surroundings, drafts })))
        };
        let mut trees = self.trees.lock().ok()?;
        let known = trees.iter().position(|(known, _)| **known == *root);
        let last = known.map_or_else(|| (self.shared(root), make()), |at| trees.remove(at));
        let tree = Arc::clone(&last.1);
        trees.push(last);
        // Whoever asks how many threads there are begins them.
        let is_one_too_many = trees.len() > FEWEST_TREES && trees.len() > rayon::current_num_threads() * 2;
        let oldest = is_one_too_many.then(|| trees.remove(0));
        drop(trees);
        // It may be large, and nobody has to wait for its end.
        drop(oldest);
        Some(tree)
    }

    /// Who answers for the paths of the repository at a root, where a file says so.
    pub fn owners(&self, root: &Path) -> Option<Arc<Codeowners>> {
        let tree = self.tree(root)?;
        let read = || {
            let (path, text) = owners::first(|path| tree.text(path))?;
            Some(Arc::new(Codeowners::read(path, &text)))
        };
        self.owners.lock().ok()?.entry(root.to_owned()).or_insert_with(read).clone()
    }

    /// A root, kept once for all folders below it.
    fn shared(&self, root: &Path) -> Arc<Path> {
        let Ok(mut roots) = self.roots.lock() else { return Arc::from(root) };
        let known = roots.get(root).cloned();
        known.unwrap_or_else(|| {
            let new: Arc<Path> = Arc::from(root);
            roots.insert(Arc::clone(&new));
            new
        })
    }

    fn place(&self, folder: &Path) -> Option<Seat> {
        let mut folders = self.folders.lock().ok()?;
        if let Some(known) = folders.get(folder) {
            return known.clone();
        }
        // Where the folder around it lies is known mostly: then nothing above it is asked again, however deep it is.
        let around = folder.parent().and_then(|it| folders.get(it)).filter(|_| self.root.is_none());
        let found = match (around, folder.file_name()) {
            (Some(around), Some(name)) if !folder.is_symlink() && !folder.join(".git").exists() => {
                around.as_ref().map(|(real, root)| (Arc::from(real.join(name).as_path()), Arc::clone(root)))
            }
            _ => self.found(folder),
        };
        if folders.len() >= MOST_FOLDERS {
            folders.clear();
        }
        folders.insert(folder.to_owned(), found.clone());
        found
    }

    fn found(&self, folder: &Path) -> Option<Seat> {
        let real = input::real(folder);
        // Outside of a repository nobody knows whether a folder is whole: a page that was downloaded has lost its neighbours.
        let root = self.root.as_deref().filter(|root| real.starts_with(root));
        let root = root.or_else(|| input::root_of_repository(&real));
        root.map(|root| (Arc::from(real.as_path()), self.shared(root)))
    }
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
