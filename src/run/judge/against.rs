//! The texts of a run, held against each other: what is found among them is added to what was found in each.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::iter;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Policy;
use crate::input::{self, Input, Trouble};
use crate::link::Linked;
use crate::lint::Beside;
use crate::rule::{Catalog, Mistake};
use crate::run::around::Trees;
use crate::run::linked::{Linker, Member, Neighbour, has_facts, marked, marked_around, neighbours, unread_owners};
use crate::run::parallel;
use crate::run::setup::{Naming, Setup};
use crate::run::work::{Work, with_kind};
use crate::settle::{Checked, Keep, Notice};
use crate::summary::Summary;

/// A text around those that were asked for, and the root of its repository.
type Around = (Option<Arc<Path>>, Neighbour);

/// A text that was read, or why it could not be.
pub type Judged = Result<Checked, Trouble>;

/// Adds to the texts what is found among them, and what is found in texts around them that concerns them. `judged` has
/// the order of the inputs. Told is what could not be read on the way, where a whole repository was asked for.
pub fn hold(work: &Work, judged: &mut Vec<Judged>, setup: &mut Setup, trees: &Trees, keep: Keep) -> Vec<Notice> {
    let mut members: Vec<Member> = Vec::with_capacity(judged.len());
    for (number, it) in judged.iter_mut().enumerate() {
        if let Some(summary) = it.as_mut().ok().and_then(|it| it.summary.take()) {
            let (input, policy) = &work.inputs[number];
            let summary = of_plain(input, trees).unwrap_or(summary);
            members.push(Member { number, summary, root: trees.root_of(input.path()), policy, is_asked: true });
        }
    }
    // No rule that is on looks at many texts.
    if members.is_empty() {
        return Vec::new();
    }
    let is_whole = |root: Option<&Path>| match root {
        Some(root) => work.folders.iter().any(|folder| root.starts_with(folder)),
        None => !work.folders.is_empty(),
    };
    let roots: BTreeSet<Arc<Path>> = members.iter().filter_map(|it| it.root.clone()).collect();
    let naming = Naming::like(members.iter().map(|it| it.summary.name()));
    let mut around = around(&members, setup, trees, naming, &is_whole);
    let declaring = with_facts(work, &members);
    let mut wrong = Vec::new();
    // Nearly nobody declares any, and to look through nothing begins threads for it.
    if !declaring.is_empty() {
        let found;
        (found, wrong) = marked(setup, declaring, true);
        around.extend(found.into_iter().map(|it| (root_of(&it, trees), it)));
    }
    leave_out_members(&mut around, &members);
    let texts: HashMap<&str, &str> =
        around.iter().map(|(_, it)| (it.source.name.as_str(), it.source.text.as_str())).collect();
    // The inputs are in the order of their names.
    let asked_for = |name: &str| work.inputs.binary_search_by(|(it, _)| it.name.as_str().cmp(name)).ok();
    let text = |name: &str| match asked_for(name) {
        Some(number) => input::read(&work.inputs[number].0).ok().map(|it| it.text),
        None => texts.get(name).map(|it| (*it).to_owned()),
    };
    let catalog = &setup.catalog;
    let linker = Linker { catalog, is_whole: &is_whole, trees, text: &text };
    let first = judged.len();
    let others = parallel::each(&around, |at, it| member(first + at, it, catalog, trees));
    if others.iter().chain(&members).any(|it| it.summary.has_aliases()) {
        members.par_iter_mut().for_each(|it| fill_up(&mut it.summary, &work.inputs[it.number], catalog, trees));
    }
    members.extend(others);
    let mut linked = linker.link(members);
    let spoken = linked.split_off(&first);
    let linked: Vec<(usize, Linked)> = linked.into_iter().collect();
    let again = parallel::each(&linked, |_, (number, linked)| {
        (*number, again(&work.inputs[*number], linked, catalog, trees, keep))
    });
    let spoken = spoken.iter().map(|(number, linked)| around[number - first].1.judge(linked, catalog, trees));
    again.into_iter().for_each(|(number, it)| judged[number] = it);
    judged.extend(spoken.filter(|it| !it.findings.is_empty()).map(Ok));
    let unread = roots.iter().filter(|root| is_whole(Some(root))).flat_map(|root| unread_owners(trees, root, naming));
    unread.chain(wrong.into_iter().map(misconfigured)).collect()
}

