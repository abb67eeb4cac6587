//! How people say that they checked a thing.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::near;
use crate::words::pattern::{Pattern, any_of, in_pieces};

/// Says what was done to see that it works.
static CHECKED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:I|we)(?:'ve| have)? (?:\w+ )?(?:tested|verified|checked|confirmed|validated|benchmarked|measured|ran|tried)|(?:was|were|been|is|are|all) (?:\w+ )?(?:tested|verified|validated|benchmarked|measured)|tested|verified (?:that|by|with|on|locally)|manually (?:test|verif)\w+",
        r"(?:tests?|ci|checks|suite|build|lint\w*)(?: \w+){0,2} (?:pass|passes|passed|passing|succeeds?|succeeded|green)|(?:pass|passes|passed|ran|runs|ran through|exits?|finish(?:es|ed)?|comes? back) (?:clean|cleanly|green)|(?:all|existing|unit|new) (?:\w+ )?tests? (?:pass|run|work)\w*|no (?:new )?(?:failures|regressions)|benchmarks?(?:ed)? (?:show|result)\w*",
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

/// Whether a line holds a measure beside the one that it is compared with: "duration: current 8.1, baseline 8.6", or names
/// them above rows of numbers: "| | baseline | this change |".
pub fn is_compared(line: &str, next: &str) -> bool {
    const OTHERS: &[&str] =
        &["current", "change", "changed", "new", "now", "pr", "patch", "patched", "branch", "delta", "diff", "after"];
    let line = near::ahead_within(line, LONGEST_ROW).to_ascii_lowercase();
    let mut words = line.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    let is_row = || line.contains('|') && next.contains('|') && has_measures(near::ahead_within(next, LONGEST_ROW));
    line.contains("baseline") && words.any(|it| OTHERS.contains(&it)) && (has_measures(&line) || is_row())
}

/// Characters of a row that somebody still reads.
const LONGEST_ROW: usize = 400;

/// Whether several numbers stand in a row.
fn has_measures(row: &str) -> bool {
    let starts =
        |it: &str| it.trim_start_matches(['+', '-', '~', '`', '*']).starts_with(|it: char| it.is_ascii_digit());
    row.split(|it: char| it.is_whitespace() || matches!(it, ':' | '|' | '=')).filter(|it| starts(it)).nth(1).is_some()
}

/// Where a sentence tells that somebody saw the change at work.
pub fn find_trial(sentence: &str) -> Option<Range<usize>> {
    // "So that we can see why it breaks" is what a change is for.
    let is_purpose = |found: &Range<usize>| sentence[..found.start].trim_end().ends_with("so that");
    // "It is held locally": where it lies.
    const LIES: &[&str] =
        &["held", "kept", "stored", "saved", "cached", "defined", "declared", "scoped", "bound", "used"];
    let last = |found: &Range<usize>| sentence[..found.start].split_whitespace().next_back().unwrap_or_default();
    let is_place =
        |found: &Range<usize>| sentence[found.clone()].eq_ignore_ascii_case("locally") && LIES.contains(&last(found));
    let is_trial = |found: &Range<usize>| !is_purpose(found) && !is_place(found) && !is_fault(sentence, found);
    TRIED.find_iter(sentence).map(|found| found.range()).find(is_trial)
}

/// "We saw some degradation", "it fails in production": the fault that led to the change, and no look at what came of it.
fn is_fault(sentence: &str, found: &Range<usize>) -> bool {
    static FAULT: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[
            r"degrad(?:e[sd]?|ed|ation)|regress(?:e[sd]|ed|ions?)?|slow(?:er|ly|ness)?|errors?|fail(?:s|ed|ing|ures?)?|crash(?:es|ed|ing)?|timeouts?|timed out|spikes?|broke|broken|breaks?|outages?|incidents?|bugs?|issues?|problems?|exceptions?|leaks?|stuck|hangs?",
        ])
    });
    static ENDED: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[
            r"no|not|never|without|gone|any ?more|after|now|with (?:this|the|it)|fixed|fewer|less|isn't|wasn't|don't|doesn't|didn't",
        ])
    });
    const SEEN: &[&str] =
        &[" saw", " see", " seen", " watched", " observed", " noticed", "in production", "in our production"];
    let words = sentence[found.clone()].to_ascii_lowercase();
    let is_seen = SEEN.iter().any(|it| words.ends_with(it));
    let around = [near::behind(&sentence[..found.start]), near::ahead(&sentence[found.end..])];
    is_seen && around.iter().any(|it| FAULT.is_match(it)) && !around.iter().any(|it| ENDED.is_match(it))
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
    use super::{find, find_done, find_mention, find_trial, is_compared};

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
        assert!(find("The format and the check pass clean").is_some() && find("It passes the slot on").is_none());
        assert!(find_trial("Each slot is held locally").is_none() && find_trial("It lends slots locally").is_some());
        for fault in ["We recently saw some degradation of the board", "The board crashes in production"] {
            assert!(find_trial(fault).is_none(), "{fault}");
        }
        assert!(find_trial("We saw no crash with it in production").is_some());
    }

    #[test]
    fn a_measure_beside_its_baseline() {
        assert!(is_compared("duration: current:8.1 baseline:8.6 change:-5.7 %", ""));
        assert!(!is_compared("| | baseline | this change |", "|---|---|---|"));
        assert!(is_compared("| | Baseline | After |", "| lend | 8.6 ms | 8.1 ms |"));
        assert!(!is_compared("The baseline of the new slots", "changed in 2 of 3 places"));
    }
}
