//! How people say that a matter is settled, who takes it on, or where it goes on.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of};

/// It is over, and how; or it goes on in another place.
static ENDED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"clos(?:e|es|ed|ing)|fix(?:ed|es)|resolv(?:ed|es)|solved|merged|merging|landed|released|shipped|available (?:in|since|from)|included in|works (?:now|again|fine|great|well|perfectly|as expected)|(?:it|that|this) (?:works|worked|went through|helped|did it|was it)|(?:bug|error|problem|crash|warning) (?:is|was) gone",
        r"supersed\w+|replaced (?:by|with|it)|obsolete\w*|duplicates?|dupe?|in favou?r of|not (?:an issue|a bug|needed|necessary|planned|reproducible|worth it|feasible)|can't reproduce|by design|expected behaviou?r|out of scope|wontfix|won't (?:fix|do|merge|happen)|reject(?:ed|ing)|declined|abandon\w*|withdr[ae]w\w*|gave up|give up|giving up|inactiv\w+|never ?mind|nvm|nack",
        r"moved? (?:to|the discussion|this|it)|tracked (?:in|by|at|there)|up for grabs|follow(?:ed)?[ -]?ups?|continued?s? (?:in|at|on|there)|reopen\w*|re-open\w*|(?:opened|filed|submitted|created|sent) (?:a|an|the|it|this|□|#\d+)",
        r"(?:i|we|they|it was|was|been|have|has|i['’]ve|we['’]ve) (?:\w+ )?(?:decided|agreed|settled|concluded)|decided (?:to|on|against|that|for)|decision|resolution|consensus|conclusion|in summary|summary|to sum up|tl;?dr|(?:turns|turned) out|went with|so the (?:plan|answer|solution|reason)|where we(?:'re| are) landing|better off|let's (?:just )?(?:do|go with|keep|leave|use|take) (?:the|it|this|that)|(?:i'm|i am) sold|my (?:mistake|bad)|(?:i|we)(?:'m| am|'re| are|'ll| will)? (?:going to |just )?(?:assum\w+|drop\w*|skip\w*|leav\w+ it)",
    ])
});

/// It may be over: enough where it is the last word.
static LEANING: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"submitting (?:a|the|to|it|this)|(?:pr|fix|patch) (?:is )?(?:incoming|coming|on (?:the|its) way)|concur(?:s|red)?|seems fine|^do it\.|done|implemented|invalid|stale|no longer|merge|dropp(?:ed|ing)|makes sense|(?:it|that|this) (?:makes sense)|track(?:ing|s)|part of|opened|filed|submitted|(?:sent|made|created|pushed|wrote|prepared) (?:a|an|the)|address(?:ed|es) (?:in|by|this)|instead|agree[ds]?|agreement|decid(?:e|ing)|in short|in the end|the (?:plan|answer|solution|fix|reason|culprit|root cause|problem) (?:is|was)|approved|accepted|settled|opposed|discussed (?:in|at)|per (?:the )?(?:discussion|meeting)|(?:go|going|gone) (?:with|for|ahead)|stick(?:ing)? (?:with|to)|lgtm|u?t?acks?|i'm (?:ok|okay|fine|happy) with|sounds (?:good|great|fine|reasonable)",
        r"thanks?|thank you|got it|i see|understood|clear now|good to know|i (?:would|'d) (?:rather|prefer)|unlikely|(?:(?:will|would|can|does) not|(?:wo|would|ca|does)n't) (?:be )?(?:useful|work|help|support)|not (?:useful|relevant|worth)|worthless",
    ])
});

/// It is over, in words that leave no doubt, whatever is asked beside it afterwards.
static SETTLED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:reached|came to) (?:a |an |rough |broad |clear |some |the )*(?:consensus|agreement|conclusion)|there (?:is|was) (?:a |rough |broad |clear |general )*(?:consensus|agreement)|(?:we|everybody|everyone|the (?:group|team|meeting)) (?:\w+ )?(?:decided|agreed|concluded|settled) (?:to|on|that|upon|against)",
        r"(?:so|then|and|after that|afterwards) (?:we|i|you) can (?:then )?close|(?:we )?(?:believe|think|expect) (?:that )?the (?:fix|solution|cause|culprit) (?:is|was|to be) □",
    ])
});

/// Whether a sentence settles a matter by itself.
pub fn settles(sentence: &str) -> bool {
    SETTLED.is_match(sentence) && !sentence.trim_end().ends_with('?')
}

/// Who asked is content.
static THANKS: LazyLock<Pattern> = LazyLock::new(|| any_of(&[r"thanks|thank you|thx|ty|cheers"]));

/// Whether a sentence thanks.
pub fn is_thanks(sentence: &str) -> bool {
    THANKS.is_match(sentence)
}

/// Whether a sentence may be the end of a matter: where it is the last word, it is.
pub fn may_end(sentence: &str) -> bool {
    ends(sentence) || LEANING.is_match(sentence)
}

/// Who does what next: the end of a thread that is still open.
static PROMISE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"let's|we(?:'ll| will|'re going to| are going to| plan to)|i(?:'ll| will|'m going to| am going to| plan to|'m working on| am working on|'ve (?:updated|changed|added|removed|fixed|pushed|rebased)| (?:updated|changed|added|removed|fixed|pushed|rebased))|next steps?|to-?do|assigned|taking (?:this|it|over)|working on (?:it|this|that)|(?:will|going to) (?:do|look|try|fix|write|open|update|add|check|review|test)",
    ])
});

/// Whether a sentence says who goes on with a matter.
pub fn is_promise(sentence: &str) -> bool {
    PROMISE.is_match(sentence)
}

/// Whether a sentence says how a matter ended, or where it goes on.
pub fn ends(sentence: &str) -> bool {
    ENDED.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::{ends, is_promise, may_end, settles};

    #[test]
    fn ends_are_told_from_talk() {
        for text in [
            "Closing this.",
            "Fixed on the main branch.",
            "We decided to wait.",
            "Thanks, that helps!",
            "I flushed it at the end and it went through.",
            "I tried it: the error is gone.",
            "Let's just do the plain thing now.",
            "My mistake, the path was another one.",
            "It turned out to be the cable.",
            "I've decided: a table.",
            "Resolution: a partitioned table.",
        ] {
            assert!(may_end(text), "{text}");
        }
        for text in [
            "We reached a rough consensus that the table wins.",
            "Ana and I talked, and we agreed on the queue.",
            "I'll add one back, and then we can close this.",
            "We believe the fix is \u{fffc}.",
        ] {
            assert!(settles(text), "{text}");
        }
        for text in ["Have we agreed on the queue?", "The fix is hard.", "I have a conclusion to draw later."] {
            assert!(!settles(text), "{text}");
        }
        assert!(may_end("Bo concurred on the list.") && may_end("Do it."));
        assert!(may_end("Ha, good eyes! Submitting a fix."));
        assert!(is_promise("Let's keep the old one."));
        assert!(is_promise("I'll write it up.") && !is_promise("It is slow."));
        for text in [
            "Which version is it?",
            "The queue is slow here too.",
            "needs rebase",
            "Hm, strange.",
            "Let's see what the others say.",
        ] {
            assert!(!may_end(text) && !ends(text), "{text}");
        }
    }
}
