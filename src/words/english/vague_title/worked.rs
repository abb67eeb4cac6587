//! What the subject of a change says that tells only that somebody worked.

use crate::words::list::is_among;

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
    "respond to comments",
    "responded to comments",
    "resolve comments",
    "resolved comments",
    "resolve conflict",
    "resolved conflict",
    "missed one",
    "clean code",
    "try this",
    "try fix",
    // What stands where nothing was written.
    "no message",
    "no comment",
    "no commit message",
    "no log message",
    "empty message",
    "empty log message",
    "empty commit message",
    "empty commit",
    "dummy commit",
    "test commit",
];

/// A deed without an object, a sigh, and what says that there is more of the same.
const DEEDS: &str = "add adding remove removed removing delete deleted rename renamed renaming move moved replace replaced \
     simplify simplified optimize optimise optimized optimised revert reverted undo merge rebase rebased fixup fixups \
     debug debugging reword rephrase rephrased clarify clarified clarification clarifications correction corrections tidy \
     tidying reorder reordered reorg reorganize reorganise restructure restructured revise revised revision revisions \
     clean housekeeping polish polished ugh argh meh missed forgot empty ok work latest";

/// Whether the subject of a change only tells that somebody worked: elsewhere "Comments" and "Testing" are topics.
pub(super) fn tells_only_work(subject: &str) -> bool {
    let lower = subject.to_lowercase();
    let bare = lower.trim_matches(|it: char| !it.is_alphanumeric());
    let plain = ["minor ", "small ", "some ", "more "].iter().find_map(|it| bare.strip_prefix(it)).unwrap_or(bare);
    let is_deed = |it: &str| is_among(DEEDS, it.strip_suffix(" up").unwrap_or(it));
    let is_letter = bare.len() == 1 && bare.bytes().all(|it| it.is_ascii_alphabetic());
    WORKED.contains(&bare) || WORKED.contains(&plain) || is_deed(bare) || is_deed(plain) || is_letter
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
            "*** empty log message ***",
            "Simplify",
            "Tidying up.",
            "more clarifications",
            "f",
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
            "Rename the pool",
            "Formatting",
            "Initial commit",
        ] {
            assert!(!tells_only_work(subject), "{subject}");
        }
    }
}
