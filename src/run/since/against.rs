//! The texts of a change, held against each other and against those around them, as they were at the base and as they are
//! at the head. What a change says of a fact may be wrong in a text that it does not touch.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::chosen::Chosen;
use super::lost::Lost;
use super::texts::Texts;
use super::{Half, Judge, Sides, Stands};
use crate::config::Policy;
use crate::input::git::{Changed, Head};
use crate::input::{self, Input};
use crate::link::Linked;
use crate::rule::Catalog;
use crate::run::around::Trees;
use crate::run::linked::{Linker, Member, Neighbour, has_facts, is_wanted, marked_around, neighbours};
use crate::run::setup::{Naming, Setup};
use crate::run::timings::Timings;
use crate::run::work::with_kind;
use crate::summary::Summary;
use crate::text::Source;
use crate::tree::Tree;

/// What a change is held against: both sides of a repository, and where it lies.
pub struct Ground<'g> {
    pub sides: &'g Sides,
    pub timings: &'g Timings,
    pub root: &'g Path,
    /// The files that the change touches, from the root.
    pub changed: &'g [String],
    /// How files are called that nobody named.
    pub naming: Naming,
    /// What it takes away.
    pub lost: &'g Lost,
}

/// Adds to the texts what is found among them, and the texts around them of which the change says something.
pub fn hold(halves: &mut Vec<Half>, setup: &mut Setup, ground: &Ground) {
    let sides = ground.sides;
    let heads: Vec<Option<Box<Summary>>> = halves.iter_mut().map(summary_of_head).collect();
    let catalog = &setup.catalog;
    let bases: Vec<Option<Box<Summary>>> = halves.par_iter().map(|it| summary_of_base(it, catalog, sides)).collect();
    let around = around(setup, ground, heads.iter().chain(&bases).flatten().map(Box::as_ref).collect());
    let judge = Judge { catalog: &setup.catalog, timings: ground.timings, sides };
    let texts: HashMap<&str, &str> = halves
        .iter()
        .filter_map(|it| it.texts.head.as_ref())
        .chain(around.iter().map(|it| &it.now.source))
        .map(|it| (it.name.as_str(), it.text.as_str()))
        .collect();
    let text = |name: &str| texts.get(name).map(|it| (*it).to_owned());
    let linker = Linker { catalog: judge.catalog, is_whole: &|_| false, trees: &sides.after, text: &text };
    let policies = halves.iter().map(|it| &it.texts.chosen.policy).chain(around.iter().map(|it| &it.now.policy));
    let (mut at_head, mut at_base) = (nothing(halves, &around), nothing(halves, &around));
    if is_wanted(judge.catalog, policies) {
        let now = around.par_iter().map(|it| Some(it.now.summary(judge.catalog, &sides.after))).collect();
        at_head = link(&linker, heads, now, halves, &around, ground.root);
    }
    // What is not there now, nobody asks about.
    if at_head.0.iter().chain(&at_head.1).any(Option::is_some) {
        let then = around.par_iter().map(|it| it.summary_before(judge.catalog, &sides.after)).collect();
        at_base = link(&linker, bases, then, halves, &around, ground.root);
    }
    for ((half, now), before) in halves.iter_mut().zip(at_head.0).zip(at_base.0) {
        half.judge_linked(now, before, &judge);
    }
    for ((it, now), before) in around.into_iter().zip(at_head.1).zip(at_base.1) {
        let now = now.or_else(|| it.now.is_led.then(Linked::default));
        halves.extend(now.map(|now| it.half(&now, before, &judge)));
    }
}

/// As if nothing had been found.
fn nothing(halves: &[Half], around: &[Beside]) -> Sorted {
    (vec![None; halves.len()], vec![None; around.len()])
}

/// A text that is read because of the change, as it is now and as it was.
struct Beside {
    now: Neighbour,
    /// Its text at the base, where the change touches it: none where it was not there.
    before: Option<Option<String>>,
}

impl Beside {
    fn source_before(&self) -> Option<Source> {
        match &self.before {
            None => Some(self.now.source.clone()),
            Some(before) => Some(Source { text: before.clone()?, ..self.now.source.clone() }),
        }
    }

    fn summary_before(&self, catalog: &Catalog, trees: &Trees) -> Option<Box<Summary>> {
        let before = Neighbour { source: self.source_before()?, policy: self.now.policy.clone(), ..self.now };
        Some(before.summary(catalog, trees))
    }

