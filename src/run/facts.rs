//! What the texts of a run say of facts, and those around them in their repositories: a summary of each, one list a
//! repository.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

use crate::cli::ColorArg;
use crate::config::Policy;
use crate::corpus::ledger::{self, Fact};
use crate::corpus::{Corpus, Setting};
use crate::input::{self, Input, Selection, Trouble};
use crate::lint;
use crate::rule::Catalog;
use crate::run::Exit;
use crate::run::around::Trees;
use crate::run::console::print_mistakes;
use crate::run::linked::{has_facts, marked_around, neighbours};
use crate::run::setup::{Naming, Setup};
use crate::run::work::{Work, notice, with_kind};
use crate::settle::Notice;
use crate::summary::{Rare, Summary};
use crate::survey::recurring::{self, Read};
use crate::text::Source;
use crate::words::readers::Readers;

/// What is kept of each text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Facts,
    /// Also the quantities of its sentences, whatever they are of.
    Quantities,
}

/// What was read of a run.
#[derive(Default)]
pub struct Gathered {
    pub repositories: Vec<Repository>,
    pub notices: Vec<Notice>,
}

/// The texts of one repository, by their paths.
#[derive(Default)]
pub struct Repository {
    /// None for texts outside of any.
    pub root: Option<PathBuf>,
    pub inputs: Vec<Input>,
    pub summaries: Vec<Summary>,
    /// As many, where they are wanted.
    pub reads: Vec<Read>,
    /// Not all texts of the repository were asked for.
    is_part: bool,
    /// What others of the repository say of the same facts. Nobody asked for them: they are neither listed nor changed.
    around: Vec<Summary>,
    readers: Arc<Readers>,
    /// The moment of reading, where somebody said it.
    now: Option<Timestamp>,
}

/// One text that was read.
struct Text {
    root: Option<PathBuf>,
    input: Input,
    summary: Summary,
    read: Read,
}

impl Repository {
    /// What was asked for and what stands around it, by their paths: of two declarations the same one counts, whatever is
    /// named.
    fn corpus(&self) -> Corpus<'_> {
        let mut all: Vec<&Summary> = self.summaries.iter().chain(&self.around).collect();
        all.sort_by(|one, other| one.path.cmp(&other.path));
        Corpus::new(all, Setting { readers: Arc::clone(&self.readers), now: self.now, ..Setting::default() })
    }

    /// The facts of which a text speaks that was asked for, with all others who speak of them.
    fn facts(&self) -> Vec<Fact> {
        let mut facts = ledger::ledger(&self.corpus());
        if !self.around.is_empty() {
            let own = self.paths();
            facts.retain(|it| it.paths().any(|path| own.contains(path)));
        }
        facts
    }

    /// Those that such a text declares.
    fn declared(&self) -> Vec<Fact> {
        let (mut facts, own) = (self.facts(), self.paths());
        facts.iter_mut().for_each(|it| it.declared.retain(|it| own.contains(it.at.path.as_str())));
        facts
    }

    /// Where the texts lie that were asked for.
    fn paths(&self) -> HashSet<&str> {
        self.summaries.iter().map(|it| it.path.as_str()).collect()
    }

    /// Reads what stands around the texts, as `check` does: a part of a repository declares little of what it relies on.
    fn look_around(&mut self, setup: &mut Setup, trees: &Trees, catalog: &Catalog) {
        let Some(root) = self.root.clone().filter(|_| has_facts(self.summaries.iter())) else { return };
        let asked: Vec<&Summary> = self.summaries.iter().collect();
        let naming = Naming::like(asked.iter().map(|it| it.name()));
        let mut found = neighbours(setup, trees, &root, &asked, naming, |_, _| false);
        found.extend(marked_around(setup, &root, naming));
        let own = self.paths();
        let around = found.par_iter().map(|it| *it.summary(catalog, trees));
        let around = around.filter(|it| !own.contains(it.path.as_str()) && has_facts(std::iter::once(it))).collect();
        self.around = around;
    }

    /// The ids of facts that texts declare or rely on which nobody asked for, of those texts that hold one of these words.
    pub fn ids_beside(&self, setup: &mut Setup, words: &[String]) -> BTreeSet<String> {
        let Some(root) = self.root.as_deref().filter(|_| self.is_part && !words.is_empty()) else {
            return BTreeSet::new();
        };
        let (trees, catalog) = (Trees::default(), Arc::clone(&setup.catalog));
        let says = |_: &str, text: &str| words.iter().any(|it| text.contains(it.as_str()));
        let mut found = neighbours(setup, &trees, root, &[], Naming::Whole, says);
        found.extend(marked_around(setup, root, Naming::Whole));
        let ids = found.par_iter().flat_map_iter(|it| {
            let Rare { exports, imports, .. } = it.summary(&catalog, &trees).rare.map(|it| *it).unwrap_or_default();
            exports.into_iter().map(|it| it.id).chain(imports.into_iter().map(|it| it.id))
        });
        ids.collect()
    }
}

impl Gathered {
    /// All facts, one repository after the other.
    pub fn facts(&self) -> Vec<Fact> {
        self.repositories.iter().flat_map(Repository::facts).collect()
    }

