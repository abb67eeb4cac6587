//! Paragraphs that say the same in several documents, by their prints alone. Which of them should, it does not know.

use std::collections::HashMap;
use std::iter::successors;

use super::{Corpus, Place};
use crate::summary::{BAND, MINIMA, Paragraph};

/// Prints that are at least so like each other are one paragraph, slightly reworded.
const ALIKE: f32 = 0.7;

/// Paragraphs that agree in one band and in little else: more of them than this are not compared with.
const MOST_IN_BAND: usize = 4;

/// Paragraphs that say the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// In the order of documents and places; two at least.
    pub places: Vec<Place>,
    /// Whether all of them are the same word for word.
    pub is_exact: bool,
    /// The words of the first.
    pub words: usize,
}

/// All clusters, by their first places. Each paragraph is compared with the first of its cluster, and with a few others:
/// the work is linear in their number.
pub fn clusters(corpus: &Corpus) -> Vec<Cluster> {
    let mut leaders = Leaders::default();
    for (text, summary) in corpus.summaries().iter().enumerate() {
        for print in &summary.paragraphs {
            leaders.add(Place { text, spot: print.spot }, print);
        }
    }
    leaders.clusters.into_iter().filter(|it| it.places.len() > 1).collect()
}

/// The first paragraph of each cluster, and how it is found.
#[derive(Default)]
struct Leaders<'p> {
    clusters: Vec<Cluster>,
    prints: Vec<&'p Paragraph>,
    /// The cluster of each wording that was met.
    by_words: HashMap<u64, usize>,
    /// The newest cluster by the number of a band and what its first paragraph has in it.
    by_band: HashMap<(u8, u32), u32>,
    /// For each band of each cluster, the cluster before it that has the same there.
    earlier: Vec<u32>,
}

impl<'p> Leaders<'p> {
    fn add(&mut self, place: Place, print: &'p Paragraph) {
        let known = self.by_words.get(&print.exact).copied();
        let cluster = known.or_else(|| self.nearest(print));
        let cluster = cluster.unwrap_or_else(|| self.open(print));
        self.by_words.insert(print.exact, cluster);
        let joined = &mut self.clusters[cluster];
        joined.is_exact &= self.prints[cluster].exact == print.exact;
        joined.places.push(place);
    }

    /// The cluster whose first paragraph is most like this one, if it is like enough; of several the first.
    fn nearest(&self, print: &Paragraph) -> Option<usize> {
        let met = keys(print).flat_map(|key| self.in_band(key)).map(|it| it as usize);
        let alike = met.map(|it| (self.prints[it].likeness(print), it)).filter(|(likeness, _)| *likeness >= ALIKE);
        let best = alike.max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)));
        best.map(|(_, cluster)| cluster)
    }

    /// The clusters whose first paragraphs have the same in a band, the newest first.
    fn in_band(&self, key: (u8, u32)) -> impl Iterator<Item = u32> {
        let earlier = move |it: &u32| Some(self.earlier[slot(*it, key.0)]).filter(|it| *it != NO_CLUSTER);
        successors(self.by_band.get(&key).copied(), earlier)
    }

    fn open(&mut self, print: &'p Paragraph) -> usize {
        let number = self.clusters.len();
        self.clusters.push(Cluster { places: Vec::new(), is_exact: true, words: usize::from(print.words) });
        self.prints.push(print);
        self.earlier.extend([NO_CLUSTER; BANDS]);
        let newest = u32::try_from(number).expect("a document for each would not fit into memory");
        for key in keys(print) {
            if self.in_band(key).count() < MOST_IN_BAND {
                self.earlier[slot(newest, key.0)] = self.by_band.insert(key, newest).unwrap_or(NO_CLUSTER);
            }
        }
        number
    }
}

const BANDS: usize = MINIMA / BAND;

const NO_CLUSTER: u32 = u32::MAX;

/// Where in [`Leaders::earlier`] it stands what is before a cluster in a band.
fn slot(cluster: u32, band: u8) -> usize {
    cluster as usize * BANDS + usize::from(band)
}

fn keys(print: &Paragraph) -> impl Iterator<Item = (u8, u32)> + '_ {
    print.bands().zip(0..).map(|(band, number)| (number, u32::from_le_bytes(band)))
}
