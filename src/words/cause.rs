//! How people say what they take for the cause: a hedge with a claim, or a mechanism.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::pattern::any_of;

static CAUSE: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"(?:caused|triggered|introduced|explained) by|(?:the |root )cause|due to|because of|because|culprit|(?:comes|stems|originates|results?) from",
        r"(?:the )?(?:problem|issue|bug|error|reason|failure) (?:is|was|lies|seems|appears|might be|may be|could be|comes|occurs because|is that|here)",
        r"(?:my|one|a|the) (?:guess|hypothesis|theory|suspicion|assumption)|hypothesis|suspect(?:s|ed)?|I(?:'m| am) guessing|I guess|presumably",
        r"(?:I|we) (?:think|believe|assume|feel|figured?|reckon|realised?|realized|imagine|found (?:out )?that|traced|bisected|narrowed|tracked)",
        r"(?:seems?|appears?|looks?) (?:to be|to have|like|that|as if|as though|related)|(?:probably|likely|possibly|apparently|perhaps|maybe)",
        r"(?:may|might|could) (?:be|have) (?:a |the |an )?(?:related|caused|due|because|problem|issue|bug|regression|that|been|something|connected)|(?:has|have) to do with|regression (?:from|of|caused|in □)|related to",
        r"(?:this|that|which|it) (?:means|implies|suggests|indicates)|leads? to|results? in",
        r"(?:since|as) (?:the|it|this|there|□) (?:\w+ )?(?:is|are|does|has|was|isn't|doesn't|no longer)",
        r"(?:when|after|by) (?:looking|debugging|digging|inspecting|reading|checking) (?:at|into|in|through|the|□)?|looking at the (?:code|source|diff)",
        r"git bisect|bisect(?:ed|ing)?|instead of □|fails? to (?:account|consider|handle|check|take)",
    ])
});

/// Where a sentence says what may lie behind it.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    CAUSE.find(sentence).map(|found| found.range())
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn hedges_and_mechanisms() {
        assert!(find("I suspect that the cache keeps the old key").is_some());
        assert!(find("It is probably caused by the proxy").is_some());
        assert!(find("The page stays blank").is_none());
    }
}
