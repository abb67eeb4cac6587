//! What a page, or a path that it leads to, is about by where it lies and how it is called. Knows no system.

use super::Question;
use super::page::{Page, Said};
use super::system::is_of_docs;
use crate::words::address::local;
use crate::words::list::is_among;

/// Folders of pages about what lies around them.
const PAGES: &str = "\
    docs doc documentation .github wiki adr adrs decisions runbooks runbook playbooks ops guides handbook design \
    rfcs architecture status updates handoffs handovers community governance contributing dev-docs operations \
    docs-internal proposals meta project standups how-to contributor-docs contributors";

/// Whether a page lies in a folder of pages at the root.
pub fn is_among_pages(folder: &str) -> bool {
    is_among(PAGES, &folder.to_lowercase()) || is_of_docs(folder)
}

/// A run-book on one task says how that is undone, and one on an alert how that one comes about, and not the whole.
pub fn is_of_one_task(page: &Page, said: &Said) -> bool {
    const WHOLE: &[&str] = &[
        "rollback",
        "roll-back",
        "revert",
        "undo",
        "deploy",
        "releas",
        "recover",
        "restore",
        "backup",
        "incident",
        "outage",
        "readme",
        "contributing",
        "operations",
        "operating",
        "maintain",
        "develop",
        "index",
        "runbook",
    ];
    /// As words of a name begin; "slo" begins others, too.
    const WATCHED: &[&str] = &["monitor", "alert", "observab", "health", "dashboard", "metric"];
    let stem = local::name(&page.path).to_lowercase();
    let is_of_one = ["upgrade", "migration", "migrate"].iter().any(|it| stem.contains(it));
    let names = |parts: &[&str]| parts.iter().any(|it| stem.contains(it));
    let watches = |word: &str| is_among("slo slos", word) || WATCHED.iter().any(|it| word.starts_with(it));
    let is_watched = || stem.split(|it: char| !it.is_alphanumeric()).any(watches);
    match said.question {
        Question::Undo => is_of_one || !names(WHOLE),
        Question::Notice => is_of_one || !names(WHOLE) && !is_watched(),
        _ => false,
    }
}

/// The first page of a folder of pages says how the pages are made.
pub fn is_readme(path: &str) -> bool {
    local::name(path).to_lowercase().starts_with("readme.")
}

/// The first page of a folder for those who work on the thing says how that is done: `docs/operations/README.md`.
fn is_first_for_workers(path: &str) -> bool {
    const WORK: &str = "\
        developer developers development dev operations ops deployment deploy deploying release releases releasing \
        runbook runbooks setup testing infrastructure getting-started contributing";
    let mut parts = path.rsplit('/').skip(1);
    let folder = parts.next().unwrap_or_default();
    is_readme(path) && parts.next().is_some() && is_among(WORK, &folder.to_lowercase())
}

/// Whether what a first page says of how something is done is said of the pages around it: that of a folder of pages tells
/// how they are made, but where it is for those who work on the thing.
pub fn is_on_pages(page: &Page, said: &Said) -> bool {
    is_operation(said.question) && page.path.contains('/') && is_readme(&page.path) && !is_first_for_workers(&page.path)
}

/// The first page of the documentation may stand in for that of the repository.
pub fn is_first_of_pages(path: &str) -> bool {
    path.split_once('/')
        .is_some_and(|(folder, rest)| matches!(folder, "docs" | "doc" | ".github") && !rest.contains('/'))
}

/// Whether a page lies at the root, or in a folder of pages there: what lies elsewhere is about where it lies.
pub fn is_of_repository(page: &Page) -> bool {
    let top = page.path.split_once('/').map_or("", |(top, _)| top).to_lowercase();
    top.is_empty() || is_among_pages(&top) || top.contains("decision")
}

pub fn leads_into(target: &str, path: &str) -> bool {
    !path.is_empty() && is_below(target, path)
}

/// The folder itself, or its first page.
pub fn is_entry(target: &str, path: &str) -> bool {
    if path.is_empty() {
        return false;
    }
    let rest = target.strip_prefix(path).map(str::to_lowercase);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("/readme") || rest == "/index.md")
}

pub fn is_operation(question: Question) -> bool {
    matches!(question, Question::Run | Question::Test | Question::Deploy | Question::Notice | Question::Undo)
}

/// Whether a file lies in a folder, or is what the path names.
pub fn is_below(file: &str, folder: &str) -> bool {
    folder.is_empty() || file.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
