//! Which of many systems words and paths may speak of, without a look at any other. Whether they do, others decide.

use std::collections::{BTreeSet, HashMap};

use super::known::Known;
use crate::words::address::local;

#[derive(Debug, Default)]
pub struct Index {
    /// By the last part of a name, and by all of it, in small letters.
    by_word: HashMap<String, Vec<usize>>,
    by_path: HashMap<String, Vec<usize>>,
    /// By each folder around a path.
    below: HashMap<String, Vec<usize>>,
}

impl Index {
    pub fn of(systems: &[Known]) -> Self {
        let mut index = Self::default();
        for (number, it) in systems.iter().enumerate() {
            for word in BTreeSet::from([it.short.clone(), it.found.name.to_lowercase()]) {
                index.by_word.entry(word).or_default().push(number);
            }
            for path in &it.found.paths {
                index.by_path.entry(path.clone()).or_default().push(number);
                for folder in local::folders(path) {
                    index.below.entry(folder.to_owned()).or_default().push(number);
                }
            }
        }
        index
    }

    /// The systems that are called by one of these words in small letters, in order.
    pub fn called<'w>(&self, words: impl Iterator<Item = &'w str>) -> BTreeSet<usize> {
        words.filter_map(|it| self.by_word.get(it)).flatten().copied().collect()
    }

    /// The systems that have a path, or lie around it, in order; not one that is the whole repository.
    pub fn around<'p>(&self, paths: impl Iterator<Item = &'p str>) -> BTreeSet<usize> {
        paths
            .flat_map(|path| local::folders(path).chain([path]))
            .filter(|it| !it.is_empty())
            .filter_map(|it| self.by_path.get(it))
            .flatten()
            .copied()
            .collect()
    }

    /// The systems that are a folder or lie in it.
    pub fn below(&self, folder: &str) -> BTreeSet<usize> {
        let of = |all: &HashMap<String, Vec<usize>>| all.get(folder).cloned().unwrap_or_default();
        of(&self.by_path).into_iter().chain(of(&self.below)).collect()
    }
}
