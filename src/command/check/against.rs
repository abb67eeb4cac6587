//! The texts of a run, held against each other: what is found among them is added to what was found in each.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::command::around::Trees;
use crate::command::linked::{Linker, Member, Neighbour, has_facts, marked, neighbours, unread_owners};
use crate::command::setup::Setup;
use crate::command::work::{Work, with_kind};
use crate::config::Policy;
use crate::input::{self, Trouble};
use crate::link::Linked;
use crate::lint::Beside;
use crate::rule::Catalog;
use crate::settle::{Checked, Keep, Notice};
use crate::summary::Summary;

/// What is kept of a text that was asked for: its number among the inputs, and the root of its repository.
type Asked = (usize, Option<Arc<Path>>, Box<Summary>);

/// A text around those that were asked for, and the root of its repository.
type Around = (Option<Arc<Path>>, Neighbour);

/// A text that was read, or why it could not be.
pub type Judged = Result<Checked, Trouble>;

/// Adds to the texts what is found among them, and what is found in texts around them that concerns them. `judged` has
/// the order of the inputs. Told is what could not be read on the way, where a whole repository was asked for.
pub fn hold(work: &Work, judged: &mut Vec<Judged>, setup: &mut Setup, trees: &Trees, keep: Keep) -> Vec<Notice> {
    let mut kept: Vec<Asked> = Vec::with_capacity(judged.len());
    for (number, it) in judged.iter_mut().enumerate() {
        if let Some(summary) = it.as_mut().ok().and_then(|it| it.summary.take()) {
            kept.push((number, trees.root_of(&work.inputs[number].0.path), summary));
        }
    }
    // No rule looks at many texts.
    if kept.is_empty() {
        return Vec::new();
    }
    let is_whole = |root: Option<&Path>| match root {
        Some(root) => work.folders.iter().any(|folder| root.starts_with(folder)),
        None => !work.folders.is_empty(),
    };
    let roots: BTreeSet<Arc<Path>> = kept.iter().filter_map(|(_, root, _)| root.clone()).collect();
    let mut around = around(&kept, setup, trees, &is_whole);
    if !work.folders.is_empty() && has_facts(kept.iter().map(|(.., summary)| summary.as_ref())) {
        around.extend(marked(setup, &work.folders, true).into_iter().map(|it| (root_of(&it, trees), it)));
    }
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
    let numbers: Vec<usize> = kept.iter().map(|(number, ..)| *number).collect();
    let others: Vec<Member> = around.par_iter().map(|it| member(it, catalog, trees)).collect();
    let has_aliases =
        others.iter().map(|it| &it.summary).chain(kept.iter().map(|(.., it)| it)).any(|it| it.has_aliases());
    if has_aliases {
        kept.par_iter_mut().for_each(|(number, _, summary)| fill_up(summary, &work.inputs[*number], catalog, trees));
    }
    let asked = kept.into_iter().map(|(number, root, summary)| {
        let policy = &work.inputs[number].1;
        Member { summary, root, policy, is_asked: true }
    });
    let linked = linker.link(asked.chain(others).collect());
    let (asked, others) = linked.split_at(numbers.len());
    let again: Vec<(usize, Judged)> = numbers
        .into_par_iter()
        .zip(asked)
        .filter_map(|(number, linked)| {
            Some((number, again(&work.inputs[number], linked.as_ref()?, catalog, trees, keep)))
        })
        .collect();
    again.into_iter().for_each(|(number, it)| judged[number] = it);
    let spoken = around.iter().zip(others).filter_map(|((_, it), linked)| Some((it, linked.as_ref()?)));
    let spoken = spoken.map(|(it, linked)| it.judge(linked, catalog, trees)).filter(|it| !it.findings.is_empty());
    judged.extend(spoken.map(Ok));
    roots.iter().filter(|root| is_whole(Some(root))).flat_map(|root| unread_owners(trees, root)).collect()
}

/// What stands around the texts of each repository of which some were asked for, and not all.
fn around(kept: &[Asked], setup: &mut Setup, trees: &Trees, is_whole: &dyn Fn(Option<&Path>) -> bool) -> Vec<Around> {
    let mut parts: BTreeMap<&Path, Vec<&Summary>> = BTreeMap::new();
    for (_, root, summary) in kept {
        if let Some(root) = root.as_deref().filter(|root| !is_whole(Some(root))) {
            parts.entry(root).or_default().push(summary);
        }
    }
    let found = parts.into_iter().flat_map(|(root, asked)| {
        let mut found = neighbours(setup, trees, root, &asked);
        if has_facts(asked.iter().copied()) {
            found.extend(marked(setup, &[root.to_owned()], false));
        }
        found.into_iter().map(move |it| (Some(Arc::from(root)), it))
    });
    found.collect()
}

fn root_of(it: &Neighbour, trees: &Trees) -> Option<Arc<Path>> {
    trees.root_of(Path::new(&it.source.name))
}

fn member<'n>((root, it): &'n Around, catalog: &Catalog, trees: &Trees) -> Member<'n> {
    let summary = it.summary(catalog, trees);
    Member { summary, root: root.clone(), policy: &it.policy, is_asked: it.is_asked }
}

/// Adds what was left out of a summary.
fn fill_up(summary: &mut Summary, (input, policy): &(input::Input, Arc<Policy>), catalog: &Catalog, trees: &Trees) {
    if let Ok(source) = input::read(input) {
        summary.quantities = trees.summarise(&with_kind(source, policy), catalog, policy).quantities;
    }
}

fn again(
    (input, policy): &(input::Input, Arc<Policy>),
    linked: &Linked,
    catalog: &Catalog,
    trees: &Trees,
    keep: Keep,
) -> Judged {
    let source = with_kind(input::read(input)?, policy);
    let beside = Beside { linked: Some(linked), ..Beside::default() };
    let mut checked = trees.judge_beside(&source, beside, catalog, policy, &());
    checked.keep(keep);
    Ok(checked)
}
