//! What a path says of its text without being a day: that it tells how things were, or what was to be done. Of texts that
//! were so on one day `of_its_day.rs` knows.

use super::address::local;
use super::copied;
use super::edition::says_left;

/// Folders and files whose names say that they tell how things were, beside those that another one took the place of.
const PAST: &[&str] = &[
    "previous_versions",
    "previous-versions",
    "history",
    "superseded",
    "rejected",
    "withdrawn",
    "minutes",
    "meetings",
    "meeting-notes",
    "postmortems",
    "incidents",
    "changelog",
    "changelogs",
    "release-notes",
    "releases",
    "newsletters",
    "retrospectives",
    "rip",
    "reports",
    "reviews",
    "journal",
    "sessions",
    "progress",
    "worklog",
    "worklogs",
    "devlog",
    "devlogs",
    "complete",
    "completed",
    "implemented",
    "shipped",
    "abandoned",
    "audits",
    "research",
    "spikes",
    "brainstorm",
    "brainstorms",
    "ideas",
    // What agents keep of earlier talks.
    "memory",
    "memories",
];

/// Folders and files of posts: each tells how things were on its day.
const POSTS: &[&str] = &["blog", "posts", "_posts", "news"];

/// Folders in which somebody writes for themselves, each time in a file with a day in its name: `src/journal/` is of a file system.
const DIARIES: &[&str] = &["journal", "journals", "diary", "diaries", "looking-back", "daily-notes", "dailies"];

/// Folders into which programs put what somebody read elsewhere.
const CLIPPINGS: &[&str] = &["clippings", "readwise", "raindrop", "web-clips"];

/// Folders and files whose names say that they only show something.
const SHOWN: &[&str] = &["templates", "examples", "testdata", "fixtures"];

/// Folders and files whose names say that they tell what was to be done.
const WORK: &[&str] = &["plans", "planning", "sprint", "sprints", "tasks", "todo", "backlog"];

/// Words in the name of a file that says what is to be done, or what was done, and not what holds.
const PLANNED: &[&str] = &[
    "roadmap",
    "roadmaps",
    "plan",
    "plans",
    "milestones",
    "verification",
    "verifications",
    "ticket",
    "tickets",
    "notes",
    "report",
    "reports",
    "todo",
    "followup",
    "audit",
    "prompt",
    "handoff",
    "handover",
    "questions",
    "assignment",
    "assignments",
    "homework",
];

/// Whether the name of a file or of a folder around it says that it does not tell how things are here and now.
pub fn lies_in_past(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    tells_past(&lower) || lies_in_work(&lower) || names(&lower).any(|it| SHOWN.contains(&it) || copied::is_folder(it))
}

/// Whether the name of a file or of a folder around it, in small letters, says that it tells how things were.
pub fn tells_past(lower: &str) -> bool {
    let is_archive = |name: &str| name.split(['-', '_', '.']).any(|it| it.starts_with("archive"));
    names(lower).any(|name| PAST.contains(&name) || POSTS.contains(&name) || says_left(name) || is_archive(name))
}

/// Whether a text lies among posts, or among articles: of those some are kept up to date, and tell how things are.
pub fn is_among_posts(path: &str) -> bool {
    path.split('/').any(|it| POSTS.contains(&it) || it == "articles")
}

/// Whether a text lies in a diary: what its writer meant to do on the day nobody else waits for.
pub fn is_of_diary(path: &str) -> bool {
    local::name(path).contains(|it: char| it.is_ascii_digit()) && lies_in(path, DIARIES)
}

/// Whether a text was cut out elsewhere, as it stood there. The page of such a folder tells of it.
pub fn is_clipped(path: &str) -> bool {
    !local::is_folder_page(path) && lies_in(path, CLIPPINGS)
}

fn lies_in(path: &str, folders: &[&str]) -> bool {
    local::folders(&path.to_ascii_lowercase()).any(|it| folders.contains(&local::name(it)))
}

/// Whether a path is that of a plan, a task, a report or a note: of what was to be done, or was done.
pub fn is_of_work(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    lies_in_work(&lower) || is_of_plans(&lower)
}

/// The names of folders and of the file in it, which is a page.
fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').map(|it| it.strip_suffix(".md").unwrap_or(it))
}

fn lies_in_work(lower: &str) -> bool {
    // Elsewhere a folder `work` may be a part of the product.
    let parts: Vec<&str> = lower.split('/').collect();
    parts.windows(2).any(|it| it == ["docs", "work"]) || names(lower).any(|it| WORK.contains(&it))
}

fn is_of_plans(lower: &str) -> bool {
    let words: Vec<&str> =
        local::name(lower).trim_end_matches(".md").split(|it: char| !it.is_ascii_alphanumeric()).collect();
    let is_year = |it: &str| it.len() == 4 && it.starts_with("20") && it.bytes().all(|it| it.is_ascii_digit());
    // `discussion-log.md` is one, and `log-format.md` says how one is written.
    let ends_as_log = words.len() > 1 && words.last().is_some_and(|it| matches!(*it, "log" | "logs"));
    ends_as_log || is_year(words[0]) || words.iter().any(|it| PLANNED.contains(it))
}

/// Whether a name is that of what changed: "CHANGELOG.md", "Configuration changes", "4.2 release notes".
pub fn is_of_changes(name: &str) -> bool {
    const NAMES: &[&str] = &["changes", "changelog", "deprecations", "relnotes", "released"];
    let lower = name.to_ascii_lowercase();
    let words = || lower.split(|it: char| !it.is_ascii_alphabetic()).filter(|it| !it.is_empty());
    words().any(|it| NAMES.contains(&it)) || words().zip(words().skip(1)).any(|it| it == ("release", "notes"))
}

#[cfg(test)]
mod tests {
    use super::{is_of_work, lies_in_past};

    #[test]
    fn names_of_files_and_folders_say_it() {
        for path in ["docs/Archive/pool.md", "pool-archive-2.md", "history.md", "a/fixtures/pool.md"] {
            assert!(lies_in_past(path) && !is_of_work(path), "{path}");
        }
        for path in ["docs/plans/pool.md", "Tasks/pool.md", "backlog.md"] {
            assert!(lies_in_past(path) && is_of_work(path), "{path}");
        }
        for path in ["docs/build-plan.md", "2026-pool.md", "pool-notes.md", "discussion-log.md"] {
            assert!(!lies_in_past(path) && is_of_work(path), "{path}");
        }
        for path in ["docs/pool.md", "work/pool.md", "log-format.md", "log.md", "planning-poker/pool.md"] {
            assert!(!lies_in_past(path) && !is_of_work(path), "{path}");
        }
    }
}
