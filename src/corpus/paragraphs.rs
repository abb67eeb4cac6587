//! Paragraphs that say the same in several documents, by their prints alone. Which of them should, it does not know.

use std::collections::HashMap;

use super::{Corpus, Place};
use crate::summary::Paragraph;

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
    /// Clusters by the number of a band and what their first paragraph has in it.
    by_band: HashMap<(u8, u32), Vec<u32>>,
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
        let met = keys(print).filter_map(|key| self.by_band.get(&key)).flatten().map(|it| *it as usize);
        let alike = met.map(|it| (self.prints[it].likeness(print), it)).filter(|(likeness, _)| *likeness >= ALIKE);
        let best = alike.max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)));
        best.map(|(_, cluster)| cluster)
    }

    fn open(&mut self, print: &'p Paragraph) -> usize {
        let number = self.clusters.len();
        self.clusters.push(Cluster { places: Vec::new(), is_exact: true, words: usize::from(print.words) });
        self.prints.push(print);
        for key in keys(print) {
            let band = self.by_band.entry(key).or_default();
            if band.len() < MOST_IN_BAND {
                band.extend(u32::try_from(number));
            }
        }
        number
    }
}

fn keys(print: &Paragraph) -> impl Iterator<Item = (u8, u32)> + '_ {
    print.bands().zip(0..).map(|(band, number)| (number, u32::from_le_bytes(band)))
}
