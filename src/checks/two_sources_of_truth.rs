//! `rules/agree/two-sources-of-truth.md`

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::{Corpus, Found, Place};
use crate::finding::quoted;
use crate::summary::{Claim, Summary};
use crate::words::address::local;
use crate::words::edition;
use crate::words::of_its_day::is_name_of_record;

/// Beside stories: kinds that tell what was so, or what could be.
const RECORDS: &[&str] = &["adr", "decision-log", "design-doc"];

/// More claims about one word are of no one topic.
const MOST: usize = 64;

pub fn check(corpus: &Corpus, found: &mut Found) {
    if !corpus.is_whole() {
        return found.abstain();
    }
    let mut by_word: BTreeMap<&str, Vec<(usize, &Claim)>> = BTreeMap::new();
    let live = corpus.summaries().iter().enumerate().filter(|(_, it)| is_live(it));
    for (text, claim) in live.flat_map(|(text, it)| it.claims.iter().map(move |claim| (text, claim))) {
        claim.topic.iter().for_each(|word| by_word.entry(word).or_default().push((text, claim)));
    }
    let mut told = BTreeSet::new();
    for claims in by_word.values().filter(|it| it.len() <= MOST) {
        for (index, &(text, claim)) in claims.iter().enumerate() {
            let differs = |&&(other, it): &&(usize, &Claim)| differ(corpus, (other, it), (text, claim));
            let Some(&(first, before)) = claims[..index].iter().find(differs) else { continue };
            if told.insert((text, claim.spot)) {
                tell(corpus, (first, before), (text, claim), found);
            }
        }
    }
}

fn tell(corpus: &Corpus, (first, before): (usize, &Claim), (text, claim): (usize, &Claim), found: &mut Found) {
    let label = |text: usize, claim: &Claim| match corpus.summaries()[text].path == claim.source {
        true => "this page says that it is".to_owned(),
        false => format!("here it is {}", quoted(&claim.source)),
    };
    let flag = found.flag(Place { text, spot: claim.spot }, label(text, claim));
    flag.and_in(corpus.elsewhere(Place { text: first, spot: before.spot }, label(first, before)));
    flag.asks(format!(
        "Where the two differ, which one is right: {} or {}?",
        quoted(&before.source),
        quoted(&claim.source)
    ));
}

fn is_live(summary: &Summary) -> bool {
    !summary.is_set_aside(RECORDS) && !is_name_of_record(&summary.path)
}

/// Whether two claims name different sources for one topic.
fn differ(corpus: &Corpus, (first, one): (usize, &Claim), (second, other): (usize, &Claim)) -> bool {
    let [a, b] = [first, second].map(|it| corpus.summaries()[it].path.as_str());
    one.source != other.source && a != b && is_one_topic(one, other) && stand_together(one, a, b) && !are_copies(a, b)
}

fn is_one_topic(one: &Claim, other: &Claim) -> bool {
    let both = one.topic.iter().filter(|it| other.topic.contains(it)).count();
    let all = one.topic.len() + other.topic.len() - both;
    both == all || both >= 3 && both * 4 >= all * 3
}

/// A topic of one word means another thing in another folder; one of two words less so.
fn stand_together(claim: &Claim, a: &str, b: &str) -> bool {
    let (a, b) = (local::folder(a), local::folder(b));
    let is_within =
        |a: &str, b: &str| a.is_empty() || b == a || b.strip_prefix(a).is_some_and(|it| it.starts_with('/'));
    claim.topic.len() > 1 || is_within(a, b) || is_within(b, a)
}

/// The same page in another language or for another version.
fn are_copies(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(|path| edition::split(path).1);
    let parts = |page: &str| page.split('/').filter(|it| !it.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    parts(&a) == parts(&b)
}
