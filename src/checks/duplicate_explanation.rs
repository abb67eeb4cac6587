//! `rules/agree/duplicate-explanation.md`

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::corpus::{Cluster, Corpus, Found, Place};
use crate::words::address::local;
use crate::words::{edition, series};

/// Places besides the first two that are shown; of more, the number is told.
const SHOWN: usize = 3;

/// Files of one paragraph that are told apart: of more, the first ones stand for all.
const MOST_COMPARED: usize = 64;

/// Files from which on one paragraph in all of them is a habit of the house.
const SEVERAL: usize = 3;

/// Paragraphs from which on a page that holds little else is a copy.
const FEWEST_OF_COPY: usize = 3;

pub fn check(corpus: &Corpus, found: &mut Found) {
    if corpus.paragraphs().is_empty() {
        return;
    }
    let pages = Pages::of(corpus);
    let mut sets: BTreeMap<Vec<usize>, Vec<Twins>> = BTreeMap::new();
    for cluster in corpus.paragraphs() {
        let places = pages.asked(cluster);
        let is_sure = cluster.is_exact && !pages.is_of_folder(&places);
        let places = pages.one_of_series(places);
        if places.len() > 1 {
            let texts = places.iter().map(|it| it.text).collect();
            sets.entry(texts).or_default().push(Twins { places, is_exact: cluster.is_exact, is_sure });
        }
    }
    for (texts, all) in &sets {
        pages.flag(texts, all, found);
    }
}

/// The places of one paragraph that are asked about: one a document.
struct Twins {
    places: Vec<Place>,
    is_exact: bool,
    is_sure: bool,
}

impl Twins {
    fn in_text(&self, text: usize) -> Place {
        *self.places.iter().find(|it| it.text == text).expect("each document of a set has each of its paragraphs")
    }
}

/// The documents as those know them who look for an explanation.
struct Pages<'p, 'c> {
    corpus: &'p Corpus<'c>,
    /// By how many others each is linked to.
    links: Vec<usize>,
    /// The edition and the page that each is which somebody keeps up. Hardly any says what another one says, and of all others it
    /// is not asked.
    editions: HashMap<usize, (String, String)>,
    /// How many have each file name.
    names: HashMap<&'c str, usize>,
}

impl<'p, 'c> Pages<'p, 'c> {
    fn of(corpus: &'p Corpus<'c>) -> Self {
        let all = corpus.summaries();
        let mut links = vec![0; all.len()];
        for (number, summary) in all.iter().enumerate() {
            let targets: HashSet<usize> = summary.links.iter().filter_map(|it| corpus.at(&it.path)).collect();
            targets.into_iter().filter(|it| *it != number).for_each(|it| links[it] += 1);
        }
        let mut names: HashMap<&str, usize> = HashMap::new();
        all.iter().for_each(|it| *names.entry(local::name(&it.path)).or_default() += 1);
        let met: BTreeSet<usize> =
            corpus.paragraphs().iter().flat_map(|it| &it.places).map(|place| place.text).collect();
        let kept = met.into_iter().filter(|it| all[*it].is_kept());
        let editions = kept.map(|it| (it, edition::split(&all[it].path))).collect();
        Self { corpus, links, editions, names }
    }

