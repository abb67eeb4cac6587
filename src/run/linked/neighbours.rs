//! Texts that nobody asked for, and without which those that somebody asked for are not understood: where they lead, and
//! what names the things that they declare.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use aho_corasick::AhoCorasick;
use rayon::prelude::*;

use crate::config::Policy;
use crate::input::{self, Selection};
use crate::link::{self, Linked};
use crate::lint::{self, Beside};
use crate::rule::{Catalog, Check, Mistake, Rule};
use crate::run::around::Trees;
use crate::run::setup::{Naming, Setup};
use crate::run::work::with_kind;
use crate::settle::Checked;
use crate::summary::Summary;
use crate::text::Source;
use crate::words::address::local;

/// A text that stands around those that were asked for.
pub struct Neighbour {
    pub source: Source,
    pub policy: Policy,
    /// It is no document: code, configuration.
    pub is_plain: bool,
    /// It is asked for as well.
    pub is_asked: bool,
    /// It leads to what a change took away: what it says of the files around it is told as well.
    pub is_led: bool,
}

impl Neighbour {
    /// What is kept of it.
    pub fn summary(&self, catalog: &Catalog, trees: &Trees) -> Box<Summary> {
        let source = with_kind(self.source.clone(), &self.policy);
        Box::new(match self.is_plain {
            true => plain(&self.source, trees).unwrap_or_default(),
            false => trees.summarise(&source, catalog, &self.policy),
        })
    }

    /// Of a text that only stands around, nothing is told but what it says beside others.
    fn only_beside(&self, mut checked: Checked, catalog: &Catalog) -> Checked {
        let counts = |rule: &Rule| link::is_of_corpus(rule) || self.is_led && matches!(rule.check, Check::Tree(_));
        checked.findings.retain(|it| catalog.rule(&it.rule).is_some_and(counts));
        checked.exceptions.clear();
        (checked.hidden, checked.allowed, checked.answered) = (0, 0, 0);
        checked
    }

    /// What is found in it beside all others, and nothing else.
    pub fn judge(&self, linked: &Linked, catalog: &Catalog, trees: &Trees) -> Checked {
        if self.is_plain {
            return lint::check_plain(&self.source, linked, catalog, &self.policy);
        }
        let beside = Beside { linked: Some(linked), ..Beside::default() };
        let source = with_kind(self.source.clone(), &self.policy);
        self.only_beside(trees.judge_beside(&source, beside, catalog, &self.policy, &()), catalog)
    }
}

/// What is kept of a text that is no document.
fn plain(source: &Source, trees: &Trees) -> Option<Summary> {
    let path = trees.path_of(Path::new(&source.name)).unwrap_or_else(|| source.name.to_string());
    Summary::of_plain(&source.name, &path, &source.text)
}

/// The texts below some folders that are no documents and take over facts; they are called as the folders are. And what is
/// wrong with the configuration around any.
pub fn marked(setup: &mut Setup, folders: Vec<PathBuf>, is_asked: bool) -> (Vec<Neighbour>, Vec<Mistake>) {
    let selection = Selection { paths: folders, ..Selection::default() };
    let mut wrong = Vec::new();
    let (sources, _) = input::marked(&selection, |name| setup.leaves_out(Path::new(name), &mut wrong));
    let made = sources.into_iter().filter_map(|source| {
        let policy = setup.policy(Some(Path::new(&source.name))).ok()?;
        Some(Neighbour { source, policy, is_plain: true, is_asked, is_led: false })
    });
    (made.collect(), wrong)
}

/// All such texts of the repository at `root`, so called: they stand around those that were asked for.
pub fn marked_around(setup: &mut Setup, root: &Path, naming: Naming) -> Vec<Neighbour> {
    // What is wrong with a configuration is told to those who ask for the texts under it.
    let (mut found, _) = marked(setup, vec![root.to_owned()], false);
    found.iter_mut().for_each(|it| it.source.name = naming.of(Path::new(&it.source.name)).into());
    found
}

/// The neighbours of some texts of the repository at `root`, so called. `is_led` says which others lead to what is there no more.
pub fn neighbours(
    setup: &mut Setup,
    trees: &Trees,
    root: &Path,
    asked: &[&Summary],
    naming: Naming,
    is_led: impl Fn(&str, &str) -> bool + Sync,
) -> Vec<Neighbour> {
    let Some(tree) = trees.tree(root) else { return Vec::new() };
    let own: HashSet<&str> = asked.iter().map(|it| it.path.as_str()).collect();
    let targets: HashSet<&str> = asked.iter().flat_map(|it| &it.links).map(|it| &*it.path).collect();
    let needles = AhoCorasick::new(needles(asked)).ok();
    let files = if trees.are_on_disk() { met(root) } else { tree.files().to_vec() };
    let mut paths = Vec::new();
    for path in files.iter().filter(|path| input::is_markdown(Path::new(path)) && !own.contains(path.as_str())) {
        let place = root.join(path);
        // What is wrong with a configuration is told to those who ask for the texts under it.
        if setup.for_file(&place).is_ok_and(|it| !it.excludes(&place)) {
            paths.push(path.as_str());
        }
    }
    let is_near = |path: &str, text: &str| {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        targets.contains(path)
            // A link to a folder leads to its page.
            || local::is_folder_page(path) && targets.contains(folder)
            || needles.as_ref().is_some_and(|it| it.is_match(text))
    };
    let read = |path| {
        let text = tree.text(path)?;
        let is_led = is_led(path, &text);
        (is_led || is_near(path, &text)).then_some((path, text, is_led))
    };
    let near: Vec<(&str, String, bool)> = paths.into_par_iter().filter_map(read).collect();
    let made = near.into_iter().filter_map(|(path, text, is_led)| {
        let place = root.join(path);
        let policy = setup.policy(Some(&place)).ok()?;
        let source = Source::file(naming.of(&place), text).placed(path);
        Some(Neighbour { source, policy, is_plain: false, is_asked: false, is_led })
    });
    made.collect()
}

/// The Markdown that a walk of the repository meets, from its root: git may not know all of it yet.
fn met(root: &Path) -> Vec<String> {
    let selection = Selection { paths: vec![root.to_owned()], ..Selection::default() };
    let (found, _) = input::collect(&selection, |_| false);
    found.iter().filter_map(|it| Some(input::name_of(it.path().strip_prefix(root).ok()?))).collect()
}

/// The words by which others name what these texts declare, take over or decide.
fn needles(asked: &[&Summary]) -> Vec<String> {
    let ids = asked.iter().flat_map(|it| {
        let exports = it.exports.iter().map(|it| it.id.clone());
        exports.chain(it.imports.iter().map(|it| it.id.clone()))
    });
    let records = asked.iter().filter(|it| it.decision.is_some());
    let names = records.map(|it| local::name(&it.path).to_owned());
    ids.chain(names).filter(|it| !it.is_empty()).collect()
}
