//! Names of texts that go with a record and are none: its plan, what came of it, who looked at it.

/// Words at the end of names that make them so whatever stands before.
const COMPANIONS: &[&str] = &[
    "status-report",
    "status-update",
    "progress-report",
    "completion-report",
    "implementation-report",
    "execution-plan",
    "implementation-plan",
    "test-plan",
    "test-results",
    "implementation-summary",
    "completion-summary",
    "checklist",
    "handover",
    "handoff",
    "pr-description",
    "github-issues",
];

/// The same of those that a record may have in its name as well: "0005-input-validation.md".
const MAY_BE: &[&str] =
    &["verification", "validation", "adoption", "summary", "report", "results", "analysis", "completion"];

/// Whether a name, without its ending, says that it goes with a record.
pub fn is_of_record(name: &str) -> bool {
    ends_in(name, COMPANIONS)
}

/// The same, or may say so.
pub fn may_be_of_record(name: &str) -> bool {
    is_of_record(name) || ends_in(name, MAY_BE)
}

fn ends_in(name: &str, words: &[&str]) -> bool {
    let plain = name.to_ascii_lowercase().replace(['_', ' '], "-");
    words.iter().any(|it| plain.strip_suffix(it).is_some_and(|rest| rest.is_empty() || rest.ends_with('-')))
}

#[cfg(test)]
mod tests {
    use super::{is_of_record, may_be_of_record};

    #[test]
    fn what_goes_with_a_record_says_so_at_its_end() {
        assert!(["execution-plan", "Status_Report", "phase-2-handover"].into_iter().all(is_of_record));
        assert!(!["use-a-queue", "plan", "nochecklist"].into_iter().any(is_of_record));
        assert!(may_be_of_record("wave-1-verification") && !is_of_record("wave-1-verification"));
    }
}
