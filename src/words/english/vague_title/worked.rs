//! What the subject of a change says that tells only that somebody worked.

const WORKED: &[&str] = &[
    "style fixes",
    "style fix",
    "code style fixes",
    "code review follow-up",
    "code review followup",
    "review follow-up",
    "review followup",
    "more work",
    "another try",
    "try again",
    "second try",
    "next try",
    "last try",
    "final attempt",
    "last attempt",
    "another attempt",
    "second attempt",
    "did more",
    "wrote more",
    "oops",
    "whoops",
    "woops",
    "oops again",
    "hot fix",
    "hot-fix",
    "hot fixes",
    "asdf",
    "blah",
    "wtf",
    "x",
    "xx",
    "add files via upload",
    "it works",
    "it works now",
    "works now",
    "working",
    "working now",
    "try",
    "trying",
    "better",
    "better code",
    "more",
    "added",
    "comments",
    "testing",
    "test",
    "fix conflict",
    "fix conflicts",
    "fixed conflicts",
    "fix merge conflict",
    "fix merge conflicts",
    "fixed merge conflicts",
    "resolve conflicts",
    "resolve merge conflicts",
    "resolved conflicts",
    "resolved merge conflicts",
    "revert change",
    "revert changes",
    "revert last change",
    "revert last commit",
    "undo last",
    "undo last change",
    "undo last commit",
];

/// Whether the subject of a change only tells that somebody worked: elsewhere "Comments" and "Testing" are topics.
pub(super) fn tells_only_work(subject: &str) -> bool {
    let lower = subject.to_lowercase();
    let bare = lower.trim_matches(|it: char| !it.is_alphanumeric());
    let plain = ["minor ", "small ", "some ", "more "].iter().find_map(|it| bare.strip_prefix(it)).unwrap_or(bare);
    WORKED.contains(&bare) || WORKED.contains(&plain)
}

#[cfg(test)]
mod tests {
    use super::tells_only_work;

    #[test]
    fn a_change_may_only_say_that_somebody_worked() {
        for subject in [
            "Minor style fixes",
            "Code review follow-up",
            "more work",
            "try again",
            "Oops!",
            "Whoops",
            "hot fix",
            "asdf",
            "Testing",
            "Undo last.",
            "fix merge conflicts",
            "x",
        ] {
            assert!(tells_only_work(subject), "{subject}");
        }
        for subject in [
            "Style fixes of the menu",
            "Add tests",
            "Change comment",
            "It works on Windows",
            "Test the pool",
            "Better names",
            "Fix conflicts of the two pools",
            "Revert the change of the limits",
            "Backup the pool",
        ] {
            assert!(!tells_only_work(subject), "{subject}");
        }
    }
}
