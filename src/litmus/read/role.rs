//! What part a document plays for somebody who picks a system up: by its kind, its folder and its name.

use super::flight;
use crate::document::Document;
use crate::words::copied;
use crate::words::edition::is_language;
use crate::words::generated;
use crate::words::list::is_among;

/// What part a document plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The first page of a folder.
    Readme,
    /// Tells how to do something.
    Guide,
    /// Whatever else is written down.
    Page,
    /// Records decisions.
    Record,
    /// Says how things stand.
    Status,
    /// Answers nothing.
    Silent,
}

/// Kinds that say how a thing was, or speak of no system.
const SILENT: &str = "\
    template licence changelog blog bug-report feature-request pull-request commit-message question request \
    review-request thread postmortem incident-update";

/// Folders that hold what is no word of this repository on itself.
const ASIDE: &str = "\
    test tests testdata test-data test_data __tests__ __snapshots__ fixtures external examples example samples \
    sample demo demos templates template issue_template \
    pull_request_template archive archived old legacy deprecated defunct obsolete attic blog blogs posts _posts news changelogs changelog.d \
    changes newsfragments .changeset translations i18n l10n locales versioned_docs slides prompts skills agents";

pub fn of(doc: &Document, kind: Option<&str>, path: &str) -> Role {
    let lower = path.to_lowercase();
    let (folder, file) = lower.rsplit_once('/').unwrap_or(("", &lower));
    let stem = file.split('.').next().unwrap_or_default().replace('_', "-");
    let is_translated = file.split('.').nth_back(1).is_some_and(is_locale) && file.matches('.').count() > 1;
    if is_aside(path) || is_translated || generated::is_generated(doc.text()) || is_for_machines(&stem) {
        return Role::Silent;
    }
    let is_in = |names: &str| folder.split('/').any(|part| is_among(names, part));
    match kind {
        _ if stem == "changelog" || stem == "security" || stem == "history" || stem == "code-of-conduct" => {
            Role::Silent
        }
        Some(kind) if is_among(SILENT, kind) => Role::Silent,
        // `README.deployer.md` is about the deployer.
        Some("readme") if stem == "readme" && file.matches('.').count() < 2 => Role::Readme,
        Some("runbook" | "how-to" | "contributing" | "integration-guide") => Role::Guide,
        Some("adr" | "decision-log" | "design-doc") => Role::Record,
        Some("status-update" | "handoff" | "on-call-handover") => Role::Status,
        Some("meeting-notes" | "policy") => Role::Silent,
        _ if flight::is_plan(&stem) || is_in(STATUS) && doc.is_record() => Role::Status,
        None if is_in(RUNBOOKS) => Role::Guide,
        _ if stem == "index" && folder.matches('/').count() < 2 => Role::Readme,
        _ => Role::Page,
    }
}

/// Whether a page lies where nothing is said on this repository itself: among examples, fixtures, copies.
pub fn is_aside(path: &str) -> bool {
    let lower = path.to_lowercase();
    let folder = lower.rsplit_once('/').map_or("", |(folder, _)| folder);
    folder.split('/').any(|part| is_among(ASIDE, part) || copied::is_folder(part) || is_locale(part))
}

/// Folders of pages that tell what to do when something is broken.
pub const RUNBOOKS: &str = "\
    runbook runbooks run-books playbook playbooks oncall on-call";
/// Folders of pages that say how things stand.
const STATUS: &str = "\
    status standup standups status-updates updates weekly handoffs handovers";

/// Orders for programs that write code, and what somebody kept: no word to a reader.
fn is_for_machines(stem: &str) -> bool {
    stem.ends_with("-old")
        || stem.ends_with("-deprecated")
        || matches!(
            stem,
            "example"
                | "sample"
                | "template"
                | "agents"
                | "claude"
                | "gemini"
                | "copilot-instructions"
                | "skill"
                | "pull-request-template"
        )
}

/// Whether a folder or an ending says that a page is translated: most are from English.
fn is_locale(part: &str) -> bool {
    is_language(part) && !part.starts_with("en")
}

/// Names of pages for those who work on a thing, or begin to use it.
pub fn is_of_developers(stem: &str) -> bool {
    const STEMS: &str = "\
        contributing development developing developer developers hacking building testing tests running-tests \
        building-and-testing dev dev-setup setup getting-started local-development contributor-guide maintaining \
        release releasing release-process deployment deploying deploy operations ops maintainers developer-guide \
        development-guide how-to-release publishing install installation quickstart quick-start usage monitoring \
        local-setup running-locally run-locally build";
    is_among(STEMS, stem)
}

/// Names of pages for those who keep a thing running.
pub fn is_of_operations(stem: &str) -> bool {
    const STEMS: &str = "\
        operations ops deployment deploying deploy rollback recovery disaster-recovery restore backup backups \
        release releasing release-process";
    is_among(STEMS, stem)
}
