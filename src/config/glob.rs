//! What a path in a configuration stands for, as in `.gitignore`. How a glob is held against a path, it does not know.

/// The globs that a pattern stands for: whose last name is spelt out, it is that of a file or of a folder with all in it, and
/// with a `/` behind it of a folder alone.
pub(super) fn globs(pattern: &str) -> impl Iterator<Item = String> + use<> {
    let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
    let name = pattern.trim_end_matches('/');
    let is_folder = name.len() < pattern.len();
    let is_spelt = !name.rsplit('/').next().unwrap_or_default().contains(['*', '?', '[', '{', '\\']);
    // What has no slash but the last one may lie anywhere.
    let anywhere = if name.contains('/') { "" } else { "**/" };
    let below = (is_folder || is_spelt).then(|| format!("{anywhere}{name}/**"));
    (!is_folder).then(|| pattern.to_owned()).into_iter().chain(below)
}

#[cfg(test)]
mod tests {
    use super::globs;
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
            is_match("docs", "a/docs/b.md") && is_match("docs/", "a/docs/b.md") && !is_match("/docs", "a/docs/b.md")
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
}
