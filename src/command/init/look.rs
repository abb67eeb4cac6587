//! What `init` has to know of a folder: its documents with their kinds, its configuration, its repository.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::super::setup::Setup;
use super::super::work::with_kind;
use crate::config::Policy;
use crate::input::git::Repository;
use crate::input::{self, Input, Selection};
use crate::lint;
use crate::rule::Mistake;
use crate::survey::{self, Seen, Survey, Zone};

pub struct Look {
    /// The folder, as the system calls it.
    pub root: PathBuf,
    /// The repository around it.
    pub repository: Option<Repository>,
    /// Documents that a run over the folder would read.
    pub documents: usize,
    /// The configuration that applies already.
    pub config: Option<PathBuf>,
    pub survey: Survey,
    /// Templates that are read by themselves, from the folder.
    pub templates: Vec<String>,
    pub zones: Vec<Zone>,
}

impl Look {
    /// The folder is the whole repository.
    pub fn is_whole(&self) -> bool {
        self.repository.as_ref().is_some_and(|it| it.root.canonicalize().is_ok_and(|root| root == self.root))
    }
}

pub fn look(setup: &mut Setup, root: &Path) -> Result<Look, Vec<Mistake>> {
    let repository = Repository::around(root).ok();
    let config = setup.for_file(&root.join("README.md"))?.file.clone();
    let documents = documents(setup, root)?;
    let home = config.as_deref().and_then(Path::parent).map_or_else(|| root.to_owned(), absolute);
    let templates: BTreeSet<String> =
        documents.iter().flat_map(|(_, policy)| &policy.templates).map(|it| below(root, Path::new(&it.path))).collect();
    let own: Vec<&(Input, Policy)> = documents
        .iter()
        .filter(|(input, _)| setup.for_file(&input.path).is_ok_and(|scoped| scoped.file == config))
        .collect();
    let catalog = &setup.catalog;
    let seen: Vec<Seen> = own
        .into_par_iter()
        .filter_map(|(input, policy)| {
            let source = with_kind(input::read(input).ok()?, policy);
            let recognised = lint::check(&source, catalog, policy).recognised;
            Some(Seen::new(&below(&home, &input.path), &recognised, &source.text))
        })
        .collect();
    let log = repository.as_ref().and_then(|it| it.text(survey::LOG).ok()).unwrap_or_default();
    Ok(Look {
        root: root.to_owned(),
        repository,
        documents: documents.len(),
        config,
        survey: survey::survey(&seen, catalog),
        templates: templates.into_iter().collect(),
        zones: survey::zones(&log),
    })
}

/// The documents below the folder, called as a run in it would call them.
fn documents(setup: &mut Setup, root: &Path) -> Result<Vec<(Input, Policy)>, Vec<Mistake>> {
    let selection = Selection { paths: vec![root.to_owned()], ..Selection::default() };
    let is_excluded = |name: &str| setup.for_file(Path::new(name)).is_ok_and(|it| it.excludes(Path::new(name)));
    let (inputs, _) = input::collect(&selection, is_excluded);
    let with_policy = |input: Input| {
        let policy = setup.policy(Some(&input.path))?;
        Ok((Input { name: below(root, &input.path), ..input }, policy))
    };
    inputs.into_iter().map(with_policy).collect()
}

fn absolute(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// The name of a path from a folder.
fn below(folder: &Path, path: &Path) -> String {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    input::name_of(absolute.strip_prefix(folder).unwrap_or(&absolute))
}
