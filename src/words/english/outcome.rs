//! How people say that a matter is settled, who takes it on, or where it goes on.

use std::sync::LazyLock;

use regex::Regex;

use crate::words::pattern::any_of;

/// What was decided, done or given up, who goes on with it, and where.
static OUTCOME: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        // It is over.
        r"clos(?:e|es|ed|ing)|fix(?:ed|es)|resolv(?:ed|es)|solved|done|merged?|merging|landed|released|shipped|available (?:in|since|from)|included in|implemented|works (?:now|again|fine|great|well|perfectly|as expected)|(?:it|that|this) (?:works|worked|helped|did it|was it|makes sense)",
        r"supersed\w+|replaced (?:by|with)|obsolete\w*|duplicates?|dupe?|in favou?r of|no longer|not (?:an issue|a bug|needed|necessary|relevant|planned|reproducible|worth|feasible)|isn't (?:an issue|a bug|needed|necessary|relevant|worth|feasible)|can't reproduce|invalid|by design|expected behaviou?r|wontfix|won't (?:fix|do|merge|happen)|reject(?:ed|ing)|declined|abandon\w*|withdr[ae]w\w*|dropp(?:ed|ing)|gave up|give up|giving up|stale|inactiv\w+|never ?mind|nvm",
        // It goes on elsewhere.
        r"moved? (?:to|the|this|it)|track(?:ed|ing|s)|up for grabs|follow(?:ed)?[ -]?ups?|part of|continued?s? (?:in|at|on|there)|opened|filed|submitted|(?:sent|made|created|pushed|wrote|prepared) (?:a|an|the)|address(?:ed|es) (?:in|by|this)|instead|reopen\w*|re-open\w*",
        // What was decided.
        r"decid(?:ed|e|ing)|decision|agree[ds]?|agreement|consensus|conclu\w+|summary|summari[sz]\w+|to sum up|in short|tl;?dr|in the end|so the (?:plan|answer|solution|problem|reason)|the (?:plan|answer|solution|fix|reason|culprit|root cause|problem) (?:is|was)|(?:turns|turned) out|approved|accepted|settled|went with|(?:go|going|gone) (?:with|for|ahead)|stick(?:ing)? (?:with|to)|l?gtm|lgtm|u?t?acks?|nacks?|\+1|i'm (?:ok|okay|fine|happy) with|sounds (?:good|great|fine|reasonable)|makes sense",
        // Who does what.
        r"let's|we(?:'ll| will| won't| can't| cannot|'re going to| are going to| plan to)|i(?:'ll| will| won't|'m going to| am going to| plan to|'m working on| am working on|'ve (?:updated|changed|added|removed|fixed|pushed|rebased)| (?:updated|changed|added|removed|fixed|pushed|rebased))|next steps?|to-?do|assigned|taking (?:this|it|over)|working on (?:it|this|that)",
        // Who asked is content.
        r"thanks?(?: you)?(?: (?:a lot|so much|very much))?[,.!]? (?:that|this|it|i see|i understand|got it|i know|now|all|everything|works|worked|for (?:the|your|clarif\w+|explain\w+|testing|answering|help\w*|confirm\w*|the (?:clarif\w+|explanation|help|answer)))|got it|i see[,.!]?(?: thanks?)|understood|clear now|good to know",
    ])
});

/// Whether a sentence says how a matter ended, or who goes on with it.
pub fn is_outcome(sentence: &str) -> bool {
    OUTCOME.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::is_outcome;

    #[test]
    fn ends_are_told_from_talk() {
        for text in [
            "Closing this.",
            "Fixed on the main branch.",
            "We decided to wait.",
            "Let's keep the old one.",
            "I'll write it up.",
            "Thanks, that helps!",
            "It turned out to be the cable.",
        ] {
            assert!(is_outcome(text), "{text}");
        }
        for text in ["Which version is it?", "The queue is slow here too.", "needs rebase", "Hm, strange."] {
            assert!(!is_outcome(text), "{text}");
        }
    }
}
