//! Issues, tickets and pull requests as texts name them.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[\s(\[{:,;|/]|[\w.-]+/[\w.-]+)(?P<id>(?:#|GH-|gh-|!)\d+)(?:$|[^\w-])")
        .expect("a constant pattern")
});

/// A tracker's key is one only after a word that refers, or at the head of a title: `AES-256` looks the same.
static KEY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:(?i:fix(?:e[sd])?|clos(?:e[sd]?|ing)|resolv(?:e[sd]?|ing)|refs?|references?|see|issues?|tickets?|jira|bug|task|story|part of|related to|relates to|addresses|implements)[:\s]+\[?|^\[?)(?P<id>[A-Z][A-Z0-9]{1,9}-\d+)(?:$|[^\w-])",
        r"|(?i:issue|ticket|bug|pr|pull request|task)s? (?:no\.? ?|number |id )?(?P<bare>\d{2,7})(?:$|[^\w.%])"
    ))
    .expect("a constant pattern")
});

/// Where a sentence names an issue or a pull request by its id.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    let number = NUMBER.captures(sentence).and_then(|it| it.name("id"));
    let key = || KEY.captures(sentence).and_then(|it| it.name("id").or_else(|| it.name("bare")));
    number.or_else(key).map(|it| it.range())
}

/// A commit by its hash.
static COMMIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?-u:\b)(?:commit|changeset|revision|rev|sha)[: ]+[0-9a-f]{7,40}(?-u:\b)")
        .expect("a constant pattern")
});

/// Where a sentence names a commit.
pub fn find_commit(sentence: &str) -> Option<Range<usize>> {
    COMMIT.find(sentence).map(|found| found.range())
}

/// What is left of a sentence without references, handles and marks: the words of its own.
pub fn own_words(sentence: &str) -> usize {
    let is_word = |word: &&str| {
        let has_letters = word.chars().filter(|it| it.is_alphabetic()).count() > 1;
        has_letters
            && !word.starts_with(['@', '#'])
            && !REFERRING.contains(&word.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase().as_str())
    };
    sentence.split_whitespace().filter(is_word).count()
}

/// Words that only lead to a reference.
const REFERRING: &[&str] = &[
    "fix",
    "fixes",
    "fixed",
    "close",
    "closes",
    "closed",
    "closing",
    "resolve",
    "resolves",
    "resolved",
    "ref",
    "refs",
    "reference",
    "references",
    "see",
    "issue",
    "issues",
    "related",
    "relates",
    "to",
    "for",
    "of",
    "part",
    "ticket",
    "pr",
    "pull",
    "request",
    "cc",
    "and",
    "also",
    "depends",
    "on",
    "the",
    "this",
    "thanks",
    "signed-off-by",
    "co-authored-by",
    "reviewed-by",
    "link",
    "links",
    "none",
    "n/a",
    "addresses",
    "please",
    "review",
];

#[cfg(test)]
mod tests {
    use super::{find, own_words};

    #[test]
    fn ids_are_told_from_look_alikes() {
        for text in ["Fixes #12", "see owner/tool#3", "(#7)", "Fix ABC-123 in the parser", "ABC-12: parse"] {
            assert!(find(text).is_some(), "{text}");
        }
        for text in ["fill:#90EE90", "uses AES-256", "item 3"] {
            assert!(find(text).is_none(), "{text}");
        }
    }

    #[test]
    fn references_are_no_words_of_their_own() {
        assert_eq!(own_words("Closes #3, cc @ada"), 0);
        assert_eq!(own_words("The pool starves under load"), 4);
    }
}
