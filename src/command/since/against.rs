//! The texts of a change, held against each other and against those around them, as they were at the base and as they are
//! at the head. What a change says of a fact may be wrong in a text that it does not touch.

use std::collections::HashMap;
use std::path::Path;

use rayon::prelude::*;

use super::chosen::Chosen;
use super::texts::Texts;
use super::{Half, Judge, Sides};
use crate::command::linked::{Linker, Member, Neighbour, neighbours, only_linked};
use crate::command::setup::Setup;
use crate::command::timings::Timings;
use crate::command::work::with_kind;
use crate::config::Policy;
use crate::input::Input;
use crate::input::git::{Changed, Head};
use crate::link::Linked;
use crate::rule::Catalog;
use crate::summary::Summary;
use crate::text::Source;

/// Adds to the texts what is found among them, and the texts around them of which the change says something.
pub fn hold(halves: &mut Vec<Half>, setup: &mut Setup, sides: &Sides, timings: &Timings, root: &Path) {
    let heads: Vec<Option<Summary>> = halves.iter_mut().map(summary_of_head).collect();
    let catalog = &setup.catalog;
    let bases: Vec<Option<Summary>> = halves.par_iter().map(|it| summary_of_base(it, catalog, sides)).collect();
    let asked: Vec<&Summary> = heads.iter().chain(&bases).flatten().collect();
    let around = neighbours(setup, &sides.after, root, &asked);
    let judge = Judge { catalog: &setup.catalog, timings, sides };
    let kept: Vec<Summary> = around.par_iter().map(|it| summary_of(it, &judge)).collect();
    let found = {
        let texts: HashMap<&str, &str> = halves
            .iter()
            .filter_map(|it| it.texts.head.as_ref())
            .chain(around.iter().map(|it| &it.source))
            .map(|it| (it.name.as_str(), it.text.as_str()))
            .collect();
        let text = |name: &str| texts.get(name).map(|it| (*it).to_owned());
        let linker = Linker { catalog: judge.catalog, is_whole: &|_| false, trees: &sides.after, text: &text };
        if !linker.is_wanted(halves.iter().map(|it| &it.texts.chosen.policy)) {
            return;
        }
        let side = |own: Vec<Option<Summary>>| link(&linker, own, halves, &kept, &around, root);
        let at_head = side(heads);
        // What is not there now, nobody asks about.
        let is_any = at_head.0.iter().chain(&at_head.1).any(Option::is_some);
        is_any.then(|| (at_head, side(bases)))
    };
    let Some(((own, others), (own_before, others_before))) = found else { return };
    for ((half, now), before) in halves.iter_mut().zip(own).zip(own_before) {
        half.judge_linked(now, before, &judge);
    }
    for ((it, now), before) in around.into_iter().zip(others).zip(others_before) {
        halves.extend(now.map(|now| beside(it, &now, before, &judge)));
    }
}

/// What is found in the changed texts, and in those around them.
type Sorted = (Vec<Option<Linked>>, Vec<Option<Linked>>);

/// Links one side of a change. A text that is not there on this side has nothing found in it.
fn link(
    linker: &Linker,
    own: Vec<Option<Summary>>,
    halves: &[Half],
    kept: &[Summary],
    around: &[Neighbour],
    root: &Path,
) -> Sorted {
    let places: Vec<usize> = own.iter().enumerate().filter_map(|(number, it)| it.as_ref().map(|_| number)).collect();
    let own = own.into_iter().zip(halves).filter_map(|(summary, half)| {
        Some(Member {
            summary: summary?,
            root: Some(root.to_owned()),
            policy: &half.texts.chosen.policy,
            is_asked: true,
        })
    });
    let others = kept.iter().zip(around).map(|(summary, it)| Member {
        summary: summary.clone(),
        root: Some(root.to_owned()),
        policy: &it.policy,
        is_asked: false,
    });
    let mut linked = linker.link(own.chain(others).collect());
    let others = linked.split_off(places.len());
    let mut sorted: Vec<Option<Linked>> = halves.iter().map(|_| None).collect();
    places.into_iter().zip(linked).for_each(|(number, it)| sorted[number] = it);
    (sorted, others)
}

fn summary_of_head(half: &mut Half) -> Option<Summary> {
    half.head.as_mut()?.summary.take().map(|it| *it)
}

fn summary_of_base(half: &Half, catalog: &Catalog, sides: &Sides) -> Option<Summary> {
    let (source, policy) = (half.texts.base.as_ref()?, &half.texts.chosen.policy_before);
    Some(sides.before.summarise(&with_kind(source.clone(), policy), catalog, policy))
}

fn summary_of(it: &Neighbour, judge: &Judge) -> Summary {
    judge.sides.after.summarise(&with_kind(it.source.clone(), &it.policy), judge.catalog, &it.policy)
}

/// A text that the change does not touch, and says something of.
fn beside(it: Neighbour, linked: &Linked, before: Option<Linked>, judge: &Judge) -> Half {
    let checked =
        judge.check_linked(&with_kind(it.source.clone(), &it.policy), &judge.sides.after, &it.policy, Some(linked));
    let Neighbour { source, policy } = it;
    Half {
        head: Some(only_linked(checked, judge.catalog)),
        before,
        texts: Texts {
            chosen: untouched(&source, policy),
            base: Some(source.clone()),
            head: Some(source),
            troubles: Vec::new(),
        },
    }
}

fn untouched(source: &Source, policy: Policy) -> Chosen {
    let path = source.name.clone().into_bytes();
    let changed =
        Changed { path, moved_from: None, base: None, head: Some(Head::Disk(None)), added: None, deleted: None };
    let input = Input { name: source.name.clone(), path: source.name.clone().into(), named: false };
    Chosen { changed, input, policy_before: policy.clone(), policy, name_before: source.name.clone() }
}
