//! `rules/agree/superseded-still-cited.md`

use std::collections::BTreeMap;

use crate::corpus::decisions::{Decisions, record};
use crate::corpus::{Corpus, Found, Place};
use crate::summary::{Citation, Decision, Summary};
use crate::words::address::local;
use crate::words::serial::{self, Serial};

pub fn check(corpus: &Corpus, found: &mut Found) {
    let decisions = corpus.decisions();
    if decisions.records().is_empty() {
        return;
    }
    for (text, summary) in corpus.summaries().iter().enumerate() {
        // The words for what was are known in English alone; a list of records relies on none of them.
        let is_asked = summary.is_english && summary.log.is_empty() && decisions.is_live(corpus, text);
        if !is_asked || !summary.citations.iter().any(|it| it.is_relied_on) {
            continue;
        }
        for (old, places) in relied_on(corpus, decisions, text, summary) {
            flag(corpus, decisions, text, old, &places, found);
        }
    }
}

/// The replaced decisions that a document relies on, and where.
fn relied_on<'c>(
    corpus: &Corpus<'c>,
    decisions: &Decisions,
    text: usize,
    summary: &'c Summary,
) -> BTreeMap<usize, Vec<&'c Citation>> {
    let named = |it: &Citation| decisions.find(corpus, text, it.path.as_deref(), it.serial.as_ref());
    let all: Vec<(&Citation, usize)> = summary.citations.iter().filter_map(|it| Some((it, named(it)?))).collect();
    let mut found: BTreeMap<usize, Vec<&Citation>> = BTreeMap::new();
    for (citation, old) in all.iter().filter(|(it, _)| it.is_relied_on) {
        // A record that holds by its own word, or says nothing, was as often replaced in a part only: its successor knows
        // in which, and no other text.
        let says_so = record(corpus, *old).is_some_and(|it| it.is_superseded && !it.is_in_force());
        if *old == text || !says_so || is_annex(summary, citation) {
            continue;
        }
        let later = decisions.later(*old);
        // What is to take its place is not accepted yet.
        let is_awaited = !later.is_empty() && later.iter().all(|it| record(corpus, *it).is_some_and(Decision::is_open));
        // Whoever names the newer one anywhere on the page knows of it.
        let is_named = all.iter().any(|(_, new)| later.contains(new));
        let is_nameless = later.is_empty() && record(corpus, *old).is_some_and(|it| it.superseded_by.is_empty());
        if !is_named && !is_nameless && !is_awaited && !later.contains(&text) {
            found.entry(*old).or_default().push(citation);
        }
    }
    found
}

/// Whether a page lies in the folder of the record that it names: `records/0020/format.md` is a part of it.
fn is_annex(summary: &Summary, citation: &Citation) -> bool {
    let folders = local::folder(&summary.path).split('/').filter_map(serial::of_name);
    let Some(named) = &citation.serial else { return false };
    let is_same = |it: Serial| it.number == named.number && (it.series.is_none() || it.series == named.series);
    folders.into_iter().any(is_same)
}

fn flag(corpus: &Corpus, decisions: &Decisions, text: usize, old: usize, places: &[&Citation], found: &mut Found) {
    let (Some(first), Some(record_of_old)) = (places.first(), record(corpus, old)) else { return };
    let later = decisions.later(old);
    let heads: Vec<usize> = later.iter().copied().filter(|it| decisions.successors(*it).is_empty()).collect();
    let called = record_of_old.called();
    let label = match heads.as_slice() {
        [] => match record_of_old.superseded_by.first() {
            Some(new) => format!("{called} says that it was superseded by {}, which is not here", new.written),
            None => format!("{called} says that it was superseded, and not by what"),
        },
        [one] => format!("{called} was replaced by {}", name(corpus, *one)),
        [one, ..] => format!("{called} was replaced by {} and others", name(corpus, *one)),
    };
    let flag = found.flag(Place { text, spot: first.spot }, label);
    // Of archives and of their earlier states, never seen before, 23 of 31 were right: what is a record of a moment, and
    // which part of a record holds on, no word tells for sure.
    flag.unsure();
    flag.and_here(places[1..].iter().map(|it| it.spot.span()));
    let status = record_of_old.status.as_ref().map_or(record_of_old.spot, |it| it.1);
    flag.and_in(corpus.elsewhere(Place { text: old, spot: status }, "it holds no longer"));
    let &[head] = heads.as_slice() else { return };
    if let Some(new) = record(corpus, head) {
        flag.and_in(corpus.elsewhere(Place { text: head, spot: new.spot }, "this holds in its place"));
        let path = &corpus.summaries()[head].path;
        let instead = match first.path.is_some() {
            true => {
                let way = local::relative(local::folder(&corpus.summaries()[text].path), path);
                format!("[{}]({way})", words(&new.called()))
            }
            false => match new.id() {
                Some(id) => id,
                None => return,
            },
        };
        flag.suggest(format!("name what holds today: {path}"), first.spot.span(), instead);
    }
}

fn name(corpus: &Corpus, text: usize) -> String {
    let path = &corpus.summaries()[text].path;
    record(corpus, text).map_or_else(|| path.to_string(), |it| format!("{} in `{path}`", it.called()))
}

/// Words inside of a link's brackets.
fn words(text: &str) -> String {
    text.replace(['[', ']'], "")
}
