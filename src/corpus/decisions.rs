//! Decisions as a graph: which one has taken the place of which, by the word of either side, and who calls it how.
//! One look at each record and each mention; nothing recurses.

mod live;

pub use live::is_of_past;

use std::collections::HashMap;

use super::Corpus;
use crate::summary::{Decision, Mention, Summary};
use crate::words::address::local;
use crate::words::serial::Serial;

/// What is known of the decisions of a corpus. Documents are called by their numbers in it.
#[derive(Debug, Default)]
pub struct Decisions {
    /// Documents that record a decision, in order.
    records: Vec<usize>,
    /// Records by their numbers.
    by_number: HashMap<u32, Vec<usize>>,
    /// Records of one folder by its path.
    folders: HashMap<String, Vec<usize>>,
    /// What has taken the place of each: by its own word and by theirs.
    successors: HashMap<usize, Vec<usize>>,
}

/// The folder that holds a series: that of the file, or the one around it where the file is its folder's page.
pub fn folder(path: &str) -> &str {
    let folder = local::folder(path);
    if local::is_folder_page(path) { local::folder(folder) } else { folder }
}

impl Decisions {
    pub(super) fn of(corpus: &Corpus) -> Self {
        let mut all = Self::default();
        for (text, summary) in corpus.summaries().iter().enumerate() {
            let Some(decision) = &summary.decision else { continue };
            all.records.push(text);
            all.folders.entry(folder(&summary.path).to_owned()).or_default().push(text);
            if let Some(serial) = &decision.serial {
                all.by_number.entry(serial.number).or_default().push(text);
            }
        }
        let mut edges: Vec<(usize, usize)> = Vec::new();
        for &text in &all.records {
            let Some(decision) = record(corpus, text) else { continue };
            let named = |it: &Mention| all.named(corpus, text, it);
            edges.extend(decision.superseded_by.iter().filter_map(named).map(|by| (text, by)));
            // What is only proposed has taken nobody's place.
            if decision.is_in_force() {
                edges.extend(decision.supersedes.iter().filter_map(named).map(|old| (old, text)));
            }
        }
        let holds_on = |old: usize| record(corpus, old).is_some_and(|it| it.holds_on);
        edges.retain(|(old, new)| old != new && !holds_on(*old));
        edges.sort_unstable();
        edges.dedup();
        for (old, new) in edges {
            all.successors.entry(old).or_default().push(new);
        }
        all
    }

    /// The documents that record a decision.
    pub fn records(&self) -> &[usize] {
        &self.records
    }

    /// The records beside a document, with itself.
    pub fn beside(&self, path: &str) -> &[usize] {
        self.within(folder(path))
    }

    /// The records of a folder.
    pub fn within(&self, folder: &str) -> &[usize] {
        self.folders.get(folder).map_or(&[], Vec::as_slice)
    }

    /// What has taken the place of a record, at once.
    pub fn successors(&self, text: usize) -> &[usize] {
        self.successors.get(&text).map_or(&[], Vec::as_slice)
    }

    /// All that came after a record, the next ones first; itself only where the way leads back to it.
    pub fn later(&self, text: usize) -> Vec<usize> {
        let mut all: Vec<usize> = self.successors(text).to_vec();
        let mut at = 0;
        // No chain is as long as that: the bound is for texts that were made to be slow.
        const LONGEST: usize = 64;
        while let Some(&next) = all.get(at).filter(|_| all.len() < LONGEST) {
            at += 1;
            for &it in self.successors(next) {
                if !all.contains(&it) {
                    all.push(it);
                }
            }
        }
        all
    }

    /// Whether another decision has taken the place of this one.
    pub fn is_replaced(&self, corpus: &Corpus, text: usize) -> bool {
        record(corpus, text).is_some_and(|it| it.is_superseded) || !self.successors(text).is_empty()
    }

    /// Whether somebody reads the document as what holds today.
    pub fn is_live(&self, corpus: &Corpus, text: usize) -> bool {
        live::is_live(corpus.summaries()[text]) && !self.is_replaced(corpus, text)
    }

    /// The record that a document means.
    pub fn named(&self, corpus: &Corpus, from: usize, mention: &Mention) -> Option<usize> {
        let found = self.find(corpus, from, mention.path.as_deref(), mention.serial.as_ref());
        // `superseded_by: docs/adr/0007-one-queue.md` in a record elsewhere: a path from the root.
        let at_root = || corpus.at(&mention.written).filter(|it| record(corpus, *it).is_some());
        found.or_else(at_root)
    }

    /// The record at a path; where no path is given, the one with a number: beside the document first, or else the only
    /// one of that series.
    pub fn find(&self, corpus: &Corpus, from: usize, path: Option<&str>, serial: Option<&Serial>) -> Option<usize> {
        let is_record = |it: &usize| record(corpus, *it).is_some();
        if let Some(path) = path {
            let whole = corpus.at(path.trim_end_matches('/'));
            let found = whole.or_else(|| local::pages_of(path).find_map(|page| corpus.at(&page)));
            // A site may call its pages otherwise than their files; words that name a series still say which is meant.
            if found.is_some() || serial.is_none_or(|it| it.series.is_none()) {
                return found.filter(is_record);
            }
        }
        let serial = serial?;
        let numbered = self.by_number.get(&serial.number)?;
        let own = folder(&corpus.summaries()[from].path);
        let is_of_series = |text: &&usize| is_of_series(corpus.summaries()[**text], serial);
        let mut fitting = numbered.iter().filter(is_of_series);
        let beside: Vec<&usize> =
            numbered.iter().filter(is_of_series).filter(|it| folder(&corpus.summaries()[**it].path) == own).collect();
        match beside.as_slice() {
            [one] => Some(**one),
            [] => {
                let first = fitting.next()?;
                (fitting.next().is_none() && serial.series.is_some()).then_some(*first)
            }
            _ => None,
        }
    }
}

/// The decision that a document records.
pub fn record<'c>(corpus: &Corpus<'c>, text: usize) -> Option<&'c Decision> {
    corpus.summaries()[text].decision.as_deref()
}

/// Whether a record may be called so: by the word of its own series, or, where it has none, by that of its folder.
fn is_of_series(summary: &Summary, serial: &Serial) -> bool {
    let own = summary.decision.as_ref().and_then(|it| it.serial.as_ref()).and_then(|it| it.series.as_deref());
    match (own, serial.series.as_deref()) {
        (Some(own), Some(named)) => own == named,
        (_, None) => true,
        (None, Some("adr" | "ladr" | "madr")) => {
            let lower = summary.path.to_ascii_lowercase();
            summary.kind.as_deref() == Some("adr") || lower.contains("adr") || lower.contains("decision")
        }
        (None, Some(named)) => {
            let mut parts = folder(&summary.path).rsplit('/').map(|it| it.to_ascii_lowercase());
            parts.next().is_some_and(|it| it == named || it.strip_suffix('s') == Some(named))
        }
    }
}
