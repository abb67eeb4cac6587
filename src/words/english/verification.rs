//! How people say that they checked a thing.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::near;
use crate::words::pattern::{Pattern, any_of, in_pieces};

/// Says what was done to see that it works.
static CHECKED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:I|we)(?:'ve| have)? (?:\w+ )?(?:tested|verified|checked|confirmed|validated|benchmarked|measured|ran|tried)|(?:was|were|been|is|are|all) (?:\w+ )?(?:tested|verified|validated|benchmarked|measured)|tested|verified (?:that|by|with|on|locally)|manually (?:test|verif)\w+",
        r"(?:tests?|ci|checks|suite|build|lint\w*)(?: \w+){0,2} (?:pass|passes|passed|passing|succeeds?|succeeded|green)|(?:all|existing|unit|new) (?:\w+ )?tests? (?:pass|run|work)\w*|no (?:new )?(?:failures|regressions)|benchmarks?(?:ed)? (?:show|result)\w*",
        r"(?:to|how to|steps to) (?:test|verify)|test (?:plan|instructions|steps|results)|before/after|covered by|(?:pytest|npm test|cargo (?:nextest|test|bench)|go test|make test|mvn test|gradlew? test|dotnet test)",
    ])
});

/// Names tests without saying that they ran.
static NAMED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:unit|integration|e2e|end-to-end|regression|new|more|added|adds?|add|updated?|updates?|extend(?:ed)?|snapshot|smoke|performance|accuracy|existing|fix(?:ed)?|implement(?:ed)?|missing|comprehensive|write|written|wrote|load|stress|soak|no|without|needs no) (?:\w+ |□ ){0,3}(?:tests?|specs?|test ?cases?|testing|benchmarks?)|tests? (?:for|that|to|in|are|were|added|updated|cover\w*|have been|file|suite|coverage|cases?)|testing|test coverage|benchmark\w*|verif(?:y|ied|ies|ication)|validat(?:e|ed|ion)|UT",
    ])
});

/// Tells of the change at work, or of what was seen of it, in whatever words.
static TRIED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:I|we)(?:'ve| have| also| then)? (?:\w+ )?(?:replay\w*|click\w*|reproduc\w*|compar\w+|profil\w+|exercis\w+|deploy\w*|walked|stepped|timed|used|built|played|opened|called|sent|saw|see|watched|observed|looked at|poked|benchmark\w*|experiment\w*|simulat\w+)",
        r"(?:ran|run|tried|compared|played|deployed|opened|rendered) (?:it|this|them|both|the|everything)|compared (?:with|to|against|before|output)|deployed (?:to|on)|(?:same|identical|unchanged) (?:output|outputs|results?|bytes|numbers)|no (?:diff|differences?)|no behaviou?r(?:al)? changes?|\d+(?:\.\d+)? ?\w{0,3} ?(?:→|->|=>) ?\d+(?:\.\d+)? ?(?:ns|us|µs|ms|s|sec|seconds|min|minutes|%|x|kb|mb|gb|kib|mib|gib)",
        r"(?:in|by|from) (?:my|our) (?:[\w-]+ ){1,2}tests?|no changes? (?:to|in) the (?:compiled|generated|object|machine|resulting) (?:code|binary|output)|(?:(?:automated|automatic|mechanical) (?:change|conversion|rewrite)s?|done|made|ran|run|applied|converted|rewritten|generated) (?:\w+ )?(?:with|by|using) (?:pyupgrade|black|isort|ruff|autopep8|yapf|prettier|eslint|gofmt|gofumpt|rustfmt|clippy|clang-format|clang-tidy|rubocop|coccinelle|sed|2to3|rector|ktlint|scalafix)",
        r"(?:on|in|against) (?:my|our|a|the|two|three|several|real)? ?(?:\w+ )?(?:staging|sandbox|local machine|machine|laptop|phone|device|emulator|simulator|cluster|test environment|dev environment|production)|locally|by hand|manually|end to end|reproduc(?:e|es|ed|ible|tion)|repro|confirmed|sanity|works? (?:now|as|fine|on|for|with|again)|no longer (?:fails?|crash\w*|happens?|occurs?)",
        r"(?:fell|falls?|went|goes|dropped|drops|grew|rose|reduced|down|up|improv\w+|increas\w+|decreas\w+|sped up|speedup|faster|slower)(?: \S+){0,4} (?:from|by|to) [~<>]?\d|\d+(?:\.\d+)? ?(?:ms|milliseconds|seconds|%|percent|x|times) (?:faster|slower|less|fewer|more|smaller)|qa",
    ])
});

/// Whether a text holds what a program for measuring was told or said: `benchstat`, `%timeit`, `124 ns/op`.
pub fn is_measured(text: &str) -> bool {
    const SIGNS: &[&str] =
        &["benchstat", "%timeit", "hyperfine", "ns/op", "allocs/op", "perf stat", "% cpu ", "real\t"];
    SIGNS.iter().any(|it| text.contains(it))
}

/// Where a sentence tells that somebody saw the change at work.
pub fn find_trial(sentence: &str) -> Option<Range<usize>> {
    // "So that we can see why it breaks" is what a change is for.
    let is_purpose = |found: &Range<usize>| sentence[..found.start].trim_end().ends_with("so that");
    TRIED.find_iter(sentence).map(|found| found.range()).find(|found| !is_purpose(found))
}

/// Where a sentence says how the change was checked.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    CHECKED.find(sentence).map(|found| found.range())
}

/// The same, where it does not say that this was not done: "Not tested", "I have not tested this".
pub fn find_done(sentence: &str) -> Option<Range<usize>> {
    static DENIED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"(?:(?-u:\b)(?:not|never|nothing|nobody|cannot)|n['\u{2019}]?t)(?-u:\b)(?: [\w'-]+){0,3} ?$"])
    });
    let is_denied = |found: &Range<usize>| {
        let end = found.end - sentence[found.clone()].split(' ').next_back().map_or(0, str::len);
        DENIED.is_match(near::behind(&sentence[..end]))
    };
    CHECKED.find_iter(sentence).map(|found| found.range()).find(|found| !is_denied(found))
}

/// Where a sentence at least speaks of tests.
pub fn find_mention(sentence: &str) -> Option<Range<usize>> {
    NAMED.find(sentence).map(|found| found.range())
}

#[cfg(test)]
mod tests {
    use super::{find, find_done, find_mention, find_trial};

    #[test]
    fn a_check_and_its_mention() {
        assert!(find("I tested it on two phones").is_some());
        assert!(find("All tests pass").is_some());
        for text in ["Not tested.", "I have not tested this.", "We haven't tested it on a phone", "It was never tested"]
        {
            assert!(find_done(text).is_none(), "{text}");
        }
        for text in ["Not on Windows, but tested on Linux", "It does not hang any more; all tests pass", "I tested it"]
        {
            assert!(find_done(text).is_some(), "{text}");
        }
        assert!(find("Adds unit tests for the parser").is_none());
        assert!(find_mention("Adds unit tests for the parser").is_some());
        assert!(find_trial("Logs the cause so that we can see why it breaks").is_none());
        assert!(find_trial("We see the cause now").is_some());
    }
}
