//! How people say what would mend a thing.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::pattern::any_of;

static REMEDY: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"(?:the |a |an? easy |possible |proposed |suggested |simple |quick |potential )(?:fix|solution|workaround|work-around|patch|remedy) (?:is|would|could|might|may|seems|for|here)|fix(?:ed)? (?:is|would be|could be|by|like|it by|this by|that by|should be)",
        r"(?:proposed|suggested|possible|potential) (?:fix|solution|change|patch)|workaround|work-around|patch(?:ed|es)?|pull request|I(?:'ll| will| can| could| am happy to| would be happy to|'d be happy to) (?:send|open|submit|make|create|provide|work on|fix)|(?:solved|solution)",
        r"(?:replac|chang|switch|mov|renam|remov|revert|add|set|comment|downgrad|delet|wrapp|patch|apply|disabl|bump|revers|rewrit)(?:e|es|ed|ing|ing out|ting|ping|ging|s)? [^.]{0,80}?(?:fix(?:es|ed)?|solves?|solved|helps|resolves?|resolved|works?|makes? it|does the trick|get the correct|goes away|gone|eliminates)",
        r"(?:should|must|could|needs? to|has to|ought to|can|to) (?:\w+ )?(?:be )?(?:fixed|replaced|changed|switched|moved|renamed|removed|reverted|added|set|extended|initialised|initialized|updated|checked|called|wrapped|implemented|used|escaped|rewritten|refactored)",
        r"(?:should|must|could|needs? to) (?:have|use|call|return|check|notify|include|default|instead|say|read|also|only|take|pass|set|add|handle|show|throw)",
        r"(?:I|we) (?:propose|suggest|recommend|would suggest|'d suggest|implemented|reimplemented|rewrote|patched|fixed|created|wrote)|(?:how|what) about|consider \w+ing|please revert|(?:had|have) to use|(?:I|we)(?:'ve| have) (?:\w+ )?(?:reimplemented|rewritten|fixed|patched|created|implemented)",
        r"(?:if (?:I|we|you) (?:edit|change|replace|remove|comment|patch|set|add|move|revert|rename|use|alter))",
    ])
});

/// A correction in signs: `teh => the`.
static CORRECTION: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\S+ ?(?:=>|->|→|⇒) ?\S+").expect("a constant pattern"));

/// Where a sentence says what would mend it.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    REMEDY.find(sentence).map(|found| found.range())
}

/// Where a sentence corrects a word by another.
pub fn find_correction(sentence: &str) -> Option<Range<usize>> {
    CORRECTION.find(sentence).map(|found| found.range())
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_change_that_would_help() {
        assert!(find("The fix is in the session store").is_some());
        assert!(find("Replacing the loader fixes it").is_some());
        assert!(find("It fails on every start").is_none());
    }
}
