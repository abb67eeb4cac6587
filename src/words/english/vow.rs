//! What the boxes of forms have their author say, as far as the text itself can bear it out.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of};

/// What a ticked box promises the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vow {
    /// An issue or a discussion is linked.
    Reference,
    /// Something was tested, or has a test.
    Test,
}

static REFERENCE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:linked|link|links|references?|referenced|referencing|mentioned|attached|associated|added a link) (?:\w+ ){0,4}(?:issues?|tickets?|bug reports?|stor(?:y|ies)|discussion)",
        r"(?:issues?|tickets?|bug reports?) (?:\w+ ){0,3}(?:linked|referenced|attached|mentioned)",
    ])
});

static TEST: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:added|wrote|written|updated) (?:\w+ ){0,4}tests?|tests? (?:\w+ ){0,4}(?:added|written|updated|included|pass(?:es|ed|ing)?)|tested|ran (?:\w+ ){0,4}tests?",
    ])
});

/// Words by which a box promises nothing: a choice, a duty of others, what was looked for.
static OPEN: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"if|or|unless|no|not|n/a|applicable|none|search\w*|look(?:ed)? for|duplicates?|similar|other|existing|should|will|read",
    ])
});

impl Vow {
    /// What a reader asks who finds nothing of it.
    pub fn question(self) -> &'static str {
        match self {
            Vow::Reference => "Which issue or discussion is it?",
            Vow::Test => "What was tested, and how?",
        }
    }
}

/// Whether a box says that tests came with the change: files can bear that out, or not.
pub fn adds_tests(words: &str) -> bool {
    static ADDS: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[
            r"(?:added|wrote|written|included) (?:\w+ |□ ){0,4}tests?|tests? (?:\w+ ){0,4}(?:added|written|included)",
        ])
    });
    // "… that prove my fix is effective or that my feature works" is no choice.
    !OPEN.is_match(&words.replace(" or that ", " ")) && ADDS.is_match(words)
}

/// What a box promises by its words.
pub fn find(words: &str) -> Option<Vow> {
    if OPEN.is_match(words) {
        return None;
    }
    if REFERENCE.is_match(words) {
        return Some(Vow::Reference);
    }
    TEST.is_match(words).then_some(Vow::Test)
}

#[cfg(test)]
mod tests {
    use super::{Vow, adds_tests, find};

    #[test]
    fn only_what_is_promised() {
        assert_eq!(find("I have linked the relevant issue"), Some(Vow::Reference));
        assert_eq!(find("There is a reference to the bug report"), Some(Vow::Reference));
        assert_eq!(find("I have added tests for my change"), Some(Vow::Test));
        assert_eq!(find("I have searched for issues that are linked"), None);
        assert_eq!(find("Tests were added if needed"), None);
        assert_eq!(find("I agree to the licence"), None);
        assert!(adds_tests("I have added tests that prove my fix is effective or that my feature works"));
        assert!(!adds_tests("I have added tests or they are not needed"));
    }
}
