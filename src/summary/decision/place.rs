//! Where a record of a decision lies, by its path and its title alone.

use crate::words::address::local;
use crate::words::serial;

/// Folders that hold one decision a file.
const FOLDERS: &[&str] = &[
    "adr",
    "adrs",
    "decision",
    "decisions",
    "decision-record",
    "decision-records",
    "decision_records",
    "architecture-decisions",
    "architecture_decisions",
    "architecture-decision-record",
    "architecture-decision-records",
    "rfc",
    "rfcs",
    "peps",
    "eips",
    "ercs",
    "keps",
    "cips",
    "ceps",
    "fips",
    "neps",
    "teps",
    "snips",
    "hipes",
];

/// Folders that hold them in some repositories, and other things in others.
const WIDE_FOLDERS: &[&str] = &[
    "text",
    "features",
    "concepts",
    "core",
    "ecosystem",
    "enhancements",
    "proposals",
    "proposal",
    "designs",
    "design",
];

/// Whether a file lies in a folder that holds nothing but records.
pub fn lies_in_folder(path: &str) -> bool {
    lies_in(path, FOLDERS)
}

/// Whether it lies in one that may hold other things too.
pub fn lies_among_others(path: &str) -> bool {
    lies_in(path, WIDE_FOLDERS)
}

/// Whether a file, or the folder whose page it is, lies among decisions.
fn lies_in(path: &str, folders: &[&str]) -> bool {
    let mut parts = local::folder(path).rsplit('/').take(3).map(str::to_ascii_lowercase);
    parts.any(|it| folders.contains(&it.as_str()))
}

/// Whether a file is the form that records are made of.
pub fn is_template(path: &str, title: &str) -> bool {
    let lower = local::name(path).to_ascii_lowercase();
    // `0034-templates-for-services.md` is a decision on templates.
    let is_numbered = serial::of_path(path).is_some_and(|it| it.number > 0);
    let words = lower.strip_suffix(".md").unwrap_or(&lower).trim_start_matches(|it: char| !it.is_alphabetic());
    (if is_numbered { words == "template" } else { lower.contains("template") })
        || lower.contains("nnnn")
        || title.to_ascii_lowercase().ends_with("template")
}
