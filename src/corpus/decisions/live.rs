//! Which documents are read as what holds today, and which as what was.

use crate::summary::Summary;
use crate::words::address::local;
use crate::words::english::status::Standing;
use crate::words::serial;

/// Beside stories: kinds that speak of others, or of nothing.
const ASIDE: &[&str] = &["decision-log", "index", "template"];

/// Folders and files whose names say that they tell how things were.
const PAST: &[&str] = &[
    "archive",
    "archived",
    "archives",
    "old",
    "previous_versions",
    "previous-versions",
    "legacy",
    "deprecated",
    "obsolete",
    "defunct",
    "history",
    "historical",
    "superseded",
    "rejected",
    "withdrawn",
    "minutes",
    "meetings",
    "meeting-notes",
    "blog",
    "posts",
    "_posts",
    "postmortems",
    "incidents",
    "changelog",
    "changelogs",
    "release-notes",
    "releases",
    "news",
    "newsletters",
    "retrospectives",
    "attic",
    "rip",
    "templates",
    "node_modules",
    "vendor",
    "third_party",
    "examples",
    "testdata",
    "fixtures",
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
    "retired",
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

/// Folders and files whose names say that they tell what was to be done.
const WORK: &[&str] = &["plans", "planning", "sprint", "sprints", "tasks", "todo", "backlog"];

/// Whether a document tells how things were, and no list of records is kept up in it.
pub fn is_of_past(summary: &Summary) -> bool {
    let is_form = summary.kind.as_deref() == Some("template");
    summary.is_story || is_form || summary.is_record || lies_in_past(&summary.path)
}

/// Whether the name of a file or of a folder around it says that it tells how things were.
pub fn lies_in_past(path: &str) -> bool {
    let is_past = |name: &str| PAST.contains(&name) || name.split(['-', '_', '.']).any(|it| it.starts_with("archive"));
    let lower = path.to_ascii_lowercase();
    lies_in_work(path) || lower.split('/').any(|it| is_past(it.strip_suffix(".md").unwrap_or(it)))
}

/// Whether the name of a file or of a folder around it says that it tells what was to be done.
fn lies_in_work(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    let parts: Vec<&str> = path.split('/').collect();
    // Elsewhere a folder `work` may be a part of the product.
    let is_docs = parts.windows(2).any(|it| it == ["docs", "work"]);
    is_docs || parts.iter().any(|it| WORK.contains(&it.strip_suffix(".md").unwrap_or(it)))
}

/// Whether a path is that of a plan, a report or a note: of what was to be done, or was done, at its time.
pub fn is_of_its_time(path: &str) -> bool {
    lies_in_work(path) || is_of_plans(path)
}

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

fn is_of_plans(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    let words: Vec<&str> =
        local::name(&lower).trim_end_matches(".md").split(|it: char| !it.is_ascii_alphanumeric()).collect();
    let is_year = |it: &str| it.len() == 4 && it.starts_with("20") && it.bytes().all(|it| it.is_ascii_digit());
    // `discussion-log.md` is one, and `log-format.md` says how one is written.
    let ends_as_log = words.len() > 1 && words.last().is_some_and(|it| matches!(*it, "log" | "logs"));
    ends_as_log || is_year(words[0]) || words.iter().any(|it| PLANNED.contains(it))
}

/// Whether a path is that of a numbered record, in a folder of records.
fn is_record(path: &str) -> bool {
    let folder = local::name(local::folder(path)).to_ascii_lowercase();
    let is_of_records = ["adr", "decision", "rfc"].iter().any(|it| folder.contains(it));
    is_of_records && serial::of_path(path).is_some()
}

pub fn is_live(summary: &Summary) -> bool {
    let is_aside = summary.is_story || summary.kind.as_deref().is_some_and(|it| ASIDE.contains(&it));
    // What was decided stays as it was written; only what is still open can still be changed.
    let may_change = match &summary.decision {
        Some(it) => it.standing == Some(Standing::Open) && !it.rests(),
        None => !is_record(&summary.path),
    };
    !is_aside && !lies_in_past(&summary.path) && !is_of_plans(&summary.path) && may_change
}
