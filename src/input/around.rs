//! What lies around a document: in the working tree, or in a commit. Answers lazily, and each question once; several
//! threads may ask.

mod listed;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};
use std::{fs, io};

use listed::{Listed, is_or_holds};

use super::git::{Fate, Gone, Ignored, Object, Objects, Repository};
use super::{LARGEST, name_of, own, walk};

/// What lies at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lies {
    File,
    Folder,
}

/// So many commits are looked through for what is gone.
const MOST_COMMITS: usize = 10_000;

/// A repository.
#[derive(Debug)]
pub struct Surroundings {
    root: PathBuf,
    /// The commit that is looked at in place of the disk.
    commit: Option<String>,
    repository: Repository,
    folders: Mutex<HashMap<String, Option<Arc<Names>>>>,
    listed: OnceLock<Listed>,
    /// Files that git knows and nobody wrote out, sorted.
    unwritten: OnceLock<Vec<String>>,
    objects: Mutex<Option<Objects>>,
    /// What was asked of ignore files, and who answers.
    ignored: Mutex<(HashMap<String, bool>, Option<Ignored>)>,
    /// Whether folders lie outside: each asks for all folders around it.
    outside: Mutex<HashMap<PathBuf, bool>>,
}

/// What a folder holds, by name.
type Names = HashMap<String, Lies>;

impl Surroundings {
    /// Those in the folder of a repository, on disk or at a commit.
    pub fn new(root: &Path, commit: Option<&str>) -> Self {
        Self {
            root: root.to_owned(),
            commit: commit.map(str::to_owned),
            repository: Repository::at(root),
            folders: Mutex::default(),
            listed: OnceLock::new(),
            unwritten: OnceLock::new(),
            objects: Mutex::default(),
            ignored: Mutex::default(),
            outside: Mutex::default(),
        }
    }

    /// What lies at a path, in exactly this case.
    pub fn lies(&self, path: &str) -> Option<Lies> {
        if self.commit.is_some() {
            let found = self.listed().at.get(path.trim_end_matches('/'))?;
            return Some(if found.is_some() { Lies::File } else { Lies::Folder });
        }
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        self.names(folder)?.get(name).copied()
    }

    pub fn text(&self, path: &str) -> Option<String> {
        if self.commit.is_none() {
            return own::read_unless(&self.root.join(path), LARGEST, |it| self.leads_out(it)).ok();
        }
        let id = self.listed().at.get(path)?.as_deref()?;
        let mut objects = self.objects.lock().ok()?;
        if objects.is_none() {
            *objects = self.repository.objects().ok();
        }
        match objects.as_mut()?.blob(id) {
            Ok(Object::Blob(bytes)) => String::from_utf8(bytes).ok(),
            _ => None,
        }
    }

    /// Whether a file lies outside: a link by itself, any other with its folder.
    fn leads_out(&self, file: &Path) -> bool {
        let Some(folder) = file.parent().filter(|_| !file.is_symlink()) else { return own::leads_out(file) };
        if let Some(known) = self.outside.lock().ok().and_then(|known| known.get(folder).copied()) {
            return known;
        }
        let leads_out = own::leads_out(file);
        if let Ok(mut known) = self.outside.lock() {
            known.insert(folder.to_owned(), leads_out);
        }
        leads_out
    }

    /// The files that belong to it, sorted: those that git knows, or where it knows none, those that a walk meets.
    pub fn files(&self) -> Arc<[String]> {
        Arc::clone(&self.listed().files)
    }

    /// Whether a path may be there for others: ignored, in another repository, or not written out.
    pub fn leaves_out(&self, path: &str) -> bool {
        let listed = self.listed();
        listed.is_in_repository(path)
            || is_or_holds(&listed.unwritten, path)
            || self.is_unwritten(path)
            || self.ignores(path)
    }

    /// Whether git knows a path, and a checkout that was cut off did not come to it. Of what somebody took away since, git keeps
    /// that it was there.
    fn is_unwritten(&self, path: &str) -> bool {
        let all = || {
            let mut all = self.repository.unwritten().unwrap_or_default();
            all.sort();
            all
        };
        self.commit.is_none()
            && is_or_holds(&self.listed().files, path)
            && is_or_holds(self.unwritten.get_or_init(all), path)
    }

    /// The files that are gone, each with the commit that took it away.
    pub fn gone(&self) -> Vec<Gone> {
        let commit = self.commit.as_deref().unwrap_or("HEAD");
        self.repository.gone(commit, MOST_COMMITS).unwrap_or_default()
    }

    /// What one of those commits did to the files that are not there any more.
    pub fn fates(&self, commit: &str) -> Vec<Fate> {
        self.repository.fates(commit).unwrap_or_default()
    }

