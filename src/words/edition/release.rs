//! Pages that tell of one release, by their names: notes of what it brought, and guides to it. What they plan was planned then.

use super::is_number;
use crate::words::address::local;
use crate::words::list::is_among;

/// Whether a path is that of what was said of one release: "notes/pool-1.8.5.md", "docs/migration_0.28.md", "NEWS.1.md".
pub fn tells_of_release(path: &str) -> bool {
    const FOLDERS: &str = "notes releases release history changes changelog changelogs";
    const GUIDES: &[&str] = &["migrat", "upgrad", "porting", "changes", "whats-new", "what-s-new"];
    let name = local::name(path).to_ascii_lowercase();
    let stem = name.strip_suffix(".md").or_else(|| name.strip_suffix(".mdx")).unwrap_or(&name);
    let last = stem.rsplit(['-', '_', 'v', ' ']).next().unwrap_or_default();
    let is_kept_so = || is_among(FOLDERS, local::name(local::folder(path)));
    // "upgrade-plan-2.0.md" is a plan, and "upgrade-to-postgres-16.2.md" is of something else.
    let is_joint = |it: &str| is_among("to from guide v notes", it) || is_number(it.trim_start_matches('v'));
    let is_guide = || GUIDES.iter().any(|it| stem.starts_with(it)) && stem.split(['-', '_', ' ']).skip(1).all(is_joint);
    let is_old_log = || stem.split_once('.').is_some_and(|(log, of)| log == "news" && of.parse::<u32>().is_ok());
    is_number(last) && (is_kept_so() || is_guide()) || is_old_log()
}

#[cfg(test)]
mod tests {
    use super::tells_of_release;

    #[test]
    fn what_was_said_of_a_release_has_its_number() {
        for path in ["notes/pool-1.8.5.md", "docs/migration_0.28.md", "docs/upgrading-to-v2.0.mdx", "NEWS.1.md"] {
            assert!(tells_of_release(path), "{path}");
        }
        for path in ["docs/guide-1.2.md", "NEWS.md", "docs/migration.md", "docs/releases/README.md"] {
            assert!(!tells_of_release(path), "{path}");
        }
    }
}
