//! What is true only while it is written: "currently", "for now", "until further notice", beside something that a reader
//! could check: a number, a version, a lack.

use std::ops::Range;
use std::sync::LazyLock;

use super::mood;
use crate::words::near::{ahead, behind};
use crate::words::pattern::{OneOf, Pattern, any_of};
use crate::words::{date, tracker, version};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Perishable {
    pub range: Range<usize>,
    /// Something is off or patched until it is mended, and nothing says when: "until further notice".
    pub is_makeshift: bool,
}

static NOW: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"currently|at present|at the moment|right now|at this time|as of now|for now|presently|to date|so far|recently|lately|newly",
    ])
});

static MAKESHIFT: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"until further notice|for the time being|(?:is|are|was|were|been|be) temporarily (?:\w+ )?(?:disabled|unavailable|off|down|broken|paused|suspended|closed|blocked|removed|turned off|switched off|commented out|pinned|frozen|hard-?coded|limited|not \w+)|temporarily (?:unavailable|disabled|out of order)|as an interim (?:solution|measure|fix|workaround)|interim (?:solution|measure|fix|workaround)",
    ])
});

/// What stands beside the word can be checked, and will be otherwise one day.
static CLAIM: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:is|are|was|does|do|has|have|can?)(?:n't| not|not)|cannot|only|no (?:way|support|plans?|release|version|tests?|binaries|package|maintainer)|not (?:yet )?(?:supported|available|implemented|possible|working|stable)|unsupported|unavailable|unmaintained|broken|experimental|limited to|in (?:alpha|beta|preview)|disabled|lacks?|missing|the (?:latest|newest)|requires?|\d+(?:\.\d+)*(?:%| ?(?:users?|nodes?|servers?|clusters?|instances?|replicas?|GB|MB|TB|hosts?|people|teams?|customers?|requests?))",
    ])
});

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&NOW, &MAKESHIFT]);

/// What a sentence holds true for now.
pub fn find(sentence: &str) -> Option<Perishable> {
    let makeshift = MAKESHIFT.find(sentence).map(|found| (found.range(), true));
    let (range, is_makeshift) = makeshift.or_else(|| NOW.find(sentence).map(|found| (found.range(), false)))?;
    let (before, after) = (behind(&sentence[..range.start]), ahead(&sentence[range.end..]));
    let is_stamped = date::has_date(sentence)
        || date::has_month(sentence)
        || version::find(sentence).is_some()
        || tracker::find(sentence).is_some()
        || super::period::names_year(sentence);
    let is_state = STATE.is_match(after) || STATE.is_match(before);
    let is_claim = is_makeshift || CLAIM.is_match(before) || CLAIM.is_match(after);
    let is_silent = is_stamped || is_state || mood::is_past(before) || mood::is_condition(before);
    (is_claim && !is_silent).then_some(Perishable { range, is_makeshift })
}

/// What a program does at each moment: "the currently selected row", "if no job is currently running".
static STATE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"running|selected|active|open|logged|signed|connected|focused|loaded|installed|configured|deployed|on-call|on call|assigned|checked out|in progress|in use|if|whether|which|whichever|any|pending|playing|firing|visible|set to",
    ])
});

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_claim_goes_stale() {
        assert!(find("Currently only the EU region is supported.").is_some());
        assert!(find("Backups are temporarily disabled.").is_some_and(|it| it.is_makeshift));
        assert!(find("The currently selected row is copied.").is_none());
        assert!(find("As of now (2026-11) only the EU region is supported.").is_none());
        assert!(find("Currently we like it.").is_none());
    }
}
