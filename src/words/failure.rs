//! How people say that something went wrong.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::pattern::any_of;

/// Verbs and nouns of failure, and capabilities denied.
static FAILURE: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"fail(?:s|ed|ing|ures?)?|crash(?:es|ed|ing)?|hangs?|hung|hanging|freez(?:es?|ing)|fro(?:ze|zen)",
        r"throws?|threw|thrown|throwing|rais(?:es|ed)|br(?:eaks?|oken?|eaking)|stops? \w+ing|stopped|aborts?|aborted|quits?",
        r"(?:does|do|did|is|are|was|were|has|have|had|ca|wo|would|could|should)n't",
        r"(?:does|do|did|is|are|was|were|has|have|had|can|will|would|could|should) not",
        r"cannot|unable to|no longer|never|neither|not (?:possible|working|able|found|being|shown|visible)",
        r"ignor(?:es?|ed|ing)|miss(?:es|ing)|disappear(?:s|ed|ing)?|vanish(?:es|ed)?|los(?:es?|t|ing)|drops?|dropped|skips?|skipped",
        r"wrong(?:ly)?|incorrect(?:ly)?|invalid|inconsistent(?:ly)?|unexpected(?:ly)?|mistaken(?:ly)?|duplicate[sd]?|corrupt(?:s|ed|ion)?",
        r"errors?|exceptions?|warnings?|segfaults?|segmentation fault|panics?|panicked|deadlocks?|time(?:s|d)? ?outs?|timed out",
        r"leak(?:s|ed|ing)?|slow(?:er|ly)?|stuck|endless(?:ly)?|infinite(?:ly)?|blank|empty|garbled|unreadable|too (?:many|much|large|small|long|early|late)",
        r"regression|broken|busted|typo|conflicts?|clash(?:es)?|denied|refused|rejected|instead of|even though",
        r"undefined|null|NaN|[45]\d\d (?:error|response|status)|HTTP [45]\d\d",
    ])
});

/// What a thing does, told as a fact: enough where the fact itself is the fault.
static EFFECT: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"returns?|returned|shows?|showed|shown|displays?|displayed|prints?|printed|produc(?:es?|ed)|generates?|generated",
        r"gets?|got|getting|receiv(?:es?|ed|ing)|sees?|saw|seeing|noticed?|results? in|ends? up|ended up|becomes?|became",
        r"happens?|happened|occurs?|occurred|appears?|appeared|takes|took|contains?|remains?|stays?|overwrites?|overwritten",
    ])
});

/// Where a sentence says that something failed.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    FAILURE.find(sentence).map(|found| found.range())
}

/// Where a sentence says what a thing does.
pub fn find_effect(sentence: &str) -> Option<Range<usize>> {
    EFFECT.find(sentence).map(|found| found.range())
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn failures_are_told_in_many_ways() {
        for text in ["It crashes.", "The page doesn\u{2019}t load", "cannot save", "Wrong total", "404 error on login"]
        {
            assert!(find(text).is_some(), "{text}");
        }
        assert!(find("The chart has three rows").is_none());
    }
}
