//! What became of a file that is not there any more: which commit took it away, and where it lies since.

use std::sync::Arc;

use super::{Removed, Tree};

/// What became of a file, or of a folder.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fate {
    /// The commit that took it away, and no merge where another one did.
    pub commit: String,
    /// Where it lies now, where it was only moved.
    pub to: Option<String>,
}

/// A file that was moved more often is looked for by hand.
const MOST_MOVES: usize = 8;

impl Tree {
    /// What became of a path that the history had and that is not there any more.
    pub fn fate(&self, path: &str) -> Option<Fate> {
        let mut commit = self.removed(path)?.to_owned();
        let Fate { commit: first, mut to } = self.step(path, &commit);
        for _ in 0..MOST_MOVES {
            let Some(next) = to.take_if(|it| self.entry(it).is_none()) else { break };
            // Within one merge it may have been moved twice.
            commit = self.removed(&next).map_or(commit, str::to_owned);
            to = self.step(&next, &commit).to;
        }
        Some(Fate { commit: first, to: to.filter(|it| self.entry(it).is_some()) })
    }

    /// What a commit did to a path: to a folder, what it did to the last file in it.
    fn step(&self, path: &str, commit: &str) -> Fate {
        let all = self.removed_by(commit);
        if let Some(one) = all.iter().find(|it| it.path == path) {
            return Fate { commit: one.commit.clone(), to: one.to.clone() };
        }
        let below = || all.iter().filter(|it| below(&it.path, path).is_some());
        let commit = below().next().map_or(commit, |it| &it.commit).to_owned();
        Fate { commit, to: folder_of(path, below()).map(str::to_owned) }
    }

    fn removed_by(&self, commit: &str) -> Arc<[Removed]> {
        let known = self.removed_by.lock().ok().and_then(|known| known.get(commit).cloned());
        if let Some(known) = known {
            return known;
        }
        // Two threads may ask for the same; both are told the same.
        let found: Arc<[Removed]> = self.world.removed_by(commit).into();
        if let Ok(mut known) = self.removed_by.lock() {
            known.insert(commit.to_owned(), Arc::clone(&found));
        }
        found
    }
}

/// What stands behind a folder in a path, with its slash.
pub(super) fn below<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    path.strip_prefix(folder).filter(|rest| rest.starts_with('/'))
}

/// Where a folder lies since, of whose files nearly all lie there as they lay in it.
fn folder_of<'r>(folder: &str, files: impl Iterator<Item = &'r Removed>) -> Option<&'r str> {
    const FEWEST_OF_TEN: usize = 8;
    let (mut found, mut taken, mut all) = (None, 0, 0);
    for it in files {
        all += 1;
        let to = it.to.as_deref().zip(below(&it.path, folder)).and_then(|(to, rest)| to.strip_suffix(rest));
        let Some(to) = to else { continue };
        if found.is_some_and(|known| known != to) {
            return None;
        }
        (found, taken) = (Some(to), taken + 1);
    }
    found.filter(|_| taken * 10 >= all * FEWEST_OF_TEN)
}

#[cfg(test)]
mod tests {
    use crate::tree::{Listed, Tree};

    #[test]
    fn a_file_is_followed_to_where_it_lies() {
        let files = "c/a.md\n- a.md 1a > b/a.md\n- b/a.md 2b > c/a.md\n- d.md 3c > e.md\n- e.md 4d\n- f.md 5e > g.md\n- g.md 6f > f.md";
        let tree = Tree::new(Box::new(Listed::parse(files)));
        let fate = |path: &str| tree.fate(path).map(|it| (it.commit, it.to));
        assert_eq!(fate("a.md"), Some(("1a".to_owned(), Some("c/a.md".to_owned()))));
        assert_eq!(fate("d.md"), Some(("3c".to_owned(), None)));
        assert_eq!(fate("f.md"), Some(("5e".to_owned(), None)));
        assert_eq!(fate("b"), Some(("2b".to_owned(), Some("c".to_owned()))));
        assert_eq!(fate("h.md"), None);
    }

    #[test]
    fn a_folder_is_followed_with_its_files() {
        let fate = |files: &str| Tree::new(Box::new(Listed::parse(files))).fate("a").and_then(|it| it.to);
        let (one, two) = ("b/x/c.md\nb/d.md\n- a/x/c.md 1a > b/x/c.md", "- a/d.md 1a > b/d.md");
        assert_eq!(fate(&format!("{one}\n{two}")).as_deref(), Some("b"));
        assert_eq!(fate(&format!("{one}\n- a/d.md 1a")), None);
        assert_eq!(fate(&format!("{one}\n- a/d.md 1a > e/d.md")), None);
        assert_eq!(fate(&format!("{one}\n- a/d.md 1a > b/x/d.md")), None);
    }
}
