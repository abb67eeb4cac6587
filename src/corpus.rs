//! All summaries of a repository, joined: what a check of many documents asks. Knows no text and no disk: what is not
//! in a summary, it cannot say.

pub mod decisions;
pub mod facts;
mod found;
pub mod ledger;
mod paragraphs;
pub mod restated;

use std::cell::OnceCell;
use std::sync::Arc;

use jiff::Timestamp;

pub use decisions::Decisions;
pub use facts::Facts;
pub use found::Found;
pub use paragraphs::Cluster;

use crate::finding::Elsewhere;
use crate::owners::Codeowners;
use crate::summary::{Spot, Summary};
use crate::words::readers::Readers;

/// A place in one of the documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The number of the document in the corpus.
    pub text: usize,
    pub spot: Spot,
}

/// What holds for a whole corpus, besides its documents.
#[derive(Debug, Clone)]
pub struct Setting {
    /// Who reads, and who works here.
    pub readers: Arc<Readers>,
    /// The moment of reading, where somebody said it.
    pub now: Option<Timestamp>,
    /// Who answers for which paths, where a file says so.
    pub owners: Option<Arc<Codeowners>>,
    /// Every document of the repository is here.
    pub is_whole: bool,
    /// Where not every document is here, those are that name what the others declare.
    pub has_neighbours: bool,
}

impl Default for Setting {
    fn default() -> Self {
        Self { readers: Arc::default(), now: None, owners: None, is_whole: true, has_neighbours: true }
    }
}

/// The documents of a repository.
#[derive(Debug)]
pub struct Corpus<'c> {
    summaries: Vec<&'c Summary>,
    setting: Setting,
    joined: Joined<'c>,
}

/// What is answered once, when it is first asked.
#[derive(Debug, Default)]
struct Joined<'c> {
    facts: OnceCell<Facts<'c>>,
    paragraphs: OnceCell<Vec<Cluster>>,
    decisions: OnceCell<Decisions>,
}

impl<'c> Corpus<'c> {
    /// Joins summaries that are in the order of their paths.
    pub fn new(summaries: impl IntoIterator<Item = &'c Summary>, setting: Setting) -> Self {
        let summaries: Vec<&Summary> = summaries.into_iter().collect();
        debug_assert!(summaries.is_sorted_by_key(|it| &it.path), "documents are looked up by their order");
        Self { summaries, setting, joined: Joined::default() }
    }

    pub fn summaries(&self) -> &[&'c Summary] {
        &self.summaries
    }

    /// The document at a path from the root.
    pub fn at(&self, path: &str) -> Option<usize> {
        let behind = self.summaries.partition_point(|it| *it.path <= *path);
        behind.checked_sub(1).filter(|last| *self.summaries[*last].path == *path)
    }

    /// The decisions that are recorded here, and what has become of them.
    pub fn decisions(&self) -> &Decisions {
        self.joined.decisions.get_or_init(|| Decisions::of(self))
    }

    pub fn readers(&self) -> &Readers {
        &self.setting.readers
    }

    /// The moment of reading, where somebody said it.
    pub fn now(&self) -> Option<Timestamp> {
        self.setting.now
    }

    /// Who answers for which paths, where a file says so.
    pub fn owners(&self) -> Option<&Codeowners> {
        self.setting.owners.as_deref()
    }

    /// Whether every document of the repository is here: what is missing is nowhere.
    pub fn is_whole(&self) -> bool {
        self.setting.is_whole
    }

    /// Whether everything is here that names a fact, a decision or a target of the documents that somebody asked for.
    pub fn has_neighbours(&self) -> bool {
        self.setting.is_whole || self.setting.has_neighbours
    }

    /// What is declared, and who relies on it.
    pub fn facts(&self) -> &Facts<'c> {
        self.joined.facts.get_or_init(|| Facts::of(&self.summaries, self.setting.now))
    }

    /// Paragraphs that say the same, by their first places.
    pub fn paragraphs(&self) -> &[Cluster] {
        self.joined.paragraphs.get_or_init(|| paragraphs::clusters(self))
    }

    /// A place as another document's finding shows it.
    pub fn elsewhere(&self, place: Place, label: impl Into<String>) -> Elsewhere {
        Elsewhere {
            name: self.summaries[place.text].name().to_owned(),
            span: place.spot.span(),
            line: place.spot.line as usize,
            label: label.into(),
            excerpt: None,
        }
    }
}
