//! The configuration of one folder. Where it was found, it does not know.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::layers::Layers;
use crate::config::{Policies, Policy, Quiet, Settings, Told, Views};
use crate::input;

/// Settings, the folder that they speak of, and the file that they come from.
#[derive(Debug, Clone)]
pub struct Scoped {
    /// Of a thousand folders nearly all have it in common.
    said: Arc<Said>,
    root: PathBuf,
    pub file: Option<PathBuf>,
}

/// What a configuration says, whomever it is for.
#[derive(Debug)]
struct Said {
    layers: Layers,
    policies: Policies,
}

impl Scoped {
    pub fn new(layers: Layers, root: PathBuf, file: Option<PathBuf>) -> Self {
        let policies = Policies::new(&layers.settings);
        Self { said: Arc::new(Said { layers, policies }), root, file }
    }

    pub fn settings(&self) -> &Settings {
        &self.said.layers.settings
    }

    /// Every setting in force, and the file that says so.
    pub fn told(&self) -> Vec<Told> {
        self.said.layers.told()
    }

    /// The files that the configuration builds on, the strongest first.
    pub fn extended(&self) -> Vec<String> {
        self.said.layers.extended().map(str::to_owned).collect()
    }

    /// What applies to one path.
    pub fn policy(&self, path: Option<&Path>) -> Policy {
        let views = path.map(|path| self.views(path));
        self.said.policies.of(views.as_ref())
    }

    /// The folder that the configuration speaks of, where there is one.
    pub fn folder(&self) -> Option<PathBuf> {
        self.file.as_ref().map(|_| self.root.clone())
    }

    pub fn excludes(&self, path: &Path) -> bool {
        self.said.policies.excludes(&self.views(path))
    }

    /// What each of its files keeps silent, the strongest file first.
    pub fn quiet(&self) -> &[(String, Vec<Quiet>)] {
        &self.said.layers.quiet
    }

    /// The path as its globs see it.
    pub fn views(&self, path: &Path) -> Views {
        let whole = super::place::whole(path);
        let from = |folder: &PathBuf| input::name_of(whole.strip_prefix(folder).unwrap_or(path));
        Views::new(from(&self.root), self.said.layers.folders.iter().map(from))
    }
}
