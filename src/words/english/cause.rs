//! How people say what they take for the cause: a hedge with a claim, or a mechanism.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of};

static CAUSE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:caused|triggered|introduced|explained) by|(?:the |root )cause|due to|because of|because|culprit|(?:comes|stems|originates) from",
        r"(?:the )?(?:problem|issue|bug|error|reason|failure) (?:lies|occurs because|comes from|(?:is|was|seems|appears|might be|may be|could be|seems to be|appears to be) (?:that|in|with|because|the|a|due|related|caused|at|from|likely|probably|how|when))",
        r"(?:my|one|a|the|best) (?:guess|hypothesis|theory|suspicion)|hypothesis|suspect(?:s|ed)?|I(?:'m| am) guessing|I(?:'d| would|'ll| can only)? (?:guess|bet)|presumably",
        r"(?:I|we) (?:think|believe|assume|figured|reckon|realised|realized|imagine|(?:have )?found (?:out )?that|traced|bisected|narrowed|tracked)",
        r"(?:seems?|appears?|looks?) (?:like|that|as if|as though|related)|it (?:seems|appears)|seems? to (?:be|have|come|depend|only|happen|ignore|assume)|(?:probably|likely|possibly|apparently|perhaps|maybe) (?:an?|the|due|caused|because|related|is|are|it|this|that|be|has|have|had|not|some|something|introduced|from|in|when|since|does|only|□|my|your|there|I|we|you|no)",
        r"(?:may|might|could) (?:be|have) (?:a |the |an )?(?:related|caused|due|because|problem|issue|bug|regression|that|been|something|connected)|(?:has|have|had) (?:something )?to do with|regression (?:from|of|caused|in □)|related to",
        r"(?:this|that|which|it|error|trace|stack) (?:means that|implies|suggests|indicates|points? (?:to|at))|leads? to|[,;] which (?:broke|breaks|causes?|caused|makes|made|is why)|and so (?:is|it|the)|so (?:it|that it|this|the □) (?:shouldn't|doesn't|can't|cannot|is|never|always)|therefore|hence|thus|that's why",
        r"(?:looking|digging|debugging) (?:at|into|in|through) (?:the )?(?:code|source|diff|implementation|□)|in the (?:code|source)",
        r"git bisect|bisect(?:ed|ing)?|fails? to (?:account|consider|handle|check|take)|typo (?:at|in|on)|only (?:if|when|happens)",
    ])
});

/// A switch that somebody turned, and what it changed: as good as a suspicion.
static EXPERIMENT: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:if|when|once|after) (?:I|we|you) (?:\w+ )?(?:edit|change|changed|replace|remove|removed|comment|patch|set|add|added|move|moved|revert|rename|use|alter|disable|disabled|delete|deleted|omit|downgrade|downgraded) .*(?:correct|fixe[sd]|solve[sd]|gone|disappears?|goes away)",
        r"(?:remov|disabl|delet|revert|downgrad|replac|chang|comment)\w+ .*(?:fixe[sd]|solve[sd]|eliminates|goes away)",
    ])
});

/// Doubt of oneself is no theory of the fault; a comparison with what follows is none either.
static NOT_A_CAUSE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"I(?:'m| am| may be| might be)? (?:\w+ )?(?:missing|doing|misunderstand\w*|misread\w*) |my (?:code|setup|config|side)|looks? like (?:this|the following|that|so|:|□)|should probably|if you (?:know|think)|look like|there (?:seems|appears) to be (?:an?|some) (?:\w+ )?(?:crash|bug|issue|problem|error)",
        r"(?:not sure|don't know|no idea|unclear|can't tell) (?:where|why|what)|usage question|feature|nice (?:if|to)|I think (?:it|this|that) (?:would|should)|(?:would|should) be",
    ])
});

/// Where a sentence says what may lie behind it.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    let found = EXPERIMENT.find(sentence).or_else(|| CAUSE.find(sentence).filter(|_| !NOT_A_CAUSE.is_match(sentence)));
    found.map(|found| found.range())
}

/// Where a sentence tells of a change that made the fault go away.
pub fn find_experiment(sentence: &str) -> Option<Range<usize>> {
    EXPERIMENT.find(sentence).map(|found| found.range())
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
