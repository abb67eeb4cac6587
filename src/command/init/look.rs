//! What `init` has to know of a folder: its documents with their kinds, its configuration, its repository.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::config::Policy;
use crate::document;
use crate::input::git::Repository;
use crate::input::{self, Input, Selection};
use crate::lint;
use crate::rule::Mistake;
use crate::run::around::Trees;
use crate::run::setup::Setup;
use crate::run::work::with_kind;
use crate::survey::{self, Seen, Survey, Zone};

pub struct Look {
    /// The folder, in which we are.
    pub root: PathBuf,
    /// The repository around it.
    pub repository: Option<Repository>,
    /// Documents that a run over the folder would read.
    pub documents: usize,
    /// The configuration that applies already.
    pub config: Option<PathBuf>,
    /// The folder of the configuration, there or to come.
    pub home: PathBuf,
    pub survey: Survey,
    /// Templates that are read by themselves, from the folder.
    pub templates: Vec<String>,
    pub zones: Vec<Zone>,
}

impl Look {
    /// The folder is the whole repository.
    pub fn is_whole(&self) -> bool {
        self.repository.as_ref().is_some_and(|it| input::real(&it.root) == input::real(&self.root))
    }
}

pub fn look(setup: &mut Setup, root: &Path, repository: Option<Repository>) -> Result<Look, Vec<Mistake>> {
    let scoped = setup.for_file(&root.join("README.md"))?;
    let config = scoped.file.clone();
    let home = scoped.folder().unwrap_or_else(|| root.to_owned());
    let documents = documents(setup, root, config.as_deref())?;
    let (catalog, trees) = (&setup.catalog, Trees::default());
    let seen: Vec<Seen> = documents
        .par_iter()
        .filter(|it| it.is_own)
        .filter_map(|it| {
            let source = with_kind(trees.read(&it.input).ok()?, &it.policy);
            let recognised = lint::recognise(&document::Document::new(&source), catalog, &it.policy);
            Some(Seen::new(&below(&home, it.input.path()), &recognised, &source.text))
        })
        .collect();
    let survey = survey::survey(&seen, catalog);
    let templates = documents.iter().flat_map(|it| &it.policy.templates).map(|it| below(root, Path::new(&it.path)));
    let log = repository.as_ref().and_then(|it| it.text(survey::LOG).ok()).unwrap_or_default();
    Ok(Look {
        root: root.to_owned(),
        documents: documents.len(),
        templates: templates.collect::<BTreeSet<_>>().into_iter().collect(),
        zones: survey::zones(&log),
        repository,
        config,
        home,
        survey,
    })
}

struct Document {
    input: Input,
    policy: Policy,
    /// The configuration of the folder is its own.
    is_own: bool,
}

/// The documents below the folder, called as a run in it would call them.
fn documents(setup: &mut Setup, root: &Path, config: Option<&Path>) -> Result<Vec<Document>, Vec<Mistake>> {
    let selection = Selection { paths: vec![root.to_owned()], ..Selection::default() };
    let is_excluded = |name: &str| setup.for_file(Path::new(name)).is_ok_and(|it| it.excludes(Path::new(name)));
    let (inputs, _) = input::collect(&selection, is_excluded);
    let document = |input: Input| {
        let policy = setup.policy(Some(input.path()))?;
        let is_own = setup.for_file(input.path())?.file.as_deref() == config;
        Ok(Document { input: Input::new(below(root, input.path()), input.path(), input.named), policy, is_own })
    };
    inputs.into_iter().map(document).collect()
}

/// The name of a path from a folder.
fn below(folder: &Path, path: &Path) -> String {
    let absolute = input::absolute(path);
    input::name_of(absolute.strip_prefix(folder).unwrap_or(&absolute))
}
