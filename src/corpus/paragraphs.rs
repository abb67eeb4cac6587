//! Paragraphs that say the same in several documents, by their prints alone. Which of them should, it does not know.

use std::collections::{HashMap, HashSet};

use super::{Corpus, Place};
use crate::summary::{BAND, MINIMA, Paragraph, Summary};

/// Prints that are at least so like each other are one paragraph, slightly reworded.
const ALIKE: f32 = 0.7;

/// Paragraphs that agree in one band and in little else: more of them than this are not compared with.
const MOST_IN_BAND: usize = 4;

const BANDS: usize = MINIMA / BAND;

/// Paragraphs that say the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// In the order of documents and places; two at least.
    pub places: Vec<Place>,
    /// Whether all of them are the same word for word.
    pub is_exact: bool,
}

/// All clusters, by their first places. Each paragraph is compared with the first of its cluster, and with a few others:
/// the work is linear in their number, but for sorting them.
pub fn clusters(corpus: &Corpus) -> Vec<Cluster> {
    let all = || corpus.summaries().iter().enumerate().flat_map(|(text, it)| numbered(text, it));
    let shared = Shared::of(all().map(|(_, print)| print).collect());
    let mut leaders = Leaders { shared, ..Leaders::default() };
    for (at, print) in all() {
        leaders.add(at, print);
    }
    let place = |at: &At| {
        let text = at.text as usize;
        Place { text, spot: corpus.summaries()[text].paragraphs[at.paragraph as usize].spot }
    };
    let several = leaders.all.iter().filter(|it| it.places.len() > 1);
    several.map(|it| Cluster { places: it.places.iter().map(place).collect(), is_exact: it.is_exact }).collect()
}

/// A paragraph of a corpus, by the number of its document and its own.
#[derive(Debug, Clone, Copy)]
struct At {
    text: u32,
    paragraph: u32,
}

fn numbered(text: usize, summary: &Summary) -> impl Iterator<Item = (At, &Paragraph)> {
    let text = u32::try_from(text).expect("a summary for each would not fit into memory");
    (0..).zip(&summary.paragraphs).map(move |(paragraph, print)| (At { text, paragraph }, print))
}

/// What is in more than one paragraph: hardly any is, and what is in one alone is not looked for.
#[derive(Default)]
struct Shared {
    /// The wordings that stand in several places.
    words: HashSet<u64>,
    /// What several wordings have in a band, with its number.
    bands: HashSet<Key>,
}

/// The number of a band, and what a paragraph has in it.
type Key = (u8, u32);

impl Shared {
    fn of(mut prints: Vec<&Paragraph>) -> Self {
        prints.sort_unstable_by_key(|it| it.exact);
        let words = repeated(prints.iter().map(|it| it.exact)).collect();
        prints.dedup_by_key(|it| it.exact);
        let mut bands = HashSet::new();
        let mut parts: Vec<u32> = Vec::with_capacity(prints.len());
        for band in 0..BANDS {
            parts.clear();
            parts.extend(prints.iter().filter_map(|it| keys(it).nth(band)).map(|it| it.1));
            parts.sort_unstable();
            bands.extend(repeated(parts.iter().copied()).map(|part| (band as u8, part)));
        }
        Self { words, bands }
    }

    /// Whether any other paragraph could be found to say the same.
    fn is_in(&self, print: &Paragraph) -> bool {
        self.words.contains(&print.exact) || keys(print).any(|key| self.bands.contains(&key))
    }
}

/// What comes several times in a row.
fn repeated<T: PartialEq>(sorted: impl Iterator<Item = T> + Clone) -> impl Iterator<Item = T> {
    sorted.clone().zip(sorted.skip(1)).filter(|(one, other)| one == other).map(|(one, _)| one)
}

/// The first paragraph of each cluster, and how it is found.
#[derive(Default)]
struct Leaders<'p> {
    shared: Shared,
    all: Vec<Leader<'p>>,
    /// The cluster of each wording that was met.
    by_words: HashMap<u64, u32>,
    /// The first clusters whose first paragraphs have the same in a band.
    by_band: HashMap<Key, Vec<u32>>,
}

/// A cluster by its first paragraph.
struct Leader<'p> {
    print: &'p Paragraph,
    is_exact: bool,
    places: Vec<At>,
}

impl<'p> Leaders<'p> {
    fn add(&mut self, at: At, print: &'p Paragraph) {
        if !self.shared.is_in(print) {
            return;
        }
        let known = self.by_words.get(&print.exact).copied();
        let number = known.or_else(|| self.nearest(print)).unwrap_or_else(|| self.open(print));
        if self.shared.words.contains(&print.exact) {
            self.by_words.insert(print.exact, number);
        }
        let joined = &mut self.all[number as usize];
        joined.is_exact &= joined.print.exact == print.exact;
        joined.places.push(at);
    }

    /// The cluster whose first paragraph is most like this one, if it is like enough; of several the first.
    fn nearest(&self, print: &Paragraph) -> Option<u32> {
        let met = keys(print).filter_map(|key| self.by_band.get(&key)).flatten().copied();
        let alike = met.map(|it| (self.all[it as usize].print.likeness(print), it));
        let alike = alike.filter(|(likeness, _)| *likeness >= ALIKE);
        let best = alike.max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)));
        best.map(|(_, cluster)| cluster)
    }

    fn open(&mut self, print: &'p Paragraph) -> u32 {
        let number = u32::try_from(self.all.len()).expect("a document for each would not fit into memory");
        self.all.push(Leader { print, is_exact: true, places: Vec::new() });
        for key in keys(print).filter(|key| self.shared.bands.contains(key)) {
            let in_band = self.by_band.entry(key).or_default();
            if in_band.len() < MOST_IN_BAND {
                in_band.push(number);
            }
        }
        number
    }
}

fn keys(print: &Paragraph) -> impl Iterator<Item = Key> + '_ {
    print.bands().zip(0..).map(|(band, number)| (number, u32::from_le_bytes(band)))
}
