//! How people say in a word what was decided, and how they send others elsewhere for the reason.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of, opening};

static GIVEN: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"approved|accepted|rejected|declined|granted|denied|passed|failed|merged|postponed|deferred|withdrawn|yes|no|none|done|n/a|tbd|pending|unanimous\w*|\d+ (?:for|to)",
    ])
});

/// "See the thread for the reasons": the reason stands there and nowhere else.
static SENT: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[
        r"(?:please )?(?:see|read|check|refer to|look at):?(?: \S+)* (?:for|about|on|behind|explain\w*)? ?(?:the |our |its |this |all )*(?:rationale|reasoning|reasons?|motivation behind|why)",
        r"(?:please )?(?:see|read|check):? (?:the )?(?:rationale|reasoning|reasons?|why)",
        r"(?:for )?(?:the |our )?(?:rationale|reasoning|reasons?)(?: \S+)* (?:see|read|(?:is|are|was|were) (?:in|on|here|explained|discussed|described))",
    ])
});

/// A sentence of more words says something itself.
const MOST_WORDS: usize = 14;

/// Whether some words say what was decided.
pub fn is_given(text: &str) -> bool {
    GIVEN.is_match(text)
}

/// Whether a sentence only leads to a reason.
pub fn is_sent_elsewhere(sentence: &str) -> bool {
    SENT.is_match(sentence) && sentence.split_whitespace().count() <= MOST_WORDS
}

#[cfg(test)]
mod tests {
    use super::{is_given, is_sent_elsewhere};

    #[test]
    fn a_verdict_and_a_way_to_its_reason() {
        assert!(is_given("approved in Slack") && !is_given("the thread on keys"));
        for text in ["See this document for the rationale.", "See: why we keep it", "The reasoning is in the notes."] {
            assert!(is_sent_elsewhere(text), "{text}");
        }
        for text in ["See the guide for the flags.", "The reason is that it was slow."] {
            assert!(!is_sent_elsewhere(text), "{text}");
        }
    }
}
