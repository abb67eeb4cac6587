//! Projects of others that somebody copied into a folder of any name, with all that belongs to them.

use super::{Around, Entry};
use crate::words::address::local;

/// Whether a document lies in one: in a folder, and not that of the repository, which has all that a repository has at its root.
/// What a forge reads there it reads nowhere else, so that nobody puts it there who works here. A team that brings its own
/// programs together keeps one licence and one way to contribute.
pub fn is_of_others(around: &Around) -> bool {
    local::folders(&around.path).any(|folder| is_project(around, folder))
}

fn is_project(around: &Around, folder: &str) -> bool {
    const LICENCES: &[&str] = &["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "COPYING", "COPYING.txt"];
    const PAGES: &[&[&str]] = &[
        &["CONTRIBUTING.md", "CONTRIBUTING", "CONTRIBUTING.rst"],
        &["SECURITY.md", ".github/SECURITY.md"],
        &["ChangeLog", "CHANGELOG.md", "CHANGES.md", "CHANGES", "HISTORY.md", "NEWS.md", "NEWS"],
    ];
    const FEWEST: usize = 2;
    let at = |name: &str| around.entry(&format!("{folder}/{name}"));
    let has = |names: &[&str]| names.iter().any(|it| at(it) == Some(Entry::File));
    at(".github") == Some(Entry::Folder)
        && has(LICENCES)
        && PAGES.iter().filter(|names| has(names)).nth(FEWEST - 1).is_some()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::is_of_others;
    use crate::tree::{Around, Listed, Tree};

    #[test]
    fn a_folder_that_has_all_of_a_repository_is_one() {
        let is_of_others = |files: &str, path: &str| {
            is_of_others(&Around::new(Arc::new(Tree::new(Box::new(Listed::parse(files)))), path))
        };
        let whole = "a/.github/workflows/ci.yml\na/LICENSE\na/ChangeLog\na/SECURITY.md\na/docs/b.md\nREADME.md";
        assert!(is_of_others(whole, "a/docs/b.md") && !is_of_others(whole, "README.md"));
        for missing in ["a/.github/workflows/ci.yml\n", "a/LICENSE\n", "a/SECURITY.md\n"] {
            assert!(!is_of_others(&whole.replace(missing, ""), "a/docs/b.md"), "{missing}");
        }
        let own = ".github/workflows/ci.yml\nLICENSE\nChangeLog\nSECURITY.md\ndocs/b.md";
        assert!(!is_of_others(own, "docs/b.md"));
    }
}
