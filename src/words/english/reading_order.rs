//! How authors lead a reader through a large change: in which order, by which commits, where the heart of it is.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of, in_pieces};

static ORDER: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:commit by|one|each|every|per|by|individual|separate|first|second|last|following|previous|these|other|single|two|three|four|five|\d+) commits?|commit-by-commit|commits? (?:separately|individually|one by one|in order|below|is|are|does|do|adds?|moves?|contains?)|split (?:up )?(?:in)?to|split (?:this|it|them)",
        r"(?:review|read|look|start|begin)(?:ing|ed)? (?:\w+ ){0,3}(?:in (?:this|the following|that) order|first|at|with|from|here|order|guide)|(?:reading|review|suggested) order|(?:best|easier|easiest|simplest) (?:\w+ ){0,2}(?:reviewed|read|to review|to read|viewed)|how to (?:review|read)|(?:notes?|hints?|tips?|guide|suggestions?) (?:for|to) (?:the )?review\w*|for reviewers|reviewers? (?:can|should|may|might)",
        r"(?:most|bulk|majority|rest|remainder|half|all) of (?:the|this|these|it|that) (?:\w+ ){0,3}(?:diff|changes?|pr|lines?|code|commits?|files?|pull request)?|(?:main|key|core|interesting|important|relevant|real|actual|substantive|meaningful) (?:\w+ )?(?:changes?|logic|part|parts|files?|bits?|implementation|piece|pieces)|mechanical(?:ly)?|auto-?generated|generated|boilerplate|purely|no functional|without functional|only moves?|moved (?:only|as is)|whitespace|ignore (?:the|all)|hide whitespace|large (?:diff|because|but|pr)|sorry (?:for|about)",
        // What others have read before, or what nobody has to read.
        r"imports? (?:the )?(?:latest|newest|upstream)|(?:taken|ported|vendored|lifted) (?:\w+ ){0,3}from|ports? (?:\S+ ){0,6}from|copied (?:verbatim|as is|unchanged)? ?from|cop(?:y|ies|ied) (?:the )?(?:old|existing|previous|original)|\d+ (?:\w+ )?(?:lines|loc) of (?:\w+ )?tests?|walk-?through",
    ])
});

/// Where a sentence says how to read a change. "Key changes:" alone announces a list of them.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    let is_label = |found: &Range<usize>| {
        let (before, after) = (&sentence[..found.start], &sentence[found.end..]);
        ![before, after].iter().any(|it| it.contains(char::is_alphanumeric)) && after.trim_end().ends_with(':')
    };
    ORDER.find(sentence).map(|found| found.range()).filter(|found| !is_label(found))
}

/// Whether a sentence, as it is written, says by which program a change was made: whoever knows what that does has read it.
pub fn names_tool(sentence: &str) -> bool {
    static MADE: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[
            r"(?:done|made|produced|created|applied|converted|rewritten|generated|changed|fixed|formatted|renamed|updated|migrated) (?:\w+ ){0,2}(?:by|with|via|using)|ran|re-?ran|(?:by|after|from) running|(?:result|output) of|automatically|mechanically",
        ])
    });
    static TOOL: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"--fix(?-u:\b)|(?-u:\b)(?:codemods?|jscodeshift|comby|coccinelle|openrewrite|clippy|rustfmt|gofmt|gofumpt|goimports|prettier|clang-format|clang-tidy|pyupgrade|autopep8|yapf|isort|ruff|rubocop|eslint|ktlint|scalafix|2to3|sed|cargo fmt|go fmt|formatter|(?:search|find)[ -]and[ -]replace|(?:an?|the|this|my) (?:\w+ )?script)(?-u:\b)",
        ])
    });
    TOOL.is_match(sentence) && MADE.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::{find, names_tool};

    #[test]
    fn an_order_and_none() {
        assert!(find("Start with the pool; the rest of the diff only renames").is_some());
        assert!(find("It is best reviewed commit by commit").is_some());
        assert!(find("The two files are taken from the upstream pool").is_some());
        assert!(find("Some 2100 lines of test code, and 300 besides").is_some());
        assert!(find("Adds a pool for each tenant").is_none());
        assert!(find("Key changes:").is_none() && find("The key changes are in the pool:").is_some());
        assert!(names_tool("Mostly done by running `cargo clippy --fix`") && names_tool("I ran the formatter over it"));
        assert!(!names_tool("Adds prettier to the hooks") && !names_tool("Lent slots are renamed with care"));
    }
}
