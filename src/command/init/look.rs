//! What `init` has to know of a folder: its documents with their kinds, its configuration, its repository.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::super::setup::Setup;
use super::super::work::with_kind;
use crate::config::{FailOn, Policy};
use crate::input::git::Repository;
use crate::input::{self, Input, Selection};
use crate::lint;
use crate::rule::{Catalog, Mistake};
use crate::settle::Checked;
use crate::settle::gate::{self, Surface};
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
    pub debt: Debt,
}

impl Look {
    /// The folder is the whole repository.
    pub fn is_whole(&self) -> bool {
        self.repository.as_ref().is_some_and(|it| input::real(&it.root) == input::real(&self.root))
    }
}

/// What is found today, under the configuration that is offered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Debt {
    pub findings: usize,
    /// So many of them fail a run.
    pub failing: usize,
}

pub fn look(setup: &mut Setup, root: &Path) -> Result<Look, Vec<Mistake>> {
    let repository = Repository::around(root).ok();
    let scoped = setup.for_file(&root.join("README.md"))?;
    let (config, fail_on) = (scoped.file.clone(), scoped.settings().fail_on);
    let home = scoped.folder().unwrap_or_else(|| root.to_owned());
    let documents = documents(setup, root, config.as_deref())?;
    let catalog = &setup.catalog;
    let judged: Vec<(Seen, Debt)> = documents
        .par_iter()
        .filter_map(|it| {
            let source = with_kind(input::read(&it.input).ok()?, &it.policy);
            let checked = lint::check(&source, catalog, &it.policy);
            let seen = Seen::new(&below(&home, it.input.path()), &checked.recognised, &source.text);
            Some((seen, Debt::of(&checked, fail_on)))
        })
        .collect();
    let own = documents.iter().filter(|it| it.is_own).map(|it| below(&home, it.input.path())).collect::<HashSet<_>>();
    let seen: Vec<Seen> = judged.iter().map(|(seen, _)| seen.clone()).filter(|it| own.contains(&it.path)).collect();
    let survey = survey::survey(&seen, catalog);
    let offered =
        Offered { survey: &survey, own, judged: judged.into_iter().map(|(it, debt)| (it.path, debt)).collect() };
    let debt = documents.par_iter().map(|it| offered.debt(it, &below(&home, it.input.path()), catalog, fail_on));
    let debt = debt.reduce(Debt::default, Debt::and);
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
        debt,
    })
}

impl Debt {
    fn of(checked: &Checked, fail_on: Option<FailOn>) -> Self {
        let failing = checked.findings.iter().filter(|it| gate::fails(Surface::Tree, fail_on, it)).count();
        Self { findings: checked.findings.len(), failing }
    }

    fn and(self, other: Self) -> Self {
        Self { findings: self.findings + other.findings, failing: self.failing + other.failing }
    }
}

/// The documents as the configuration that is offered would have them judged.
struct Offered<'s> {
    survey: &'s Survey,
    /// The paths that it is about.
    own: HashSet<String>,
    /// What was found without it.
    judged: HashMap<String, Debt>,
}

impl Offered<'_> {
    fn debt(&self, it: &Document, path: &str, catalog: &Catalog, fail_on: Option<FailOn>) -> Debt {
        let is_own = self.own.contains(path);
        if is_own && self.survey.exclude.iter().any(|it| it.holds(path)) {
            return Debt::default();
        }
        let line = self.survey.kinds.iter().filter(|_| is_own).find(|line| line.holds(path));
        let (Some(line), Ok(mut source)) = (line, input::read(&it.input)) else {
            return self.judged.get(path).copied().unwrap_or_default();
        };
        source.kind = Some(line.kind.clone());
        Debt::of(&lint::check(&source, catalog, &it.policy), fail_on)
    }
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
