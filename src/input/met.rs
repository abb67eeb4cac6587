//! Whether a walk would meet a file, asked of single files: a list of changed files needs no walk, and a file of another
//! commit need not be on disk. It answers as `walk` does, but for what lies below ignore files that are more than anybody reads:
//! whoever asks has the name from a change, and what was changed is looked at.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::attributes::Attributes;
use super::costly::{IGNORE_FILE, untold};
use super::walk::{is_markdown, is_shown};

/// What the folders met so far leave out.
#[derive(Debug)]
pub struct Met {
    folders: HashMap<PathBuf, Folder>,
    /// What the user ignores everywhere.
    global: Gitignore,
    attributes: Attributes,
}

/// The ignore files of one folder, the strongest first.
#[derive(Debug)]
struct Folder {
    own: Gitignore,
    plain: Gitignore,
    git: Gitignore,
    exclude: Gitignore,
    /// The repository begins here: what git ignores above it does not count.
    is_root: bool,
}

impl Default for Met {
    fn default() -> Self {
        Self { folders: HashMap::new(), global: Gitignore::global().0, attributes: Attributes::default() }
    }
}

impl Met {
    /// Whether a walk of `top` meets the Markdown file. Both are absolute, and the file is below.
    pub fn is_met(&mut self, top: &Path, file: &Path) -> bool {
        is_markdown(file) && !self.is_left_out(top, file)
    }

    /// Whether ignore files or attributes leave out a file below `top`, whatever it is.
    pub fn is_left_out(&mut self, top: &Path, file: &Path) -> bool {
        let Ok(below) = file.strip_prefix(top) else { return false };
        let mut path = top.to_owned();
        let parts: Vec<_> = below.components().collect();
        for (number, part) in parts.iter().enumerate() {
            path.push(part);
            if !is_shown(part.as_os_str()) || self.is_ignored(&path, number + 1 < parts.len()) {
                return true;
            }
        }
        self.attributes.is_generated(file)
    }

    fn is_ignored(&mut self, path: &Path, is_folder: bool) -> bool {
        let mut said: [Option<bool>; 4] = [None; 4];
        let mut is_outside = false;
        for around in path.ancestors().skip(1) {
            let folder = self.folders.entry(around.to_owned()).or_insert_with(|| Folder::read(around));
            let sorts = [&folder.own, &folder.plain, &folder.git, &folder.exclude];
            for (number, rules) in sorts.into_iter().enumerate() {
                let counts = said[number].is_none() && (number < 2 || !is_outside);
                if counts {
                    said[number] = verdict(rules, path, is_folder);
                }
            }
            is_outside |= folder.is_root;
        }
        let said = said.into_iter().flatten().next();
        said.or_else(|| verdict(&self.global, path, is_folder)).unwrap_or(false)
    }
}

/// Whether the rules leave a path out, where they speak of it.
fn verdict(rules: &Gitignore, path: &Path, is_folder: bool) -> Option<bool> {
    let said = rules.matched(path, is_folder);
    (!said.is_none()).then(|| said.is_ignore())
}

impl Folder {
    fn read(folder: &Path) -> Self {
        let is_untold = untold(folder).is_some();
        let rules = |name: &str| {
            let mut builder = GitignoreBuilder::new(folder);
            let file = folder.join(name);
            if !is_untold && file.is_file() {
                // A pattern that cannot be read leaves nothing out.
                let _ = builder.add(file);
            }
            builder.build().unwrap_or_else(|_| Gitignore::empty())
        };
        Self {
            own: rules(IGNORE_FILE),
            plain: rules(".ignore"),
            git: rules(".gitignore"),
            exclude: rules(".git/info/exclude"),
            is_root: folder.join(".git").exists(),
        }
    }
}