    fn half(self, linked: &Linked, before: Option<Linked>, judge: &Judge) -> Half {
        let head = Some(self.now.judge(linked, judge.catalog, &judge.sides.after));
        let base = self.source_before();
        let stands = Some(Stands { is_plain: self.now.is_plain, is_led: self.now.is_led });
        let Neighbour { source, policy, .. } = self.now;
        let chosen = untouched(&source, policy);
        let texts = Texts { chosen, base, head: Some(source), troubles: Vec::new() };
        Half { head, before, stands, texts }
    }
}

/// What stands around the changed texts: documents that they lead to or that name what they declare, and texts that are
/// no documents and take over facts.
fn around(setup: &mut Setup, ground: &Ground, asked: Vec<&Summary>) -> Vec<Beside> {
    let (before, after) = (ground.sides.before.tree(ground.root), ground.sides.after.tree(ground.root));
    let text = |side: &Option<Arc<Tree>>, path: &str| side.as_ref()?.text(path);
    let mut touched: Vec<Beside> = Vec::new();
    for path in ground.changed.iter().filter(|it| !input::is_markdown(Path::new(it))) {
        let now = text(&after, path).filter(|it| input::is_marked(it.as_bytes()));
        let place = ground.root.join(path);
        let policy = setup.policy(Some(&place)).ok();
        if let (Some(now), Some(policy)) = (now, policy) {
            let source = Source::file(ground.naming.of(&place), now);
            let now = Neighbour { source, policy, is_plain: true, is_asked: true, is_led: false };
            touched.push(Beside { now, before: Some(text(&before, path)) });
        }
    }
    let plain: Vec<Box<Summary>> =
        touched.iter().map(|it| it.now.summary(&setup.catalog, &ground.sides.after)).collect();
    let asked: Vec<&Summary> = asked.into_iter().chain(plain.iter().map(Box::as_ref)).collect();
    let mut found = neighbours(setup, &ground.sides.after, ground.root, &asked, ground.naming, |path, text| {
        ground.lost.concerns(path, text)
    });
    if has_facts(asked.iter().copied()) {
        let known: HashSet<&str> = touched.iter().map(|it| it.now.source.name.as_str()).collect();
        let marked = marked_around(setup, ground.root, ground.naming).into_iter();
        found.extend(marked.filter(|it| !known.contains(it.source.name.as_str())));
    }
    touched.extend(found.into_iter().map(|now| Beside { now, before: None }));
    touched
}

/// What is found in the changed texts, and in those around them.
type Sorted = (Vec<Option<Linked>>, Vec<Option<Linked>>);

/// Links one side of a change. A text that is not there on this side has nothing found in it.
fn link(
    linker: &Linker,
    own: Vec<Option<Box<Summary>>>,
    others: Vec<Option<Box<Summary>>>,
    halves: &[Half],
    around: &[Beside],
    root: &Path,
) -> Sorted {
    let root: Arc<Path> = Arc::from(root);
    let policies = halves.iter().map(|it| (&it.texts.chosen.policy, true));
    let policies = policies.chain(around.iter().map(|it| (&it.now.policy, it.now.is_asked)));
    let count = own.len();
    let members = own.into_iter().chain(others).zip(policies).enumerate().filter_map(|(number, (summary, told))| {
        let (policy, is_asked) = told;
        Some(Member { number, summary: summary?, root: Some(Arc::clone(&root)), policy, is_asked })
    });
    let mut found = linker.link(members.collect());
    let mut sorted = (0..count + around.len()).map(|number| found.remove(&number));
    (sorted.by_ref().take(count).collect(), sorted.collect())
}

fn summary_of_head(half: &mut Half) -> Option<Box<Summary>> {
    half.head.as_mut()?.summary.take()
}

fn summary_of_base(half: &Half, catalog: &Catalog, sides: &Sides) -> Option<Box<Summary>> {
    let (source, policy) = (half.texts.base.as_ref()?, &half.texts.chosen.policy_before);
    Some(Box::new(sides.before.summarise(&with_kind(source.clone(), policy), catalog, policy)))
}

fn untouched(source: &Source, policy: Policy) -> Chosen {
    let path = source.name.as_bytes().to_owned();
    let changed =
        Changed { path, moved_from: None, base: None, head: Some(Head::Disk(None)), added: None, deleted: None };
    let input = Input::new(source.name.clone(), &source.name, false);
    Chosen { changed, input, policy_before: policy.clone(), policy, name_before: source.name.to_string() }
}