    fn ignores(&self, path: &str) -> bool {
        let Ok(mut ignored) = self.ignored.lock() else { return false };
        let (known, git) = &mut *ignored;
        if let Some(known) = known.get(path) {
            return *known;
        }
        if git.is_none() {
            *git = self.repository.ignored().ok();
        }
        let said = git.as_mut().map(|it| it.has(path));
        // Of what git cannot be asked it says nothing more, and the next path needs another one.
        if let Some(Err(_)) = said {
            *git = None;
        }
        let is_ignored = matches!(said, Some(Ok(true)));
        known.insert(path.to_owned(), is_ignored);
        is_ignored
    }

    /// What a folder holds. It is looked for by its parents' names, each of which is read once: some disks would find it under
    /// any case.
    fn names(&self, folder: &str) -> Option<Arc<Names>> {
        let folder = folder.trim_matches('/');
        if let Some(known) = self.known(folder) {
            return known;
        }
        let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]).filter(|end| *end > 0);
        let mut around = self.read("");
        for end in ends {
            let (_, name) = folder[..end].rsplit_once('/').unwrap_or(("", &folder[..end]));
            around =
                around.filter(|it| name.is_empty() || it.contains_key(name)).and_then(|_| self.read(&folder[..end]));
            if around.is_none() {
                break;
            }
        }
        self.keep(folder, around)
    }

    fn known(&self, folder: &str) -> Option<Option<Arc<Names>>> {
        self.folders.lock().ok().and_then(|known| known.get(folder).cloned())
    }

    /// What a folder holds whose parents are known to be there.
    fn read(&self, folder: &str) -> Option<Arc<Names>> {
        self.known(folder).unwrap_or_else(|| self.keep(folder, read(&self.root.join(folder)).ok().map(Arc::new)))
    }

    fn keep(&self, folder: &str, found: Option<Arc<Names>>) -> Option<Arc<Names>> {
        if let Ok(mut known) = self.folders.lock() {
            known.insert(folder.to_owned(), found.clone());
        }
        found
    }

    fn listed(&self) -> &Listed {
        self.listed.get_or_init(|| {
            let known = match &self.commit {
                Some(commit) => self.repository.known_at(commit),
                None => self.repository.known(),
            };
            // Of a folder that was just begun, or whose checkout was cut off, git knows nothing; the commit that was to be
            // checked out tells of that one.
            let known = known.ok().filter(|it| self.commit.is_some() || !it.is_empty());
            let Some(known) = known else {
                let whole = self.repository.known_at("HEAD").unwrap_or_default();
                let mut unwritten: Vec<String> = whole.into_iter().map(|it| it.path).collect();
                unwritten.sort();
                return Listed { files: sorted(walk::some_below(&self.root)), unwritten, ..Listed::default() };
            };
            let (mut listed, mut files) = (Listed::default(), Vec::new());
            for it in known {
                if it.is_repository {
                    listed.repositories.insert(it.path);
                    continue;
                }
                if it.is_unwritten {
                    listed.unwritten.push(it.path.clone());
                }
                if self.commit.is_some() {
                    listed.folders_of(&it.path);
                    listed.at.insert(it.path.clone(), Some(it.blob.unwrap_or_default()));
                }
                files.push(it.path);
            }
            listed.files = sorted(files);
            listed.unwritten.sort();
            listed
        })
    }
}

fn sorted(mut files: Vec<String>) -> Arc<[String]> {
    files.sort();
    files.into()
}

/// The names in a folder, each as the disk writes it.
fn read(folder: &Path) -> io::Result<Names> {
    let entries = fs::read_dir(folder)?.filter_map(Result::ok);
    let named = entries.map(|entry| {
        let is_folder = fs::metadata(entry.path()).is_ok_and(|it| it.is_dir());
        let name = name_of(Path::new(&entry.file_name()));
        (name, if is_folder { Lies::Folder } else { Lies::File })
    });
    Ok(named.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_once_however_many_lie_in_it() {
        let root = tempfile::tempdir().expect("a folder can be made");
        let put = |folder: &str| {
            let folder = root.path().join(folder);
            fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join("a.md"), "")).expect("it can be written");
        };
        put("docs/early");
        put("docs/other");
        let around = Surroundings::new(root.path(), None);
        assert_eq!(around.lies("docs/early/a.md"), Some(Lies::File));
        put("docs/late");
        assert_eq!(around.lies("docs/other/a.md"), Some(Lies::File));
        assert_eq!(around.lies("docs/other"), Some(Lies::Folder));
        assert_eq!(around.lies("docs/late/a.md"), None);
        assert_eq!(around.lies("docs/Other/a.md"), None);
        assert_eq!(around.lies("docs/other/a.md/b.md"), None);
    }
}
