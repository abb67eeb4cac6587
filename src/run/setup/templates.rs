//! The templates that apply in a folder: read once, however many documents it holds.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::input;
use crate::input::templates::{self, Found};
use crate::settle::Notice;
use crate::template::{self, Template};

#[derive(Debug, Default)]
pub struct Library {
    repositories: HashMap<PathBuf, Vec<Arc<Template>>>,
    folders: HashMap<PathBuf, Vec<Arc<Template>>>,
    /// The folder that was asked about last, and the repository around it.
    last: (PathBuf, Option<PathBuf>),
    /// Templates that cannot be read: their questions are not asked.
    pub notices: Vec<Notice>,
}

impl Library {
    /// The templates for the documents of a folder. `configured` is the folder of their configuration.
    pub fn of(&mut self, folder: &Path, configured: Option<&Path>) -> Vec<Arc<Template>> {
        if let Some(known) = self.folders.get(folder) {
            return known.clone();
        }
        let mut all = Vec::new();
        if let Some(root) = self.root(folder, configured) {
            if !self.repositories.contains_key(&root) {
                let found = self.parsed(templates::of_repository(&root));
                self.repositories.insert(root.clone(), found);
            }
            all.extend(self.repositories[&root].iter().cloned());
        }
        all.extend(self.parsed(templates::of_folder(folder)));
        self.folders.insert(folder.to_owned(), all.clone());
        all
    }

    /// The files of all that apply anywhere so far.
    pub fn files(&self) -> impl Iterator<Item = PathBuf> {
        self.folders.values().flatten().map(|it| input::absolute(Path::new(&it.path)))
    }

    /// The repository of a folder; else the folder of its configuration; else that in which somebody works.
    fn root(&mut self, folder: &Path, configured: Option<&Path>) -> Option<PathBuf> {
        let here = std::env::current_dir().ok();
        let own = self.repository(folder).or_else(|| configured.map(Path::to_owned));
        own.or_else(|| here.as_deref()?.ancestors().find(|it| is_root(it)).map(Path::to_owned)).or(here)
    }

    /// Folders come in their order: what was passed on the way from the last one up is not looked into again, however deep
    /// both lie.
    fn repository(&mut self, folder: &Path) -> Option<PathBuf> {
        let (last, root) = &self.last;
        let was_passed = |it: &Path| {
            let is_on_the_way = !it.as_os_str().is_empty() && last.starts_with(it);
            is_on_the_way && root.as_ref().is_none_or(|root| it.starts_with(root))
        };
        let found = folder.ancestors().find_map(|it| match was_passed(it) {
            true => Some(root.clone()),
            false => is_root(it).then(|| Some(it.to_owned())),
        });
        self.last = (folder.to_owned(), found.flatten());
        self.last.1.clone()
    }

    fn parsed(&mut self, (sources, troubles): Found) -> Vec<Arc<Template>> {
        let unread = troubles.into_iter().map(|it| notice(it.name, it.message, it.help));
        self.notices.extend(unread);
        let mut parsed = Vec::new();
        for source in sources.into_iter().filter(|it| !template::is_record(it)) {
            match Template::parse(&source) {
                Ok(template) => parsed.push(Arc::new(template)),
                Err(it) => {
                    self.notices.push(notice(
                        source.name.to_string(),
                        format!("line {}: {}", it.line, it.message),
                        it.help,
                    ));
                }
            }
        }
        parsed
    }
}

fn notice(path: String, message: String, help: String) -> Notice {
    Notice { path, message, help, fatal: false }
}

/// Whether forges look for templates here.
fn is_root(folder: &Path) -> bool {
    folder.join(".git").exists() || folder.join(".github").is_dir()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_was_passed_on_the_way_up_is_known() {
        let place = tempfile::tempdir().expect("a folder can be made");
        let at = |path: &str| place.path().join(path);
        for folder in ["apart", "one/.git", "one/docs/deep/deeper", "one/two/.github", "one/two/docs"] {
            fs::create_dir_all(at(folder)).expect("a folder can be made");
        }
        let mut library = Library::default();
        for (folder, root) in [
            ("one/docs", "one"),
            ("one/docs/deep/deeper", "one"),
            ("one/docs/deep", "one"),
            ("one/two/docs", "one/two"),
            ("one/two", "one/two"),
            ("one", "one"),
        ] {
            assert_eq!(library.repository(&at(folder)), Some(at(root)), "{folder}");
        }
        assert_ne!(library.repository(&at("apart")), Some(at("one")));
        assert_eq!(library.repository(&at("one/docs")), Some(at("one")));
    }
}
