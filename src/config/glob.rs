//! What a path in a configuration stands for, as in `.gitignore`, and from which folder it counts. How a glob is held
//! against a path, it does not know.

use serde::Deserialize;

use super::Word;
use crate::kind;
use crate::words::address::local;

/// A glob as somebody wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "Word")]
pub struct Pattern {
    pub word: Word,
    /// From which folder it counts, among those of [`Views`].
    pub base: usize,
}

impl From<Word> for Pattern {
    fn from(word: Word) -> Self {
        Self { word, base: 0 }
    }
}

/// A path as it looks from each folder from which globs count: first from that of the configuration, then from those of
/// files that it builds on.
#[derive(Debug, Clone)]
pub struct Views(Vec<String>);

impl Views {
    pub fn new(own: String, others: impl IntoIterator<Item = String>) -> Self {
        let mut all = vec![own];
        all.extend(others);
        Self(all)
    }

    fn from(&self, base: usize) -> &str {
        self.0.get(base).map_or("", String::as_str)
    }

    /// The same with each of the paths made into another, where one differs.
    pub(super) fn with(&self, other: impl Fn(&str) -> String) -> Option<Self> {
        let all: Vec<String> = self.0.iter().map(|it| other(it)).collect();
        (all != self.0).then_some(Self(all))
    }
}

/// A pattern, ready to be held against paths.
#[derive(Debug, Clone)]
pub struct Glob {
    glob: kind::Glob,
    base: usize,
}

impl Glob {
    pub fn is_match(&self, views: &Views) -> bool {
        self.glob.is_match(views.from(self.base))
    }
}

/// What some patterns stand for. Those that are no globs were reported before, and match nothing.
pub(super) fn compiled<'p>(patterns: impl IntoIterator<Item = &'p Pattern>) -> Vec<Glob> {
    made(patterns, globs)
}

/// The same of what is not read, where a folder that a wildcard finds is left out with all in it.
pub(super) fn excluded<'p>(patterns: impl IntoIterator<Item = &'p Pattern>) -> Vec<Glob> {
    made(patterns, with_folders)
}

fn made<'p, I: Iterator<Item = String>>(
    patterns: impl IntoIterator<Item = &'p Pattern>,
    globs: fn(&str) -> I,
) -> Vec<Glob> {
    let of = |it: &'p Pattern| {
        let base = it.base;
        globs(it.word.get_ref()).filter_map(move |it| Some(Glob { glob: kind::Glob::new(&it).ok()?, base }))
    };
    patterns.into_iter().flat_map(of).collect()
}

/// The globs that a pattern stands for: whose last name is spelt out, it is that of a file or of a folder with all in it, and
/// with a `/` behind it of a folder alone.
pub(super) fn globs(pattern: &str) -> impl Iterator<Item = String> + use<> {
    // Whoever begins in this folder means what lies in it, and not what is called so anywhere.
    let pattern = match pattern.strip_prefix("./") {
        Some(rest) => format!("/{}", rest.trim_start_matches('/')),
        None => pattern.to_owned(),
    };
    let name = pattern.trim_end_matches('/');
    let is_folder = name.len() < pattern.len();
    let is_spelt = !local::name(name).contains(['*', '?', '[', '{', '\\']);
    // What has no slash but the last one may lie anywhere.
    let anywhere = if name.contains('/') { "" } else { "**/" };
    let below = (is_folder || is_spelt).then(|| format!("{anywhere}{name}/**"));
    (!is_folder).then_some(pattern).into_iter().chain(below)
}

/// Those and, where its last name is none of a text, all in the folders that it finds.
fn with_folders(pattern: &str) -> impl Iterator<Item = String> + use<> {
    let last = local::name(pattern);
    let is_open = last.contains(['*', '?', '[', '{']) && last != "**" && !last.ends_with(".md");
    let below = is_open.then(|| globs(&format!("{pattern}/")));
    globs(pattern).chain(below.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::{globs, with_folders};
    use crate::kind::Glob;

    #[test]
    fn a_folder_stands_for_all_in_it() {
        let is_match = |pattern: &str, path: &str| {
            let all: Vec<Glob> = globs(pattern).map(|it| Glob::new(&it).expect("a glob")).collect();
            all.iter().any(|it| it.is_match(path))
        };
        for pattern in ["docs", "docs/", "/docs", "/docs/", "./docs", "./docs/", "docs/**", "/docs/**", "Docs"] {
            assert!(is_match(pattern, "docs/a.md") && is_match(pattern, "docs/b/c.md"), "{pattern}");
            assert!(!is_match(pattern, "documents/a.md") && !is_match(pattern, "docs.md"), "{pattern}");
        }
        assert!(
            is_match("docs", "a/docs/b.md")
                && !is_match("./docs", "a/docs/b.md")
                && is_match("docs/", "a/docs/b.md")
                && !is_match("/docs", "a/docs/b.md")
        );
        assert!(is_match("a/docs", "a/docs/b.md") && !is_match("a/docs", "b/a/docs/b.md"));
        assert!(is_match("**/docs", "a/docs/b.md") && is_match("*/docs/", "a/docs/b.md"));
        assert!(is_match("a.md", "docs/a.md") && is_match("/a.md", "a.md") && !is_match("/a.md", "docs/a.md"));
        assert!(!is_match("a.md/", "a.md") && is_match("/*.md", "a.md") && !is_match("/*.md", "docs/a.md"));
    }

    #[test]
    fn a_pattern_stands_for_what_it_says() {
        for pattern in ["docs/*", "docs/**", "*.md", "docs/{a,b}", "docs/a?", "docs/[ab]"] {
            assert_eq!(globs(pattern).collect::<Vec<_>>(), [pattern]);
        }
    }

    #[test]
    fn what_is_left_out_by_a_wildcard_is_left_out_with_all_in_it() {
        for (pattern, path) in [
            ("docs/*", "docs/b/c.md"),
            ("docs/v*", "docs/v1/a.md"),
            ("docs/{a,b}", "docs/b/c.md"),
            ("docs/a?", "docs/ab/c.md"),
            ("v[12]", "docs/v2/a.md"),
        ] {
            let all: Vec<Glob> = with_folders(pattern).map(|it| Glob::new(&it).expect("a glob")).collect();
            assert!(all.iter().any(|it| it.is_match(path)), "{pattern}");
            assert!(!all.iter().any(|it| it.is_match("other/a.md")), "{pattern}");
        }
        for pattern in ["docs/**", "*.md", "docs/*.md"] {
            assert_eq!(with_folders(pattern).collect::<Vec<_>>(), [pattern]);
        }
    }
}
