//! Whether files that are missed lie somewhere else together, because somebody gave their folder another name.

use crate::words::address::local;

/// A file that is missed, and the one that may have been meant.
#[derive(Debug, Clone, Copy)]
pub struct Moved<'p> {
    /// As it is written, without what leads up.
    pub written: &'p str,
    pub from: &'p str,
    pub to: &'p str,
}

/// Whether all of at least so many files lie where one renamed folder puts them. Where the new path ends as it is written, nothing was
/// moved: a program looks for it from another folder.
pub fn are_together<'p>(all: impl Iterator<Item = Moved<'p>>, fewest: usize) -> bool {
    let mut moves = all.map(|it| (!is_below(it.to, it.written)).then(|| folders(it.from, it.to)));
    let Some(Some(first)) = moves.next() else { return false };
    let mut count = 1;
    let is_same = moves.all(|it| {
        count += 1;
        it == Some(first)
    });
    is_same && count >= fewest && first.0 != first.1
}

fn is_below(path: &str, written: &str) -> bool {
    path.strip_suffix(written).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
}

/// Two paths without the parts that they end with alike.
fn folders<'p>(from: &'p str, to: &'p str) -> (&'p str, &'p str) {
    let (mut from, mut to) = (from, to);
    while !from.is_empty() && !to.is_empty() && local::name(from) == local::name(to) {
        (from, to) = (local::folder(from), local::folder(to));
    }
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_folder_takes_all_along() {
        let together = |all: &[(&'static str, &'static str, &'static str)]| {
            are_together(all.iter().map(|(written, from, to)| Moved { written, from, to }), 2)
        };
        let (one, two) =
            (("old/a.md", "docs/old/a.md", "docs/new/a.md"), ("old/b.md", "docs/old/b.md", "docs/new/b.md"));
        assert!(together(&[one, two]));
        assert!(!together(&[one]));
        assert!(!together(&[one, ("old/b.md", "docs/old/b.md", "docs/attic/b.md")]));
        // A site is made of "docs", and begins there.
        assert!(!together(&[("c/a.md", "docs/x/c/a.md", "docs/c/a.md"), ("c/b.md", "docs/x/c/b.md", "docs/c/b.md")]));
    }
}
