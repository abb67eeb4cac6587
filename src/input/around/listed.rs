//! What git lists of a repository: its files, the repositories in it, and what was not written out.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Bytes of a path that a disk takes.
const LONGEST: usize = 4096;

/// What git knows.
#[derive(Debug, Default)]
pub struct Listed {
    /// Sorted.
    pub files: Arc<[String]>,
    /// Files with what they hold, and the folders around them.
    pub at: HashMap<String, Option<String>>,
    pub repositories: HashSet<String>,
    /// Sorted.
    pub unwritten: Vec<String>,
}

impl Listed {
    /// Whether a path is that of another repository, or lies in one.
    pub fn is_in_repository(&self, path: &str) -> bool {
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        ends.take_while(|end| *end <= LONGEST).any(|end| self.repositories.contains(&path[..end]))
    }

    pub fn folders_of(&mut self, path: &str) {
        let mut folder = path;
        while let Some((around, _)) = folder.rsplit_once('/') {
            if self.at.insert(around.to_owned(), None).is_some() {
                break;
            }
            folder = around;
        }
    }
}

/// Whether a path is that of one of some files, sorted, or of a folder with one.
pub fn is_or_holds(files: &[String], path: &str) -> bool {
    let from = |start: &str| files.partition_point(|it| it.as_str() < start);
    let below = format!("{path}/");
    files.get(from(path)).is_some_and(|it| it == path)
        || files.get(from(&below)).is_some_and(|it| it.starts_with(&below))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_written_out_is_told_with_its_folders() {
        let files = ["a-b/c.md", "a/b.md", "a/c/d.md"].map(str::to_owned);
        let listed = Listed { repositories: ["lib".to_owned(), "x/y".to_owned()].into(), ..Listed::default() };
        assert!(["a", "a/b.md", "a/c", "a-b"].into_iter().all(|it| is_or_holds(&files, it)));
        assert!(!["", "a/", "a/b", "b", "a/c/d.md/e"].into_iter().any(|it| is_or_holds(&files, it)));
        assert!(["lib", "lib/a.md", "x/y/z/a.md"].into_iter().all(|it| listed.is_in_repository(it)));
        assert!(!["", "library", "x", "x/z"].into_iter().any(|it| listed.is_in_repository(it)));
    }
}