/// What was named takes part once.
fn leave_out_members(around: &mut Vec<Around>, members: &[Member]) {
    if !around.is_empty() {
        let own: HashSet<&str> = members.iter().map(|it| it.summary.name()).collect();
        around.retain(|(_, it)| !own.contains(it.source.name.as_str()));
    }
}

/// What a configuration beside code says wrong: what takes part there by its markers is not known, so nothing here is certain.
fn misconfigured(it: Mistake) -> Notice {
    Notice { path: it.path, message: it.message, help: it.help, fatal: true }
}

/// What is kept of a file that somebody named and that is no Markdown: it takes part by its markers, as it does where
/// nobody names it. Without one it is a document like any other.
fn of_plain(input: &Input, trees: &Trees) -> Option<Box<Summary>> {
    let source = Some(input).filter(|it| !input::is_markdown(it.path())).and_then(|it| trees.read(it).ok())?;
    let path = trees.path_of(input.path()).unwrap_or_else(|| source.name.to_string());
    Summary::of_plain(&source.name, &path, &source.text).map(Box::new)
}

/// What stands around the texts of each repository of which some were asked for, and not all.
fn around(
    members: &[Member],
    setup: &mut Setup,
    trees: &Trees,
    naming: Naming,
    is_whole: &dyn Fn(Option<&Path>) -> bool,
) -> Vec<Around> {
    let mut parts: BTreeMap<&Path, Vec<&Summary>> = BTreeMap::new();
    for it in members {
        if let Some(root) = it.root.as_deref().filter(|root| !is_whole(Some(root))) {
            parts.entry(root).or_default().push(&it.summary);
        }
    }
    let found = parts.into_iter().flat_map(|(root, asked)| {
        let mut found = neighbours(setup, trees, root, &asked, naming, |_, _| false);
        if has_facts(asked.iter().copied()) {
            found.extend(marked_around(setup, root, naming));
        }
        found.into_iter().map(move |it| (Some(Arc::from(root)), it))
    });
    found.collect()
}

/// The folders that were asked for, as far as they belong to repositories whose texts declare facts or take them over: what
/// stands in code elsewhere speaks of none of these, and to look through it takes longer than to judge all texts.
fn with_facts(work: &Work, members: &[Member]) -> Vec<PathBuf> {
    let theirs = members.iter().filter(|it| has_facts(iter::once(it.summary.as_ref())));
    let roots: BTreeSet<Option<&Path>> = theirs.map(|it| it.root.as_deref()).collect();
    let places = work.given.iter().zip(&work.folders).flat_map(|(given, folder)| {
        let is_within = roots.iter().any(|root| root.is_none_or(|root| folder.starts_with(root)));
        let below = roots.iter().flatten().filter_map(|root| root.strip_prefix(folder).ok());
        if is_within { vec![given.clone()] } else { below.map(|rest| given.join(rest)).collect() }
    });
    places.collect()
}

fn root_of(it: &Neighbour, trees: &Trees) -> Option<Arc<Path>> {
    trees.root_of(Path::new(&it.source.name))
}

fn member<'n>(number: usize, (root, it): &'n Around, catalog: &Catalog, trees: &Trees) -> Member<'n> {
    let summary = it.summary(catalog, trees);
    Member { number, summary, root: root.clone(), policy: &it.policy, is_asked: it.is_asked }
}

/// Adds what was left out of a summary.
fn fill_up(summary: &mut Summary, (input, policy): &(Input, Arc<Policy>), catalog: &Catalog, trees: &Trees) {
    if let Ok(source) = trees.read(input) {
        let whole = trees.summarise(&with_kind(source, policy), catalog, policy);
        if let Some(rare) = whole.rare.filter(|it| !it.quantities.is_empty()) {
            summary.quantities = rare.quantities;
        }
    }
}

fn again(
    (input, policy): &(Input, Arc<Policy>),
    linked: &Linked,
    catalog: &Catalog,
    trees: &Trees,
    keep: Keep,
) -> Judged {
    let source = with_kind(trees.read(input)?, policy);
    let beside = Beside { linked: Some(linked), ..Beside::default() };
    let mut checked = trees.judge_beside(&source, beside, catalog, policy, &());
    checked.keep(keep);
    Ok(checked)
}
