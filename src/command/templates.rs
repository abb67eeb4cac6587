//! The templates that apply in a folder: read once, however many documents it holds.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::contract::Template;
use crate::input::templates::{self, Found};
use crate::settle::Notice;

#[derive(Debug, Default)]
pub struct Library {
    repositories: HashMap<PathBuf, Vec<Arc<Template>>>,
    folders: HashMap<PathBuf, Vec<Arc<Template>>>,
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
        if let Some(root) = root(folder, configured) {
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

    fn parsed(&mut self, (sources, troubles): Found) -> Vec<Arc<Template>> {
        let unread = troubles.into_iter().map(|it| notice(it.name, it.message, it.help));
        self.notices.extend(unread);
        let mut parsed = Vec::new();
        for source in sources {
            match Template::parse(&source) {
                Ok(template) => parsed.push(Arc::new(template)),
                Err(it) => {
                    self.notices.push(notice(source.name, format!("line {}: {}", it.line, it.message), it.help));
                }
            }
        }
        parsed
    }
}

fn notice(path: String, message: String, help: String) -> Notice {
    Notice { path, message, help, fatal: false }
}

/// The repository of a folder; else the folder of its configuration; else that in which somebody works.
fn root(folder: &Path, configured: Option<&Path>) -> Option<PathBuf> {
    let here = std::env::current_dir().ok();
    let own = repository(folder).or_else(|| configured.map(Path::to_owned));
    own.or_else(|| here.as_deref().and_then(repository)).or(here)
}

fn repository(folder: &Path) -> Option<PathBuf> {
    let is_root = |around: &&Path| around.join(".git").exists() || around.join(".github").is_dir();
    folder.ancestors().find(is_root).map(Path::to_owned)
}
