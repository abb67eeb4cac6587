//! Names by which a part of a text is a record: what it promises was promised then. Names of whole texts stand in
//! `of_its_day.rs`.

/// Names of parts that tell what was.
const PAST: &[&str] = &[
    "history",
    "changelog",
    "change log",
    "changes",
    "timeline",
    "release notes",
    "releases",
    "archive",
    "archived",
    "past",
    "previous",
    "retrospective",
    "log",
    "updates",
    "news",
    "completed",
    "done",
    "shipped",
    "milestones reached",
];

/// Names of parts in which somebody argues for a thing to be done.
const PROPOSAL: &[&str] = &[
    "motivation",
    "alternatives",
    "alternatives considered",
    "considered alternatives",
    "drawbacks",
    "non goals",
    "non-goals",
    "goals and non-goals",
    "detailed design",
    "prior art",
    "rationale",
    "abstract",
    "considered options",
    "risks and mitigations",
    "graduation criteria",
    "unresolved questions",
    "context and problem statement",
    "rationale and alternatives",
];

/// More letters make a sentence of a name.
const LONGEST: usize = 40;

/// Whether the name of a part, in small letters, says that it tells what was.
pub fn is_past(part: &str) -> bool {
    PAST.contains(&part) || part.len() < LONGEST && part.split(' ').any(|word| PAST.contains(&word))
}

/// Whether the name of a part, in small letters, is one that proposals have.
pub fn is_of_proposal(part: &str) -> bool {
    PROPOSAL.contains(&part)
}

#[cfg(test)]
mod tests {
    use super::{is_of_proposal, is_past};

    #[test]
    fn names_of_parts() {
        assert!(is_past("release notes") && is_past("news of the week") && !is_past("next steps"));
        assert!(!is_past("what the history of this project has taught all of us") && is_past("change log"));
        assert!(is_of_proposal("motivation") && !is_of_proposal("motivational talk"));
    }
}
