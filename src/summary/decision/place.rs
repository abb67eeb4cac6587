//! Where a record of a decision lies, by its path and its title alone.

use crate::words::address::local;
use crate::words::{file_name, serial};

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
    // Where records have numbers, what has none and speaks of a template is one.
    let is_unnumbered = || serial::of_path(path).is_none_or(|it| it.number == 0);
    file_name::is_form(path)
        || lower.contains("template") && is_unnumbered()
        || lower.contains("nnnn")
        || title.to_ascii_lowercase().ends_with("template")
}
