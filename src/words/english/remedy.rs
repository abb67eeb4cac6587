//! How people say what would mend a thing.

use std::ops::Range;
use std::sync::LazyLock;

use super::cause;
use crate::words::pattern::{Pattern, any_of};

static REMEDY: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:the |a |an? easy |one |my |possible |proposed |suggested |simple |quick |potential )(?:fix|solution|patch|remedy) (?:is|would|could|might|may|seems|for|here)|fixed (?:by|like|it by|this by|that by|if)|fix (?:is|would be|could be|it by|this by|that by)",
        r"(?:fix|fixed|solve|solved|resolve|resolved) (?:\w+ |□ ){0,6}by (?:\w+ing|□)|(?:proposed|suggested|possible|potential|temporary) (?:fix|solution|change|patch|workaround)|work-?arounds?|work around",
        r"(?:replac|chang|switch|mov|renam|remov|revert|add|set|comment|downgrad|delet|wrapp|patch|apply|disabl|bump|revers|rewrit)(?:e|es|ed|ing|ing out|ting|ping|ging|s)? [^.]{0,80}?(?:fix(?:es|ed)?|solves?|solved|resolves?|resolved|makes? it work|does the trick|get the correct|goes away|eliminates)",
        r"(?:should|would|could|might|may|will) (?:\w+ )?(?:fix|solve|resolve|cure|mend|avoid|prevent) (?:it|this|that|the)|(?:fixe[sd]|solve[sd]|resolve[sd]|cures?d?) (?:it|this|that|the (?:problem|issue|bug|error))|makes? it (?:work|right|pass|go away)",
        r"(?:should|must|could|needs? to|has to|ought to) (?:\w+ )?be (?:fixed|replaced|changed|switched|moved|renamed|removed|reverted|added|extended|initiali[sz]ed|updated|called|wrapped|implemented|escaped|rewritten|refactored)",
        r"(?:should|must) (?:have a default|default to|notify|fall back|check (?:for|if|whether)|use □|call □|be □)",
        r"(?:is|are|was|were) (?:set to|named|called|spelled|written as) [^.]{1,40} instead of",
        r"(?:I|we)(?:'d| would)? (?:propose|suggest|recommend)|please revert|(?:had|have) to use □|(?:I|we)(?:'ve| have)? (?:\w+ )?(?:reimplemented|rewritten|rewrote|patched|created a|implemented a)",
        r"I(?:'ll| will| can| could| am happy to| would be happy to|'d be happy to) (?:send|open|submit|make|create|provide|do) (?:a |an |the )?(?:pr|pull request|patch|fix)|here(?:'s| is) (?:a|the|my) (?:fix|patch|pr|diff|solution)|following (?:patch|diff|change)",
    ])
});

/// A correction in signs: `teh => the`.
static CORRECTION: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?:^|[^=\w-])(?P<wrong>[A-Za-z]{3,}) ?(?:=>|->|→|⇒) ?(?P<right>[A-Za-z]{3,})"));

/// Where a sentence says what would mend it.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    REMEDY.find(sentence).map(|found| found.range()).or_else(|| cause::find_experiment(sentence))
}

/// Where a sentence corrects a word by one that begins like it; arrows between other words lead through a menu.
pub fn find_correction(sentence: &str) -> Option<Range<usize>> {
    let found = CORRECTION.captures(sentence)?;
    let (wrong, right) = (&found["wrong"], &found["right"]);
    wrong[..3].eq_ignore_ascii_case(&right[..3]).then(|| found.get(0).expect("it matched").range())
}

#[cfg(test)]
mod tests {
    use super::{find, find_correction};

    #[test]
    fn a_change_that_would_help() {
        assert!(find("The fix is in the session store").is_some());
        assert!(find("Replacing the loader fixes it").is_some());
        assert!(find("The flag is set to \u{fffc} instead of \u{fffc}").is_some());
        assert!(find("It fails on every start").is_none());
        assert!(find_correction("functon -> function").is_some());
        assert!(find_correction("Open File -> Export").is_none());
    }
}
