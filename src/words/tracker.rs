//! Issues, tickets, pull requests and commits as texts name them.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::case;
use crate::words::pattern::Pattern;

/// `#12`, `owner/repo#12`, `GH-12`, `!12` of a merge request; `&#39;` is a character and `0#1` a calculation.
static NUMBER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"(?:(?:^|[^\w&]|[A-Za-z][\w./-]*)#|(?:^|[^\w&])(?:GH-|gh-|!))(?P<id>\d+)(?:$|[^\w-])")
});

/// A tracker's key: `ABC-123`.
const KEY: &str = r"[A-Z][A-Z0-9]{1,9}-\d+";

/// A key is one only after a word that refers, or at the head of a title: `AES-256` looks the same.
static REFERRED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        r"(?:(?i:fix(?:e[sd])?|clos(?:e[sd]?|ing)|resolv(?:e[sd]?|ing)|refs?|references?|see|issues?|tickets?|jira|bug|task|story|part of|related to|relates to|addresses|implements)[:\s]+\[?|^\[?)(?P<id>{KEY})(?:$|[^\w-])"
    ))
});

/// "PR 12", "issue no. 12".
const CALLED: &str =
    r"(?:(?i:issue|ticket|bug|pr|pull request|mr|merge request|cl|jira|task)s?[ -](?i:no\.? ?|number |id )?|PR)";

/// A number of one digit counts the issues or the tasks of the text itself.
static NUMBERED: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(&format!(r"(?-u:\b){CALLED}(?P<id>\d{{2,7}})(?:$|[^\w.%]|\.(?:$|\s))")));

/// "Resolves 1893." A number with a thing behind it counts the things.
static BARE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"(?i)(?-u:\b)(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?):? (?P<id>\d{2,7})(?:$|[,;)]|\.(?:$|\s))")
});

/// Where a sentence names an issue or a pull request by its id.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    let id = |pattern: &Pattern| Some(pattern.captures(sentence)?.name("id")?.range());
    id(&NUMBER).or_else(|| id(&REFERRED)).or_else(|| id(&NUMBERED)).or_else(|| id(&BARE))
}

/// The issues of the same tracker that a change says to close: "Fixes #12, closes #13".
pub fn closed(text: &str) -> impl Iterator<Item = String> {
    static CLOSES: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?-u:\b)(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?|address(?:e[sd])?):? (?:https?://\S+/issues/|issue )?#?(?P<id>\d+)(?-u:\b)",
        )
    });
    CLOSES.captures_iter(text).filter_map(|it| Some(it.name("id")?.as_str().to_owned()))
}

/// Whether an address leads to an issue or to a change.
pub fn is_address(address: &str) -> bool {
    ["/issues/", "/pull/", "/merge_requests/", "/commit/", "/browse/"].iter().any(|it| address.contains(it))
}

/// A commit by its hash, behind a word that says so: containers and builds have hashes as well.
static COMMIT: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?i)(?-u:\b)(?:commit|changeset|revision|rev|sha)[: ]+[0-9a-f]{7,40}(?-u:\b)"));

/// Where a sentence names a commit.
pub fn find_commit(sentence: &str) -> Option<Range<usize>> {
    COMMIT.find(sentence).map(|found| found.range())
}

/// Anything in the form of an id, of whatever it is one.
static ID: LazyLock<Pattern> = LazyLock::new(|| {
    let hash = "(?:[0-9]+[a-f]|[a-f]+[0-9])[0-9a-f]{5,38}";
    Pattern::new(&format!(r"(?-u:\b)(?:{KEY}|{CALLED}\d+|{hash})(?-u:\b)"))
});

/// Whether some id stands in a text. `AES-256` is no issue, and leads its reader to one thing all the same.
pub fn has_id(text: &str) -> bool {
    NUMBER.is_match(text) || ID.is_match(text)
}

/// What is left of a sentence without references, handles and marks: the words of its own.
pub fn own_words(sentence: &str) -> usize {
    let id = find(sentence).map(|it| &sentence[it]);
    let is_word = |word: &&str| {
        let has_letters = word.chars().filter(|it| it.is_alphabetic()).count() > 1;
        has_letters
            && id != Some(word.trim_matches(|it: char| !it.is_alphanumeric()))
            && !word.starts_with('@')
            && !is_reference(word)
            && !REFERRING.contains(&word.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase().as_str())
    };
    sentence.split_whitespace().filter(is_word).count()
}

/// `#12`, `owner/repo#12`, `AB#12`, `GH-12`.
fn is_reference(word: &str) -> bool {
    let begins_with_digit = |rest: &str| rest.starts_with(|it: char| it.is_ascii_digit());
    let is_digits = |rest: &str| begins_with_digit(rest) && rest.bytes().all(|it| it.is_ascii_digit());
    let bare = word.trim_matches(|it: char| !it.is_alphanumeric() && it != '#');
    word.strip_prefix('#').is_some_and(begins_with_digit)
        || bare.split_once('#').is_some_and(|(_, number)| is_digits(number))
        || case::begins(bare, "gh-") && is_digits(&bare[3..])
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
    "linked",
    "contributes",
    "continuation",
    "card",
    "trello",
    "shortcut",
    "linear",
    "asana",
    "clickup",
    "none",
    "n/a",
    "addresses",
    "please",
    "review",
    "towards",
    "toward",
    "implements",
    "partial",
    "partially",
    "solution",
    "cf",
    "via",
    "per",
    "as",
    "from",
    "follow",
    "follow-up",
    "followup",
    "following",
    "up",
    "fixing",
    "resolving",
    "addressing",
    "address",
    "bug",
    "jira",
    "story",
    "task",
    "epic",
    "rendered",
    "discussion",
    "discussed",
    "thread",
    "based",
    "in",
    "at",
    "is",
    "it",
    "here",
    "more",
    "details",
    "info",
    "context",
    "tickets",
    "prs",
    "mr",
    "commit",
    "upstream",
    "rdar",
];

#[cfg(test)]
mod tests {
    use super::{find, has_id, own_words};

    #[test]
    fn ids_are_told_from_look_alikes() {
        for text in [
            "Fixes #12",
            "Resolves 1893.",
            "Towards bug 2039791.",
            "see owner/tool#3",
            "tool#3",
            "(#7)",
            "PR 12",
            "Fix ABC-123 in the parser",
            "ABC-12: parse",
        ] {
            assert!(find(text).is_some(), "{text}");
        }
        for text in ["fill:#90EE90", "uses AES-256", "item 3", "Apr 15", "0#1", "failed!2", "fixes 12 warnings"] {
            assert!(find(text).is_none(), "{text}");
        }
        assert!(has_id("uses AES-256") && has_id("since 3f9a2b1c") && !has_id("item 3"));
    }

    #[test]
    fn references_are_no_words_of_their_own() {
        for text in ["Closes #3, cc @ada", "Closes a/b#12", "(GH-12)", "Fixes AB#12.", "Linked issue: group/project#12"]
        {
            assert_eq!(own_words(text), 0, "{text}");
        }
        assert_eq!(own_words("The pool starves under load"), 4);
    }
}