    /// With the declarations alone of the texts that were asked for.
    pub fn declared(&self) -> Vec<Fact> {
        self.repositories.iter().flat_map(Repository::declared).collect()
    }
}

/// Reads the texts of a run, Markdown and whatever else holds a marker.
pub fn all(
    setup: &mut Setup,
    work: Work,
    selection: &Selection,
    wanted: Wanted,
    color: ColorArg,
) -> Result<Gathered, Exit> {
    let mut gathered = Gathered::default();
    // A run over programs alone may find its facts without any Markdown.
    let troubles = work.troubles.into_iter().filter(|it| !(it.is_bare && wanted == Wanted::Facts));
    gathered.notices.extend(troubles.map(|it| notice(it, false)));
    let readers = work.inputs.first().map(|(_, policy)| Arc::clone(&policy.readers)).unwrap_or_default();
    let folders = work.folders;
    // What is no Markdown takes part by its markers alone.
    let documents: Vec<_> = work.inputs.into_iter().filter(|(input, _)| input::is_markdown(input.path())).collect();
    let catalog = &Arc::clone(&setup.catalog);
    let read = |(input, policy): &(Input, Arc<Policy>)| {
        input::read(input).map(|source| document(input, with_kind(source, policy), policy, catalog, wanted))
    };
    let mut texts = Vec::new();
    for it in documents.par_iter().map(read).collect::<Vec<Result<Text, Trouble>>>() {
        match it {
            Ok(text) => texts.push(text),
            Err(trouble) => gathered.notices.push(notice(trouble, false)),
        }
    }
    let mut mistakes = Vec::new();
    let (marked, troubles) = input::marked(selection, |name| setup.leaves_out(Path::new(name), &mut mistakes));
    if !mistakes.is_empty() {
        return Err(print_mistakes(&mistakes, color));
    }
    gathered.notices.extend(texts.iter().flat_map(|it| unread(&it.summary)));
    texts.extend(marked.iter().filter_map(plain));
    gathered.notices.extend(troubles.into_iter().map(|it| notice(it, false)));
    gathered.repositories = repositories(texts, &readers, setup.now());
    let trees = Trees::default();
    let is_whole = |root: &Path| folders.iter().any(|folder| root.starts_with(folder));
    for it in gathered.repositories.iter_mut().filter(|it| !it.root.as_deref().is_some_and(is_whole)) {
        it.is_part = true;
        it.look_around(setup, &trees, catalog);
    }
    Ok(gathered)
}

/// What a document declares or assumes beyond what is read of it.
pub fn unread(summary: &Summary) -> impl Iterator<Item = Notice> {
    summary.problems.iter().map(|it| Notice {
        path: summary.name().to_owned(),
        message: format!("line {}: {}", it.spot.line, it.text),
        help: "part it into several texts".to_owned(),
        fatal: false,
    })
}

fn document(input: &Input, source: Source, policy: &Policy, catalog: &Catalog, wanted: Wanted) -> Text {
    let (root, path) = seat(input.path());
    let source = source.placed(path.as_str());
    let summary = lint::summarise(&source, None, catalog, policy);
    let mut read = Read::default();
    if wanted == Wanted::Quantities && is_mined(&summary) {
        read = recurring::read(&lint::document(&source, policy));
        read.is_template = summary.may_be_form();
    }
    Text { root, input: input.clone(), summary, read }
}

/// Whether the quantities of a text may be facts: not those of what once was, or of what somebody has to fill in.
fn is_mined(summary: &Summary) -> bool {
    summary.is_english && !summary.is_story && summary.kind.as_deref() != Some("licence")
}

/// A text that is no Markdown: its markers alone count.
fn plain(source: &Source) -> Option<Text> {
    let path = PathBuf::from(&source.name);
    let (root, below) = seat(&path);
    let input = Input::new(source.name.clone(), path, false);
    let summary = Summary::of_plain(&source.name, &below, &source.text)?;
    Some(Text { root, input, summary, read: Read::default() })
}

/// The root of the repository around a file, and where the file lies in it.
pub fn seat(file: &Path) -> (Option<PathBuf>, String) {
    match input::seat(file) {
        Some((root, below)) => (Some(root), below),
        None => (None, input::name_of(file)),
    }
}

fn repositories(texts: Vec<Text>, readers: &Arc<Readers>, now: Option<Timestamp>) -> Vec<Repository> {
    let mut roots: BTreeMap<Option<PathBuf>, Vec<Text>> = BTreeMap::new();
    texts.into_iter().for_each(|it| roots.entry(it.root.clone()).or_default().push(it));
    let mut all = Vec::new();
    for (root, mut texts) in roots {
        texts.sort_by(|one, other| one.summary.path.cmp(&other.summary.path));
        let mut repository = Repository { root, readers: Arc::clone(readers), now, ..Repository::default() };
        for it in texts {
            repository.inputs.push(it.input);
            repository.summaries.push(it.summary);
            repository.reads.push(it.read);
        }
        all.push(repository);
    }
    all
}