    fn path(&self, text: usize) -> &'c str {
        &self.corpus.summaries()[text].path
    }

    /// The places of a cluster that one reader may find: one a page, of one edition. None where it is a form, or what a
    /// project says of itself wherever it is shown.
    fn asked(&self, cluster: &Cluster) -> Vec<Place> {
        let mut of_editions: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
        let mut pages: HashSet<(&str, &str)> = HashSet::new();
        for place in &cluster.places {
            let Some((edition, page)) = self.editions.get(&place.text) else { continue };
            if pages.insert((edition, page)) {
                of_editions.entry(edition).or_default().push(*place);
            }
        }
        let newest =
            of_editions.into_iter().max_by_key(|(edition, places)| (places.len() > 1, edition.is_empty(), *edition));
        let places = newest.map(|(_, places)| places).filter(|it| it.len() > 1).unwrap_or_default();
        let is_form = cluster.places.iter().any(|it| self.is_form(*it)) || self.is_of_name(&places);
        if is_form { Vec::new() } else { places }
    }

    /// Whether a place is in a form that others fill in, or opens the README of all.
    fn is_form(&self, place: Place) -> bool {
        let summary = &self.corpus.summaries()[place.text];
        let is_front = !summary.path.contains('/') && summary.path.to_lowercase().starts_with("readme");
        is_front && summary.paragraphs.first().is_some_and(|it| it.spot == place.spot) || summary.may_be_form()
    }

    /// Whether most files of one name hold a paragraph.
    fn is_of_name(&self, places: &[Place]) -> bool {
        let mut names: HashMap<&str, usize> = HashMap::new();
        places.iter().for_each(|it| *names.entry(local::name(self.path(it.text))).or_default() += 1);
        names.iter().any(|(name, count)| *count >= SEVERAL && *count * 2 >= self.names[name])
    }

    /// Whether several files of one folder hold a paragraph: they may be entries of a catalogue, each of which is read
    /// alone.
    fn is_of_folder(&self, places: &[Place]) -> bool {
        let mut folders: HashMap<&str, usize> = HashMap::new();
        places.iter().for_each(|it| *folders.entry(folder(self.path(it.text))).or_default() += 1);
        folders.values().any(|count| *count >= SEVERAL)
    }

    /// Pages of a series tell the same of different things, each for those who have nothing else: the first of them stands
    /// for all. So do runbooks: whoever is paged reads one, and follows no link.
    fn one_of_series(&self, places: Vec<Place>) -> Vec<Place> {
        let mut kept: Vec<Place> = Vec::new();
        for place in places {
            let is_parallel = |it: &Place| {
                let is_runbook = |text: usize| self.corpus.summaries()[text].kind.as_deref() == Some("runbook");
                is_runbook(it.text) && is_runbook(place.text)
                    || series::are_parallel(self.path(it.text), self.path(place.text))
            };
            if kept.len() < MOST_COMPARED && !kept.iter().any(is_parallel) {
                kept.push(place);
            }
        }
        kept
    }

    fn flag(&self, texts: &[usize], all: &[Twins], found: &mut Found) {
        let rank = |text: &&usize| {
            let path = self.path(**text);
            (self.links[**text], Reverse(path.matches('/').count()), Reverse(path))
        };
        let (Some(&kept), Some(&least)) = (texts.iter().max_by_key(rank), texts.iter().min_by_key(rank)) else {
            return;
        };
        // What is surest is shown; the others are counted.
        let Some(first) = all.iter().max_by_key(|it| (it.is_sure, it.is_exact, Reverse(it.in_text(least)))) else {
            return;
        };
        let is_copy = self.is_copy(texts, all);
        let there = self.there(texts.len() - 2, kept, first);
        let label = match is_copy {
            true => format!("its {} longer paragraphs stand {there}", all.len()),
            false => label(all.len(), &there),
        };
        let at = if is_copy {
            Place { text: least, spot: self.corpus.summaries()[least].head }
        } else {
            first.in_text(least)
        };
        let flag = found.flag(at, label);
        if is_copy {
            flag.message = Some("this page is a copy of another one".to_owned());
        }
        if texts.len() == 2 {
            flag.asks("Which of these two is kept up to date?");
        }
        flag.and_in(self.corpus.elsewhere(first.in_text(kept), linked(self.links[kept])));
        for place in first.places.iter().filter(|it| it.text != kept && it.text != least).take(SHOWN) {
            flag.and_in(self.corpus.elsewhere(*place, "and here"));
        }
        flag.unsure();
    }

    /// Whether the documents hold little besides what they share.
    fn is_copy(&self, texts: &[usize], all: &[Twins]) -> bool {
        let own = |text: &usize| self.corpus.summaries()[*text].paragraphs.len();
        all.len() >= FEWEST_OF_COPY && texts.iter().all(|text| all.len() * 5 >= own(text) * 4)
    }

    /// How alike it is, and where it stands as well.
    fn there(&self, others: usize, kept: usize, first: &Twins) -> String {
        let path = self.path(kept);
        let how = if first.is_exact { "word for word" } else { "nearly word for word" };
        let others = match others {
            0 => String::new(),
            1 => " and in one more file".to_owned(),
            count => format!(" and in {count} more files"),
        };
        format!("{how} in `{path}`{others}")
    }
}

/// What is said of so many paragraphs that stand elsewhere, too.
fn label(paragraphs: usize, there: &str) -> String {
    match paragraphs {
        1 => format!("stands {there}"),
        2 => format!("this and one more paragraph stand {there}"),
        count => format!("this and {} more paragraphs stand {there}", count - 1),
    }
}

fn linked(count: usize) -> &'static str {
    match count {
        0 => "here",
        1 => "here, where another page leads",
        _ => "here, where other pages lead",
    }
}

fn folder(path: &str) -> &str {
    &path[..path.len() - local::name(path).len()]
}
