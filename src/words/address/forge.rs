//! What a forge shows that no file and no heading of a repository makes.

use super::local;

/// Names of what a forge shows beside the files of a repository.
const FORGE: &[&str] = &[
    "issues",
    "pull",
    "pulls",
    "wiki",
    "releases",
    "blob",
    "tree",
    "raw",
    "commit",
    "commits",
    "compare",
    "actions",
    "discussions",
    "projects",
    "labels",
    "milestones",
    "security",
    "blame",
    "milestone",
    "packages",
    "graphs",
    "-",
    "edit",
    "new",
];

/// Whether a path is one of those names, or shows a branch by its name: `tree/HEAD/README.md` is written for a comment
/// or a page whose address nobody knows from the tree.
pub fn is_shown(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    let is_view = |it: &[&str]| {
        matches!(it[0], "tree" | "blob" | "raw" | "blame" | "edit" | "commits")
            && matches!(it[1], "HEAD" | "main" | "master" | "develop" | "trunk")
    };
    FORGE.contains(&parts[0]) || parts.windows(2).any(is_view)
}

/// Lines, the top, a text search, the README of a page, footnotes: no heading makes them.
pub fn gives(fragment: &str) -> bool {
    const GIVEN: &[&str] = &["", "top", "readme", "readme-ov-file", "start-of-content", "_top"];
    let lower = fragment.to_lowercase();
    let is_line = lower.strip_prefix('l').is_some_and(|rest| rest.starts_with(|it: char| it.is_ascii_digit()));
    let is_note = ["fn", "fnref", "user-content-fn", ":~:", "/", "!", "?", "cite_", "%", "#"]
        .iter()
        .any(|open| lower.starts_with(open));
    GIVEN.contains(&&*lower) || is_line || is_note || lower.contains(['=', '&'])
}

/// What names a line of a file behind its path, from its colon on; empty where nothing does: `:40`, `:40:7`, `:40-44`.
pub fn line_of(path: &str) -> &str {
    let name = local::name(path);
    let mut colons = name.match_indices(':').map(|(at, _)| &name[at..]);
    colons.find(|it| it[1..].starts_with(|it: char| it.is_ascii_digit())).unwrap_or_default()
}
